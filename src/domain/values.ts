import * as v from 'valibot';
import { fieldMessage, message } from './rule-messages.ts';
import * as rules from './rules.ts';

/** Schemas of small values that many records share, each with the rule that it states. */

/** The id of a record: up to 64 letters, digits, dashes and underscores. */
export const idSchema = v.pipe(
  v.string(message(rules.id)),
  v.regex(/^[A-Za-z0-9_-]{1,64}$/, message(rules.idCharacters)),
);
export type Id = v.InferOutput<typeof idSchema>;

/** A UUID created by the panel: a command's id, or a browser's session id. */
export const uuidSchema = v.pipe(v.string(message(rules.uuid)), v.uuid(message(rules.uuid)));

/** A moment on the server's clock, in whole milliseconds since 1970 UTC. */
export const instantSchema = v.pipe(
  v.number(message(rules.instant)),
  v.integer(message(rules.wholeInstant)),
  v.minValue(0, message(rules.instantAfter1970)),
);

/** The SHA-256 of a sound file, in lower-case hexadecimal. */
export const sha256Schema = v.pipe(
  v.string(message(rules.sha256)),
  v.regex(/^[0-9a-f]{64}$/, message(rules.sha256Characters)),
);

/** Text of 1 to `maximum` characters after trimming, without control characters other than whitespace. */
export const text = (what: string, maximum: number) =>
  v.pipe(
    v.string(message(rules.text, what)),
    v.trim(),
    v.minLength(1, message(rules.notEmpty, what)),
    v.maxLength(maximum, message(rules.maxLength, what, maximum)),
    v.regex(/^(?:\P{Cc}|[\t\n\r])*$/u, message(rules.noControlCharacters, what)),
  );

/** A list of ids without duplicates. */
export const idList = (what: string, most = 1000) =>
  v.pipe(
    v.array(idSchema, message(rules.idList, what)),
    v.check((list) => new Set(list).size === list.length, message(rules.noneTwice, what)),
    v.maxLength(most, message(rules.maxEntries, what, most)),
  );

/** The messages of a strict record: for an unknown field, and for a missing one. */
export const fieldSentence = fieldMessage(rules.noSuchField, rules.fieldMissing);

/** A whole number from `minimum` to `maximum`. */
export const wholeNumber = (what: string, minimum: number, maximum: number) => {
  const sentence = message(rules.wholeNumber, what, minimum, maximum);
  return v.pipe(
    v.number(sentence),
    v.integer(sentence),
    v.minValue(minimum, sentence),
    v.maxValue(maximum, sentence),
  );
};

export const yesNo = (what: string) => v.boolean(message(rules.yesNo, what));

/** Stands for a value that this release does not know. */
const UNKNOWN = 'unknown';
/** A value of an open enumeration. */
export type Open<Value extends string> = Value | typeof UNKNOWN;

/**
 * An open enumeration of a message: a newer server may send values that this release does not know. They are read as
 * `unknown`, and break nothing.
 */
export const open = <const Values extends readonly string[]>(values: Values) =>
  v.union([
    v.picklist(values),
    v.pipe(
      v.string(),
      v.maxLength(64),
      v.transform((): typeof UNKNOWN => UNKNOWN),
    ),
  ]);

// The mark is a description, so that it is in the published JSON Schemas too.
const EXPENDABLE = 'If it breaks this schema, a panel leaves it out and uses the rest.';

/** A part that a message can do without: if it breaks the schema, a panel leaves it out and uses the rest. */
export const expendable = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.pipe(schema, v.description(EXPENDABLE));
export const isExpendable = (schema: v.GenericSchema): boolean => v.getDescription(schema) === EXPENDABLE;
/** The same for a value that may be missing: a bad one counts as missing. */
export const expendableOrNull = <Schema extends v.GenericSchema>(schema: Schema) =>
  expendable(v.nullable(schema));

/** A reference to a record, with its label. */
export const labelledSchema = v.object({ id: idSchema, label: v.pipe(v.string(), v.maxLength(80)) });
export type Labelled = v.InferOutput<typeof labelledSchema>;
