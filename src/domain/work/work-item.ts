import * as v from 'valibot';
import { developerNameSchema } from '../setup/developer-name.ts';
import { idSchema, text } from '../values.ts';

/** Where a work item stands. Waiting: in its queue. Offered or accepted: with a rep. Settled: nothing is left to do. */
export const workItemStatuses = ['waiting', 'offered', 'accepted', 'settled'] as const;
export type WorkItemStatus = (typeof workItemStatuses)[number];

/** What a work source sends to create a work item. Text is bounded and never markup. */
export const newWorkItemSchema = v.strictObject(
  {
    /** Developer Name of the service channel. */
    channel: developerNameSchema,
    /** Developer Name of the queue. */
    queue: developerNameSchema,
    subject: text('Subject', 200),
    customerName: text('Customer name', 120),
    highlights: v.optional(
      v.pipe(
        v.array(
          v.strictObject({ label: text('Highlight label', 40), value: text('Highlight value', 120) }),
          'Highlights must be a list.',
        ),
        v.maxLength(3, 'There must be at most 3 highlights.'),
      ),
      [],
    ),
    /** Names the record that opens in the workspace. */
    recordId: text('Record id', 200),
    /** The one rep who must do it, where there is one. */
    requiredRepId: v.optional(v.nullable(idSchema), null),
  },
  (issue) => (issue.expected === 'never' ? 'There is no such field.' : 'This field is missing.'),
);
export type NewWorkItem = v.InferOutput<typeof newWorkItemSchema>;

/** The key that makes a repeated creation one: 1 to 200 visible ASCII characters. */
export const idempotencyKeySchema = v.pipe(
  v.string('The Idempotency-Key header is missing.'),
  v.regex(/^[\x21-\x7e]{1,200}$/, 'The Idempotency-Key header must have 1 to 200 visible ASCII characters.'),
);
