import * as v from 'valibot';
import { message } from '../rule-messages.ts';
import * as rules from '../rules.ts';
import { text } from '../values.ts';

/** The name of a custom sound: 1 to 80 characters, without invisible ones. */
export const soundNameSchema = v.pipe(
  text('Name', 80),
  v.regex(/^\P{Cc}*$/u, message(rules.noControlCharacters, 'Name')),
);

/** A sound's name derived from its file name, which may include a path from the user's computer. */
export function soundNameOf(fileName: string): string {
  const last = fileName.split(/[\\/]/).at(-1) ?? '';
  const name = last
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(0, 80)
    .toWellFormed()
    .trim();
  return name === '' ? 'Sound' : name;
}
