import * as v from 'valibot';
import type { Context } from 'hono';
import type { Instant } from '../../../src/domain/time.ts';
import { check, type Violation } from '../../../src/domain/violations.ts';
import { ProblemError } from '../../problem.ts';

/** A part of a list that may be long. `next` asks for the following part as `cursor`; `null`: this is the last one. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
  /** How many there are in all, where the list says so. */
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

/** Where a page ends, as text that callers pass on without reading it. */
export function cursorOf(place: unknown): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** The place that a cursor stands for. */
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
        // Not JSON, or not a place: as little a cursor as any other text.
        addIssue({ message: 'Cursor must be the next of an earlier page.' });
        return NEVER;
      }
    }),
  );

/** An instant as people write it in an address: ISO 8601 with its zone. */
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

/** Text to search for, of at most 80 characters; nothing: everything. */
export const searchSchema = v.optional(
  v.pipe(
    v.string(),
    v.trim(),
    v.maxLength(80, 'Search must have at most 80 characters.'),
    v.regex(/^\P{Cc}*$/u, 'Search must not have control characters.'),
  ),
  '',
);

/** The sentence for a parameter that a query does not take, or for the one that it must have. */
export const noSuchParameter =
  (missing = 'A parameter is missing.') =>
  ({ expected }: { readonly expected: string | null }) =>
    expected === 'never' ? 'There is no such parameter.' : missing;

/** The query of an address, checked: a 400 problem names every violation at once, by the parameter. */
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
