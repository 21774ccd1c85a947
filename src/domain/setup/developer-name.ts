import * as v from 'valibot';
import { message } from '../rule-messages.ts';
import * as rules from '../rules.ts';

const length = message(rules.lengthWithin, 'Developer Name', 1, 80);

/** The API name of a record: letters, digits, single underscores; starts with a letter; at most 80. */
export const developerNameSchema = v.pipe(
  v.string(length),
  v.minLength(1, length),
  v.maxLength(80, length),
  v.regex(/^[A-Za-z]/, message(rules.developerNameStart)),
  v.check(
    (name) => /^[A-Za-z0-9_]*$/.test(name) && !name.includes('__'),
    message(rules.developerNameCharacters),
  ),
  v.check((name) => !name.endsWith('_'), message(rules.developerNameEnd)),
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
