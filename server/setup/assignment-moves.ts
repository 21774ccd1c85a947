import { randomUUID } from 'node:crypto';
import { and, asc, eq, gt, or } from 'drizzle-orm';
import { alias, type PgTable } from 'drizzle-orm/pg-core';
import { joinedChanges } from '../../src/domain/setup/record-difference.ts';
import type { AssignmentChange, Move, NamedRecord, Stale } from '../../src/domain/setup/setup-api.ts';
import type { Id } from '../../src/domain/values.ts';
import { pointerTo } from '../../src/domain/violations.ts';
import type { Queries } from '../database/database.ts';
import { insertMany, isOneOf } from '../database/many.ts';
import { columnOf } from '../database/records/record-kind.ts';
import { presenceConfigurations } from '../database/schema/configuration.ts';
import { assignedProfiles, assignedUsers, profiles, users } from '../database/schema/people.ts';
import { assignmentChanges, assignmentMoves } from '../database/schema/setup.ts';
import type { Edit } from './editing.ts';
import { enumerated, notPossible, unknown } from './refusals.ts';

const resourceOf = { user: 'users', profile: 'profiles' } as const;

/** Moves people, and records the moves as one change that can be undone. */
export async function applyMoves(
  edit: Edit,
  changeId: Id,
  moves: readonly Move[],
  action: 'assigned' | 'undone',
): Promise<void> {
  const { tx, by, at, note } = edit;
  await tx.insert(assignmentChanges).values({ id: changeId, at, byId: by.id, byName: by.name });
  await insertMany(
    tx,
    assignmentMoves,
    moves.map(({ kind, id, name, from, to }) => ({
      changeId,
      kind,
      subjectId: id,
      subjectName: name,
      fromId: from?.id ?? null,
      fromName: from?.name ?? null,
      toId: to?.id ?? null,
      toName: to?.name ?? null,
    })),
  );
  await assign(tx, { table: assignedUsers, subject: 'userId' }, ofKind(moves, 'user'));
  await assign(tx, { table: assignedProfiles, subject: 'profileId' }, ofKind(moves, 'profile'));
  note(
    ...moves.map(({ kind, id, name, from, to }) => ({
      action,
      resource: resourceOf[kind],
      record: { id, name },
      version: null,
      changeId,
      changes: [{ pointer: '/assignedTo', from, to }],
    })),
  );
}

const ofKind = (moves: readonly Move[], kind: Move['kind']) => moves.filter((move) => move.kind === kind);

async function assign(
  tx: Queries,
  { table, subject }: { readonly table: PgTable; readonly subject: string },
  moves: readonly Move[],
): Promise<void> {
  const ids = moves.map(({ id }) => id);
  await tx.delete(table).where(isOneOf(columnOf(table, subject), ids));
  const assigned = moves.flatMap(({ id, to }) => (to ? [{ [subject]: id, configurationId: to.id }] : []));
  await insertMany(tx, table, assigned);
}

/** Puts back everybody whom a change moved. Throws a problem if that is no longer possible. */
export async function undoChange(edit: Edit, changeId: Id): Promise<AssignmentChange> {
  const { tx } = edit;
  const [change] = await tx.select().from(assignmentChanges).where(eq(assignmentChanges.id, changeId));
  if (!change) throw unknown('change of assignments');
  if (change.undoneBy !== null) throw notPossible('This change has been undone already.');
  const moves = await movesOf(tx, changeId);
  await refuseWhereMovedAgain(tx, changeId);
  await refuseWhereGone(tx, moves);
  const back = moves.map(({ from, to, ...subject }) => ({ ...subject, from: to, to: from }));
  const id = randomUUID();
  await applyMoves(edit, id, back, 'undone');
  await tx.update(assignmentChanges).set({ undoneBy: id }).where(eq(assignmentChanges.id, changeId));
  return { id, moved: back };
}

async function movesOf(tx: Queries, changeId: Id): Promise<Move[]> {
  const rows = await tx
    .select()
    .from(assignmentMoves)
    .where(eq(assignmentMoves.changeId, changeId))
    .orderBy(asc(assignmentMoves.number));
  return rows.map((row) => ({
    kind: row.kind,
    id: row.subjectId,
    name: row.subjectName,
    from: named(row.fromId, row.fromName),
    to: named(row.toId, row.toName),
  }));
}

const named = (id: Id | null, name: string | null): NamedRecord | null =>
  id === null || name === null ? null : { id, name };

async function refuseWhereMovedAgain(tx: Queries, changeId: Id): Promise<void> {
  const later = alias(assignmentMoves, 'later');
  const again = await tx
    .selectDistinct({ name: assignmentMoves.subjectName })
    .from(assignmentMoves)
    .innerJoin(
      later,
      and(
        eq(later.kind, assignmentMoves.kind),
        eq(later.subjectId, assignmentMoves.subjectId),
        gt(later.number, assignmentMoves.number),
      ),
    )
    .where(eq(assignmentMoves.changeId, changeId))
    .orderBy(asc(assignmentMoves.subjectName));
  if (again.length > 0)
    throw notPossible(`This cannot be undone: ${listed(again.map(({ name }) => name))} moved again since.`);
}

const listed = (names: readonly string[]): string =>
  `${enumerated(names, names.length)} ${names.length === 1 ? 'was' : 'were'}`;

/** The people, or the configurations that they came from, may have been deleted since. */
async function refuseWhereGone(tx: Queries, moves: readonly Move[]): Promise<void> {
  const gone = async (
    table: typeof users | typeof profiles | typeof presenceConfigurations,
    all: NamedRecord[],
  ) => {
    const ids = all.map(({ id }) => id);
    const rows = await tx.select({ id: table.id }).from(table).where(isOneOf(table.id, ids));
    const left = new Set(rows.map((row) => row.id));
    return [...new Set(all.filter(({ id }) => !left.has(id)).map(({ name }) => name))];
  };
  const names = [
    ...(await gone(
      users,
      moves.filter(({ kind }) => kind === 'user'),
    )),
    ...(await gone(
      profiles,
      moves.filter(({ kind }) => kind === 'profile'),
    )),
    ...(await gone(
      presenceConfigurations,
      moves.flatMap(({ from }) => from ?? []),
    )),
  ];
  if (names.length > 0) throw notPossible(`This cannot be undone: ${listed(names)} deleted since.`);
}

/** The moves to or from a presence configuration since a version of its assignments. */
export async function movesSince(tx: Queries, id: Id, version: number): Promise<Stale['changes']> {
  const rows = await tx
    .select()
    .from(assignmentMoves)
    .innerJoin(assignmentChanges, eq(assignmentChanges.id, assignmentMoves.changeId))
    .where(
      and(
        or(eq(assignmentMoves.fromId, id), eq(assignmentMoves.toId, id)),
        gt(assignmentMoves.number, version),
      ),
    )
    .orderBy(asc(assignmentMoves.number));
  return joinedChanges(
    rows.map(({ assignment_moves: move, assignment_changes: change }) => ({
      pointer: pointerTo(resourceOf[move.kind], move.subjectId),
      from: named(move.fromId, move.fromName),
      to: named(move.toId, move.toName),
      by: { id: change.byId, name: change.byName },
      at: change.at,
    })),
  );
}
