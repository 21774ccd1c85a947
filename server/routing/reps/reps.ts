import { asc, inArray, sql } from 'drizzle-orm';
import type { Id } from '../../../src/domain/values.ts';
import { configurationRevision } from '../../database/schema/configuration.ts';
import { reps } from '../../database/schema/routing.ts';
import { UnknownRepError } from '../engine/engine.ts';
import type { Step } from '../engine/step.ts';

/** A rep's row in routing's table. */
export type RepRow = typeof reps.$inferSelect;

/** The current revision of the configuration, read along with something else. */
const revisionColumn = sql<number>`(select revision from ${configurationRevision})`.mapWith(Number);

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
  if (step.draft?.repId === repId) return step.draft.base.row;
  const row = (await lockReps(step, [repId])).get(repId);
  if (!row) throw new UnknownRepError(`There is no rep ${repId}.`);
  return row;
}

/** Whether the rep has a session and it is connected. */
export function isConnected(rep: Pick<RepRow, 'sessionId' | 'disconnectedAt'>): boolean {
  return rep.sessionId !== null && rep.disconnectedAt === null;
}
