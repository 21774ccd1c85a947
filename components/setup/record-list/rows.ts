import type { SetupStrings } from '../../../assets/locales/setup/setup.en.ts';
import type { Choice } from '../shared/contexts.ts';

export const sorts = ['name', 'members', 'changed'] as const;
export type Sort = (typeof sorts)[number];

const numberIn = (value: unknown): number => (typeof value === 'number' ? value : 0);
const nameIn = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : '';

/** The rows in sort order, the default configuration first; `null` for the server's order. */
export function sorted(rows: readonly Choice[], sort: Sort | null): readonly Choice[] {
  if (sort === null) return rows;
  const byName = (one: Choice, other: Choice) => one.name.localeCompare(other.name);
  const compare = {
    name: byName,
    members: (one: Choice, other: Choice) => membersOf(other) - membersOf(one) || byName(one, other),
    changed: (one: Choice, other: Choice) =>
      numberIn(other.changedAt) - numberIn(one.changedAt) || byName(one, other),
  }[sort];
  return rows.toSorted(
    (one, other) => Number(other.isDefault === true) - Number(one.isDefault === true) || compare(one, other),
  );
}

const membersOf = ({ users, profiles }: Choice): number => numberIn(users) + numberIn(profiles);

/** The secondary text of a row. */
export function detailOf(page: keyof SetupStrings['pages'], row: Choice, words: SetupStrings): string {
  if (page === 'presence-configurations')
    return row.isDefault === true
      ? words.everybody
      : words.members(numberIn(row.users), numberIn(row.profiles));
  if (page === 'profiles') return words.members(numberIn(row.users), 0);
  if (page === 'users' || page === 'explain')
    return row.active === true && row.omniChannel === true ? nameIn(row.profile) : words.notARep;
  if (page === 'decline-reasons') return row.retired === true ? words.retired : '';
  if (page === 'presence-statuses') return words.values[row.kind as 'online'];
  if (page === 'service-channels') return words.values[row.type as 'voice'];
  return '';
}
