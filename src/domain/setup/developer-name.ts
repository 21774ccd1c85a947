import * as v from 'valibot';

const SENTENCES = {
  characters: 'Developer Name may have only letters, digits and single underscores.',
  start: 'Developer Name must start with a letter.',
  end: 'Developer Name must not end in an underscore.',
  length: 'Developer Name must have 1 to 80 characters.',
} as const;

/** The API name of a record: letters, digits, single underscores; starts with a letter; at most 80. */
export const developerNameSchema = v.pipe(
  v.string(SENTENCES.length),
  v.minLength(1, SENTENCES.length),
  v.maxLength(80, SENTENCES.length),
  v.regex(/^[A-Za-z]/, SENTENCES.start),
  v.check((name) => /^[A-Za-z0-9_]*$/.test(name) && !name.includes('__'), SENTENCES.characters),
  v.check((name) => !name.endsWith('_'), SENTENCES.end),
);

/** The Developer Name suggested by a Name, until the user edits it. Empty if no allowed character remains. */
export function deriveDeveloperName(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{Mark}/gu, '');
  const joined = plain.replace(/[^A-Za-z0-9]+/g, '_').replace(/^_+|_+$/g, '');
  const started = joined === '' || /^[A-Za-z]/.test(joined) ? joined : `X${joined}`;
  return started.slice(0, 80).replace(/_+$/, '');
}

/** Whether two Developer Names are equal: they are case-insensitive. */
export function sameDeveloperName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
