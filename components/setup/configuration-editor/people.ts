import type { Move, ProfileRow, UserRow } from '../../../src/domain/setup/setup-api.ts';
import type { PickRow } from '../pick-list/pick-list.ts';

interface People {
  readonly users: readonly UserRow[];
  readonly profiles: readonly ProfileRow[];
}

/** The users and profiles that would move here from another presence configuration. */
export function movesOf({ users, profiles }: People, here: string | null): Move[] {
  const moving = (kind: Move['kind'], rows: readonly (UserRow | ProfileRow)[]) =>
    rows
      .filter((row) => elsewhere(row, here) !== null)
      .map(({ id, name, assignedTo }): Move => ({ kind, id, name, from: assignedTo, to: null }));
  return [...moving('user', users), ...moving('profile', profiles)];
}

export function userRow(user: UserRow, here: string | null): PickRow {
  // There is room for only one of the two; the present configuration matters more.
  const from = tagOf(user, here);
  return { id: user.id, name: user.name, ...(from.tag === undefined ? { detail: user.profile.name } : from) };
}

export function profileRow(profile: ProfileRow, here: string | null): PickRow {
  return { id: profile.id, name: profile.name, ...tagOf(profile, here) };
}

function tagOf(row: UserRow | ProfileRow, here: string | null): { tag?: string } {
  const from = elsewhere(row, here);
  return from === null ? {} : { tag: from };
}

/** The other presence configuration that a row is assigned to; `null` if there is none. */
function elsewhere({ assignedTo }: UserRow | ProfileRow, here: string | null): string | null {
  return assignedTo === null || assignedTo.id === here ? null : assignedTo.name;
}
