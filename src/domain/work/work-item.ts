import * as v from 'valibot';
import { message } from '../rule-messages.ts';
import * as rules from '../rules.ts';
import { developerNameSchema } from '../setup/developer-name.ts';
import { fieldSentence, idSchema, text } from '../values.ts';

/** The statuses of a work item. Waiting: in its queue. Offered, accepted: assigned to a rep. Settled: finished. */
export const workItemStatuses = ['waiting', 'offered', 'accepted', 'settled'] as const;
export type WorkItemStatus = (typeof workItemStatuses)[number];

/** The request of a work source to create a work item. Text is limited in length and never markup. */
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
          message(rules.highlightList),
        ),
        v.maxLength(3, message(rules.maxHighlights, 3)),
      ),
      [],
    ),
    /** The record that opens in the workspace. */
    recordId: text('Record id', 200),
    /** The particular rep it requires, if any. */
    requiredRepId: v.optional(v.nullable(idSchema), null),
  },
  fieldSentence,
);
export type NewWorkItem = v.InferOutput<typeof newWorkItemSchema>;

/** The idempotency key of a creation request: 1 to 200 visible ASCII characters. */
export const idempotencyKeySchema = v.pipe(
  v.string(message(rules.missing, 'The Idempotency-Key header')),
  v.regex(/^[\x21-\x7e]{1,200}$/, message(rules.idempotencyKeyCharacters)),
);
