import type { SectionName } from '../../../assets/locales/setup/fields.en.ts';
import type { SetupStrings } from '../../../assets/locales/setup/setup.en.ts';
import { fieldName, type Field } from '../shared/fields.ts';

/** Whether a text contains every word that is looked for, in any order. */
export function contains(text: string, wanted: string): boolean {
  const words = wanted
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const within = text.toLowerCase();
  return words.every((word) => within.includes(word));
}

/** Whether a field is what the user looks for: by its label, its help, its unit, or the names of its choices. */
export function isFound({ pointer, control }: Field, wanted: string, words: SetupStrings): boolean {
  const { label, hint = '', unit = '' } = words.fields[fieldName(pointer)];
  return contains([label, hint, unit, ...choicesOf(control.kind, words)].join(' '), wanted);
}

/** Whether a whole section is looked for, by its title and what it says about itself. */
export function isSectionFound(name: SectionName, wanted: string, words: SetupStrings): boolean {
  const { title, lead = '' } = words.sections[name];
  return contains(`${title} ${lead}`, wanted);
}

function choicesOf(kind: Field['control']['kind'], words: SetupStrings): readonly string[] {
  if (kind === 'answering') return Object.values(words.answering).flatMap(({ label, hint }) => [label, hint]);
  if (kind === 'alias')
    return [words.values.firstName, words.values.nickname, words.values.alias, words.values.text];
  return kind === 'sound' ? [words.upload, words.defaultSound] : [];
}
