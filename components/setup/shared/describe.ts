import type { SetupStrings } from '../../../assets/locales/setup/setup.en.ts';
import type { Fields } from '../../../src/domain/pointers.ts';
import { DEFAULT_SOUND } from '../../../src/domain/configuration/service-channel.ts';
import type { Choice } from './contexts.ts';
import type { Field } from './fields.ts';

/** The text of a field's value: names of records, words for on, off and blank. */
export function describeValue(
  value: unknown,
  field: Field | undefined,
  words: SetupStrings,
  choices: Readonly<Record<string, readonly Choice[]>>,
): string {
  if (field?.control.kind === 'sound' && (value === null || value === DEFAULT_SOUND))
    return value === null && field.control.override ? words.noOverride : words.defaultSound;
  if (field?.control.kind === 'override' && value === null) return words.noOverride;
  if (value === null || value === undefined || value === '') return words.blank;
  if (typeof value === 'boolean') return value ? words.on : words.off;
  if (Array.isArray(value))
    return value.length === 0
      ? words.none
      : words.list(value.map((one) => nameOf(one, field, words, choices)));
  if (typeof value === 'object') return composed(value as Record<string, unknown>, words);
  if (typeof value === 'number') return words.number(value);
  return nameOf(value, field, words, choices);
}

/** The name of a record; empty if it has none yet. */
export function recordName({ name, label, firstName, lastName }: Fields): string {
  const parts = typeof firstName === 'string' ? [firstName, lastName] : [name ?? label];
  return parts
    .filter((part) => typeof part === 'string')
    .join(' ')
    .trim();
}

/** The label for a pointer: that of its field, or else the pointer itself. */
export function describePointer(pointer: string, words: SetupStrings): string {
  const known: Record<string, { label: string } | undefined> = { ...words.soundFields, ...words.fields };
  const name = pointer.replace(/^\/(configuration\/)?/, '');
  return known[name]?.label ?? known[name.split('/')[0] ?? '']?.label ?? name;
}

function nameOf(
  value: unknown,
  field: Field | undefined,
  words: SetupStrings,
  choices: Readonly<Record<string, readonly Choice[]>>,
): string {
  // The audit history contains people as objects with a name.
  if (typeof value === 'object' && value !== null && 'name' in value) return String(value.name);
  const text = String(value);
  const control = field?.control;
  if (control?.kind === 'record' || control?.kind === 'records')
    return choices[control.from]?.find(({ id }) => id === text)?.name ?? text;
  if (control?.kind === 'users') return choices.users?.find(({ id }) => id === text)?.name ?? text;
  if (control?.kind === 'sound')
    return choices.sounds?.find(({ id }) => id === text)?.name ?? text.slice(0, 8);
  if (control?.kind === 'value') return words.values[text as 'voice'];
  return text;
}

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function composed(value: Record<string, unknown>, words: SetupStrings): string {
  if (typeof value.name === 'string') return value.name;
  if (value.kind === 'mergeField') {
    const field = words.values[value.field as 'firstName'];
    return isGroup(value.fallback) ? words.orElse(field, composed(value.fallback, words)) : field;
  }
  if (value.kind === 'ownName' || value.kind === 'firstName') return words.aliasFallback.choices[value.kind];
  if (value.kind === 'text') return String(value.text);
  if (value.kind === 'units') return `${words.number(Number(value.units))} ${words.values.units}`;
  if (value.kind === 'percentage') return words.percent(Number(value.percentage));
  const parts = Object.values(value).flatMap((part): unknown[] =>
    typeof part === 'object' && part !== null ? Object.values(part).flat() : [part],
  );
  return parts.length === 0 ? words.none : words.list(parts.map(String));
}
