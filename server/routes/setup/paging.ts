import * as v from 'valibot';
import type { Context } from 'hono';
import { fieldMessage, message } from '../../../src/domain/rule-messages.ts';
import * as rules from '../../../src/domain/rules.ts';
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

const LIMIT = message(rules.wholeNumber, 'Limit', 1, 100);
const CURSOR = message(rules.cursor);

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
    v.maxLength(1000, CURSOR),
    v.rawTransform(({ dataset, addIssue, NEVER }): v.InferOutput<Place> => {
      try {
        return v.parse(place, JSON.parse(Buffer.from(dataset.value, 'base64url').toString()));
      } catch {
        // Not JSON, or not a position: not a cursor of ours.
        addIssue({ message: CURSOR });
        return NEVER;
      }
    }),
  );

/** An instant in a query: ISO 8601 with a time zone. */
export const isoInstant = (what: string) => {
  const sentence = message(rules.isoInstant, what);
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
    v.maxLength(80, message(rules.maxLength, 'Search', 80)),
    v.regex(/^\P{Cc}*$/u, message(rules.noControlCharacters, 'Search')),
  ),
  '',
);

/** The messages for a parameter that does not exist, and for the required one. */
export const parameterMessage = (required = 'A parameter') =>
  fieldMessage(rules.noSuchParameter, () => rules.missing(required));

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
