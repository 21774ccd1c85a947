import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { CapacityPool } from '../../../src/domain/work/capacity.ts';
import type { Instant } from '../../../src/domain/time.ts';
import type { Id } from '../../../src/domain/values.ts';
import type { Queries } from '../../database/database.ts';
import { agentWorks, openStatuses, reps } from '../../database/schema/routing.ts';
import { canonicalJson } from '../configuration/canonical-json.ts';

/** The columns of a rep's row that an operation may change; the step itself writes the sums and the change number. */
export type RepState = Partial<
  Pick<
    typeof reps.$inferSelect,
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
    | 'statusAfterAcwCause'
    | 'outboundEndsAt'
  >
>;

/**
 * Writes the changes of locked reps, recomputes the sums over their open works and increases their change numbers,
 * which it returns. The sums are always computed from the works, so that they cannot drift.
 */
export async function writeReps(
  tx: Queries,
  changed: ReadonlyMap<Id, RepState>,
  now: Instant,
): Promise<Map<Id, number>> {
  const changes = new Map<Id, number>();
  // Most steps change one rep, or many alike: that is one statement.
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
      ringing: sql<number>`count(${agentWorks.id}) filter (where ${agentWorks.status} = 'assigned')`.as(
        'ringing_works',
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
      ringing: sql`${sums.ringing}`,
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
