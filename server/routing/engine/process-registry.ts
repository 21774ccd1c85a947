import { and, eq, isNotNull, isNull, lt, ne } from 'drizzle-orm';
import type { Instant, Milliseconds } from '../../../src/domain/time.ts';
import type { Database } from '../../database/database.ts';
import { processes, reps } from '../../database/schema/routing.ts';

/** How often a process records that it is alive. */
export const SIGN_OF_LIFE_INTERVAL: Milliseconds = 2_000;
/** After this long without a sign of life, the others consider a process gone. */
const GONE_AFTER: Milliseconds = 6_000;

/** Starts the grace period of the reps of a process, which was last alive at this instant. */
export type LeaveProcess = (processId: string, since: Instant) => Promise<void>;

/** Records that this process is alive. */
export async function recordSignOfLife(database: Database, processId: string, now: Instant): Promise<void> {
  await database.queries
    .insert(processes)
    .values({ id: processId, aliveAt: now })
    .onConflictDoUpdate({ target: processes.id, set: { aliveAt: now } });
}

/**
 * Starts the grace period of reps whose process is gone: killed, or cut off from the database. A process id belongs to
 * one run, so earlier runs of this server count as gone too.
 */
export async function expireProcesses(
  database: Database,
  leave: LeaveProcess,
  processId: string,
  now: Instant,
): Promise<void> {
  const gone = await database.queries
    .select()
    .from(processes)
    .where(and(ne(processes.id, processId), lt(processes.aliveAt, now - GONE_AFTER)));
  for (const { id, aliveAt } of gone) {
    await leave(id, aliveAt);
    // It may have come back to life in the meantime.
    await database.queries.delete(processes).where(and(eq(processes.id, id), eq(processes.aliveAt, aliveAt)));
  }
}

/** Starts the grace period of reps whose process has no record at all. */
export async function expireUnknownProcesses(
  database: Database,
  leave: LeaveProcess,
  now: Instant,
): Promise<void> {
  const orphans = await database.queries
    .selectDistinct({ processId: reps.processId })
    .from(reps)
    .leftJoin(processes, eq(processes.id, reps.processId))
    .where(and(isNotNull(reps.processId), isNull(processes.id)));
  for (const { processId } of orphans) if (processId !== null) await leave(processId, now);
}

/** This process ends: the grace period of its reps starts now. */
export async function unregisterProcess(
  database: Database,
  leave: LeaveProcess,
  processId: string,
  now: Instant,
): Promise<void> {
  await leave(processId, now);
  await database.queries.delete(processes).where(eq(processes.id, processId));
}
