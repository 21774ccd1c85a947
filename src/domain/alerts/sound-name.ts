import * as v from 'valibot';
import { text } from '../values.ts';

/** What a custom sound is called: 1 to 80 characters, each of them one that can be seen. */
export const soundNameSchema = v.pipe(
  text('Name', 80),
  v.regex(/^\P{Cc}*$/u, 'Name must not have control characters.'),
);

/** A name for a sound from the name of its file, which may come with the path of the computer it was on. */
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
