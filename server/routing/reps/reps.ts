import { and, asc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { CapacityPool } from '../../../src/domain/work/capacity.ts';
import type { Instant } from '../../../src/domain/time.ts';
import type { Id } from '../../../src/domain/values.ts';
import type { Queries } from '../../database/database.ts';
import { configurationRevision } from '../../database/schema/configuration.ts';
import { agentWorks, openStatuses, reps } from '../../database/schema/routing.ts';
import { UnknownRepError } from '../engine/engine.ts';
import { canonicalJson } from '../configuration/canonical-json.ts';
import type { Step } from '../engine/step.ts';

/** A rep's row in routing's table. */
export type RepRow = typeof reps.$inferSelect;

/** The columns of a rep that an operation may change; the sums and the change number are up to the step. */
export type RepState = Partial<
  Pick<
    RepRow,
    | 'statusId'
    | 'statusSince'
    | 'statusCause'
    | 'sessionId'
    | 'socketId'
    | 'processId'
    | 'connectedAt'
    | 'disconnectedAt'
    | 'graceEndsAt'
    | 'lastOfferAt'
    | 'statusAfterAcwId'
  >
>;

/** The present revision of the configuration, read along with something else. */
export const revisionColumn = sql<number>`(select revision from ${configurationRevision})`.mapWith(Number);

/**
 * Locks the rows of reps until the transaction ends, always in the order of their ids and before any work item, so that
 * two transactions cannot deadlock.
 */
export async function lockReps(step: Step, repIds: readonly Id[]): Promise<Map<Id, RepRow>> {
  if (repIds.length === 0) return new Map();
  const rows = await step.tx
    .select({ rep: reps, revision: revisionColumn })
    .from(reps)
    .where(inArray(reps.id, [...repIds]))
    .orderBy(asc(reps.id))
    .for('update', { of: reps });
  if (rows[0]) step.sawRevision(rows[0].revision);
  return new Map(rows.map(({ rep }) => [rep.id, rep]));
}

/** Locks the row of one rep. Throws `UnknownRepError`. */
export async function lockRep(step: Step, repId: Id): Promise<RepRow> {
  const row = (await lockReps(step, [repId])).get(repId);
  if (!row) throw new UnknownRepError(`There is no rep ${repId}.`);
  return row;
}

/** Whether the rep has a session and it is connected. */
export function isConnected(rep: Pick<RepRow, 'sessionId' | 'disconnectedAt'>): boolean {
  return rep.sessionId !== null && rep.disconnectedAt === null;
}

/**
 * Writes the changes of locked reps, recounts their open works and increments their change numbers, which it returns.
 * Sums are always computed from the works themselves, so that they cannot drift.
 */
export async function writeReps(
  tx: Queries,
  changed: ReadonlyMap<Id, RepState>,
  now: Instant,
): Promise<Map<Id, number>> {
  const changes = new Map<Id, number>();
  // Most steps change one rep, or many in the same way, which takes one statement.
  const alike = Map.groupBy(changed, ([, state]) => canonicalJson(state));
  for (const group of alike.values()) {
    const [, state] = group[0] ?? [null, {}];
    const ids = group.map(([id]) => id);
    for (const { id, change } of await writeAlike(tx, ids, state, now)) changes.set(id, change);
  }
  return changes;
}

async function writeAlike(tx: Queries, repIds: readonly Id[], state: RepState, now: Instant) {
  const sums = tx
    .select({
      id: reps.id,
      works: sql<number>`count(${agentWorks.id})`.as('works'),
      wrappingUp: sql<boolean>`coalesce(bool_or(${agentWorks.status} = 'afterConversationWork'), false)`.as(
        'wrapping',
      ),
      primary: sumOf('primary').as('primary_sum'),
      interruptible: sumOf('interruptible').as('interruptible_sum'),
    })
    .from(reps)
    .leftJoin(agentWorks, and(eq(agentWorks.repId, reps.id), sql`${agentWorks.status} in (${openStatuses})`))
    .where(inArray(reps.id, [...repIds]))
    .groupBy(reps.id)
    .as('sums');
  return tx
    .update(reps)
    .set({
      ...state,
      change: sql`${reps.change} + 1`,
      changedAt: now,
      openWorks: sql`${sums.works}`,
      wrappingUp: sql`${sums.wrappingUp}`,
      primaryUsed: sql`${sums.primary}`,
      interruptibleUsed: sql`${sums.interruptible}`,
    })
    .from(sums)
    .where(eq(reps.id, sums.id))
    .returning({ id: reps.id, change: reps.change });
}

function sumOf(pool: CapacityPool): SQL<number> {
  return sql`coalesce(sum(${agentWorks.size}) filter (where ${agentWorks.pool} = ${pool}), 0)`;
}

/** Writes the changes of reps whose works are unaffected, and returns their new change numbers. */
export async function writeState(
  queries: Queries,
  which: SQL | undefined,
  state: RepState,
  now: Instant,
): Promise<Map<Id, number>> {
  const changed = await queries
    .update(reps)
    .set({ ...state, change: sql`${reps.change} + 1`, changedAt: now })
    .where(which)
    .returning({ id: reps.id, change: reps.change });
  return new Map(changed.map(({ id, change }) => [id, change]));
}
