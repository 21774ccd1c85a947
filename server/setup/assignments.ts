import { randomUUID } from 'node:crypto';
import { eq, max, or } from 'drizzle-orm';
import * as rules from '../../src/domain/rules.ts';
import {
  assignmentsSchema,
  type Assigned,
  type AssignmentChange,
  type Assignments,
  type Move,
  type NamedRecord,
} from '../../src/domain/setup/setup-api.ts';
import type { Id } from '../../src/domain/values.ts';
import { check, pointerTo, type Violation } from '../../src/domain/violations.ts';
import type { Database, Queries } from '../database/database.ts';
import { isOneOf } from '../database/many.ts';
import { presenceConfigurations } from '../database/schema/configuration.ts';
import { assignedProfiles, assignedUsers, profiles, users } from '../database/schema/people.ts';
import { assignmentMoves } from '../database/schema/setup.ts';
import { applyMoves, movesSince, undoChange } from './assignment-moves.ts';
import type { Edit, SetupEditing } from './editing.ts';
import { invalid, stale, unknown, versionMissing } from './refusals.ts';
import { profileRows, userRows } from './rows.ts';
import type { AssignmentStore } from './setup.ts';
import { entityTagOf } from './stored-records.ts';

const WORD = 'presence configuration';

/** Who is assigned to which presence configuration, in the database. */
export class StoredAssignments implements AssignmentStore {
  readonly #database: Database;
  readonly #editing: SetupEditing;

  constructor(database: Database, editing: SetupEditing) {
    this.#database = database;
    this.#editing = editing;
  }

  async assigned(configurationId: Id): Promise<{ assigned: Assigned; version: number } | null> {
    const { queries } = this.#database;
    if (!(await configuration(queries, configurationId))) return null;
    // The version is read first: a change in between then makes it out of date, which is safe.
    const version = await versionOf(queries, configurationId);
    return { version, assigned: await assignedTo(queries, configurationId) };
  }

  replace(
    holder: string,
    configurationId: Id,
    version: number | null,
    input: unknown,
  ): Promise<AssignmentChange> {
    return this.#editing.edit(holder, async (edit) => {
      const { tx } = edit;
      const to = await configuration(tx, configurationId);
      if (!to) throw unknown(WORD);
      const here = await assignedTo(tx, configurationId);
      await this.#checkVersion(tx, configurationId, version, here);
      const wanted = check(assignmentsSchema, input);
      if (!wanted.ok) throw invalid('list of who is assigned', wanted.violations);
      const moves = await movesTo(tx, to, here, wanted.value);
      return this.#apply(edit, moves);
    });
  }

  undo(holder: string, changeId: Id): Promise<AssignmentChange> {
    return this.#editing.edit(holder, (edit) => undoChange(edit, changeId));
  }

  async #apply(edit: Edit, moved: Move[]): Promise<AssignmentChange> {
    const id = randomUUID();
    await applyMoves(edit, id, moved, 'assigned');
    return { id, moved };
  }

  /** Without a version, a caller may create a list but not replace one. */
  async #checkVersion(tx: Queries, id: Id, version: number | null, here: Assigned): Promise<void> {
    if (version === null) {
      if (here.users.length + here.profiles.length > 0) throw versionMissing();
      return;
    }
    const now = await versionOf(tx, id);
    if (version !== now)
      throw stale('list of who is assigned', {
        current: here,
        version: entityTagOf(now),
        changes: await movesSince(tx, id, version),
      });
  }
}

async function configuration(queries: Queries, id: Id): Promise<NamedRecord | null> {
  const { name } = presenceConfigurations;
  const [found] = await queries
    .select({ id: presenceConfigurations.id, name })
    .from(presenceConfigurations)
    .where(eq(presenceConfigurations.id, id));
  return found ?? null;
}

/** The version of a configuration's assignments is the number of the last move that touched it. */
async function versionOf(queries: Queries, id: Id): Promise<number> {
  const { number, fromId, toId } = assignmentMoves;
  const [last] = await queries
    .select({ number: max(number) })
    .from(assignmentMoves)
    .where(or(eq(fromId, id), eq(toId, id)));
  return last?.number ?? 0;
}

async function assignedTo(queries: Queries, id: Id): Promise<Assigned> {
  return {
    users: await userRows(queries, eq(assignedUsers.configurationId, id)),
    profiles: await profileRows(queries, eq(assignedProfiles.configurationId, id)),
  };
}

/** The moves after which these people and nobody else are assigned. Throws a problem if one of them cannot be. */
async function movesTo(
  tx: Queries,
  to: NamedRecord,
  here: Assigned,
  { userIds, profileIds }: Assignments,
): Promise<Move[]> {
  const wantedUsers = await userRows(tx, isOneOf(users.id, userIds));
  const wantedProfiles = await profileRows(tx, isOneOf(profiles.id, profileIds));
  const violations = [
    ...violationsOf('userIds', userIds, wantedUsers, (user) => {
      if (user.assignedTo?.id === to.id) return null;
      if (!user.active) return rules.userActive(user.name);
      return user.omniChannel ? null : rules.userPermitted(user.name);
    }),
    ...violationsOf('profileIds', profileIds, wantedProfiles, () => null),
  ];
  if (violations.length > 0) throw invalid('list of who is assigned', violations);
  return [
    ...movesOf('user', to, here.users, wantedUsers),
    ...movesOf('profile', to, here.profiles, wantedProfiles),
  ];
}

interface Assignable extends NamedRecord {
  readonly assignedTo: NamedRecord | null;
}

const unknownIn = { userIds: rules.noSuchUser, profileIds: rules.noSuchProfile } as const;

function violationsOf<Subject extends Assignable>(
  list: keyof Assignments,
  ids: readonly Id[],
  found: readonly Subject[],
  fault: (subject: Subject) => rules.BrokenRule | null,
): Violation[] {
  const byId = new Map(found.map((subject) => [subject.id, subject]));
  return ids.flatMap((id, index) => {
    const subject = byId.get(id);
    const broken = subject ? fault(subject) : unknownIn[list]();
    return broken === null ? [] : [{ pointer: pointerTo(list, index), ...broken }];
  });
}

function movesOf(
  kind: Move['kind'],
  to: NamedRecord,
  here: readonly Assignable[],
  wanted: readonly Assignable[],
): Move[] {
  const staying = new Set(wanted.map(({ id }) => id));
  return [
    ...wanted
      .filter(({ assignedTo }) => assignedTo?.id !== to.id)
      .map(({ id, name, assignedTo }) => ({ kind, id, name, from: assignedTo, to })),
    ...here
      .filter(({ id }) => !staying.has(id))
      .map(({ id, name }) => ({ kind, id, name, from: to, to: null })),
  ];
}
