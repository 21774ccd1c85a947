import { asc, inArray, sql, type SQL } from 'drizzle-orm';
import type { Instant } from '../../src/domain/time.ts';
import type { Id } from '../../src/domain/values.ts';
import type { Queries } from '../database/database.ts';
import { agentWorks, openStatuses, reps } from '../database/schema/routing.ts';

/** A rep as routing keeps it. */
export type RepRow = typeof reps.$inferSelect;

/** Somebody asked for a rep who does not exist. */
export class UnknownRepError extends Error {
  override readonly name = 'UnknownRepError';
}

/**
 * Locks the rows of reps until the transaction ends, always in the order of their ids, and before any work item: two
 * transactions that need the same two then wait for one another only one way round.
 */
export async function lockReps(tx: Queries, repIds: readonly Id[]): Promise<Map<Id, RepRow>> {
  if (repIds.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(reps)
    .where(inArray(reps.id, [...repIds]))
    .orderBy(asc(reps.id))
    .for('update');
  return new Map(rows.map((row) => [row.id, row]));
}

/** Locks the row of one rep. Throws `UnknownRepError`. */
export async function lockRep(tx: Queries, repId: Id): Promise<RepRow> {
  const row = (await lockReps(tx, [repId])).get(repId);
  if (!row) throw new UnknownRepError(`There is no rep ${repId}.`);
  return row;
}

/** Whether a browser holds the rep's place and is connected. */
export function isConnected(rep: Pick<RepRow, 'sessionId' | 'disconnectedAt'>): boolean {
  return rep.sessionId !== null && rep.disconnectedAt === null;
}

/**
 * Counts the open works of locked reps again and raises their change numbers, which it returns. Sums are always made
 * anew from the works, so that no path can let them drift.
 */
export async function recountReps(
  tx: Queries,
  repIds: readonly Id[],
  now: Instant,
): Promise<Map<Id, number>> {
  if (repIds.length === 0) return new Map();
  const open = tx
    .select({
      repId: agentWorks.repId,
      works: sql<number>`count(*)`.as('works'),
      wrappingUp: sql<boolean>`bool_or(status = 'afterConversationWork')`.as('wrapping'),
      primary: sql<number>`coalesce(sum(size) filter (where pool = 'primary'), 0)`.as('primary_sum'),
      interruptible: sql<number>`coalesce(sum(size) filter (where pool = 'interruptible'), 0)`.as(
        'interruptible_sum',
      ),
    })
    .from(agentWorks)
    .where(sql`status in (${openStatuses}) and ${inArray(agentWorks.repId, [...repIds])}`)
    .groupBy(agentWorks.repId)
    .as('open');
  const one = (column: SQL.Aliased) => sql`(select ${column} from ${open} where ${open.repId} = ${reps.id})`;
  const changed = await tx
    .update(reps)
    .set({
      change: sql`${reps.change} + 1`,
      changedAt: now,
      openWorks: sql`coalesce(${one(open.works)}, 0)`,
      wrappingUp: sql`coalesce(${one(open.wrappingUp)}, false)`,
      primaryUsed: sql`coalesce(${one(open.primary)}, 0)`,
      interruptibleUsed: sql`coalesce(${one(open.interruptible)}, 0)`,
    })
    .where(inArray(reps.id, [...repIds]))
    .returning({ id: reps.id, change: reps.change });
  return new Map(changed.map(({ id, change }) => [id, change]));
}
