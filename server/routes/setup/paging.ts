import * as v from 'valibot';
import type { Context } from 'hono';
import type { Instant } from '../../../src/domain/time.ts';
import { check, type Violation } from '../../../src/domain/violations.ts';
import { ProblemError } from '../../problem.ts';

/** A page of a list. `next` is the `cursor` of the next page; `null` on the last one. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
  /** The total number of items, for lists that count them. */
  readonly total?: number;
}

const LIMIT = 'Limit must be a whole number from 1 to 100.';

/** How many items a page has at most: 50, unless the query says otherwise. */
export const limitSchema = v.optional(
  v.pipe(
    v.string(),
    v.regex(/^\d{1,3}$/, LIMIT),
    v.transform(Number),
    v.minValue(1, LIMIT),
    v.maxValue(100, LIMIT),
  ),
  '50',
);

/** Where a page ends, as an opaque text. */
export function cursorOf(place: unknown): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** The position that a cursor stands for. */
export const cursorSchema = <Place extends v.GenericSchema>(
  place: Place,
): v.GenericSchema<string, v.InferOutput<Place>> =>
  v.pipe(
    v.string(),
    v.maxLength(1000, 'Cursor must be the next of an earlier page.'),
    v.rawTransform(({ dataset, addIssue, NEVER }): v.InferOutput<Place> => {
      try {
        return v.parse(place, JSON.parse(Buffer.from(dataset.value, 'base64url').toString()));
      } catch {
        // Not JSON, or not a position: not a cursor of ours.
        addIssue({ message: 'Cursor must be the next of an earlier page.' });
        return NEVER;
      }
    }),
  );

/** An instant in a query: ISO 8601 with a time zone. */
export const isoInstant = (what: string) => {
  const sentence = `${what} must be an instant such as 2030-01-01T10:00:00Z.`;
  return v.pipe(
    v.string(sentence),
    v.maxLength(40, sentence),
    v.isoTimestamp(sentence),
    v.transform((text): Instant => Date.parse(text)),
    v.number(sentence),
    v.minValue(0, sentence),
  );
};

/** Text to search for, of at most 80 characters; empty matches everything. */
export const searchSchema = v.optional(
  v.pipe(
    v.string(),
    v.trim(),
    v.maxLength(80, 'Search must have at most 80 characters.'),
    v.regex(/^\P{Cc}*$/u, 'Search must not have control characters.'),
  ),
  '',
);

/** The message for a parameter that does not exist, or for the required one. */
export const noSuchParameter =
  (missing = 'A parameter is missing.') =>
  ({ expected }: { readonly expected: string | null }) =>
    expected === 'never' ? 'There is no such parameter.' : missing;

/** The validated query of a URL; a 400 problem names every violation at once, by parameter. */
export function readQuery<Schema extends v.GenericSchema>(
  context: Context,
  schema: Schema,
  further?: (value: v.InferOutput<Schema>) => readonly Violation[],
): v.InferOutput<Schema> {
  const query = check(schema, context.req.query(), further);
  if (!query.ok)
    throw new ProblemError({
      status: 400,
      detail: 'The query breaks some rules.',
      errors: query.violations,
    });
  return query.value;
}
