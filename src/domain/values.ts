import * as v from 'valibot';

/** Schemas of small values that many records share, each with its error sentence. */

/** The id of a record: up to 64 letters, digits, dashes and underscores. */
export const idSchema = v.pipe(
  v.string('Must be an id.'),
  v.regex(/^[A-Za-z0-9_-]{1,64}$/, 'Must be an id: 1 to 64 letters, digits, dashes or underscores.'),
);
export type Id = v.InferOutput<typeof idSchema>;

/** A UUID created by the panel: a command's id, or a browser's session id. */
export const uuidSchema = v.pipe(v.string('Must be a UUID.'), v.uuid('Must be a UUID.'));

/** A moment on the server's clock, in whole milliseconds since 1970 UTC. */
export const instantSchema = v.pipe(
  v.number('Must be an instant in milliseconds.'),
  v.integer('Must be an instant in whole milliseconds.'),
  v.minValue(0, 'Must be an instant after 1970.'),
);

/** The SHA-256 of a sound file, in lower-case hexadecimal. */
export const sha256Schema = v.pipe(
  v.string('Must be a SHA-256.'),
  v.regex(/^[0-9a-f]{64}$/, 'Must be a SHA-256 in lower-case hexadecimal.'),
);

/** Text of 1 to `maximum` characters after trimming, without control characters other than whitespace. */
export const text = (what: string, maximum: number) =>
  v.pipe(
    v.string(`${what} must be text.`),
    v.trim(),
    v.minLength(1, `${what} must have at least 1 character.`),
    v.maxLength(maximum, `${what} must have at most ${maximum} characters.`),
    v.regex(/^(?:\P{Cc}|[\t\n\r])*$/u, `${what} must not have control characters.`),
  );

/** A list of ids without duplicates. */
export const idList = (what: string, most = 1000) =>
  v.pipe(
    v.array(idSchema, `${what} must be a list of ids.`),
    v.check((list) => new Set(list).size === list.length, `${what} must not name one twice.`),
    v.maxLength(most, `${what} must have at most ${grouped(most)} entries.`),
  );

/** The error sentences of a strict record: for an unknown field, and for a missing one. */
export const fieldSentence = ({ expected }: { readonly expected: string | null }): string =>
  expected === 'never' ? 'There is no such field.' : 'This field is missing.';

/** A whole number from `minimum` to `maximum`. */
export const wholeNumber = (what: string, minimum: number, maximum: number) => {
  const sentence = `${what} must be a whole number from ${grouped(minimum)} to ${grouped(maximum)}.`;
  return v.pipe(
    v.number(sentence),
    v.integer(sentence),
    v.minValue(minimum, sentence),
    v.maxValue(maximum, sentence),
  );
};

export const yesNo = (what: string) => v.boolean(`${what} must be on or off.`);

/** A whole number with thousands separators, for the rules' sentences. */
function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A reference to a record, with its label. */
export const labelledSchema = v.object({ id: idSchema, label: v.pipe(v.string(), v.maxLength(80)) });
export type Labelled = v.InferOutput<typeof labelledSchema>;
