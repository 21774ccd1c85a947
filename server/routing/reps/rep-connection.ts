import { and, asc, eq, isNotNull, lte } from 'drizzle-orm';
import type { Milliseconds } from '../../../src/domain/time.ts';
import type { Database } from '../../database/database.ts';
import { reps } from '../../database/schema/routing.ts';
import type { SessionOfRep } from '../engine/engine.ts';
import { goOffline } from './presence.ts';
import { timeOutRequests } from '../work/settle-requests.ts';
import { lockReps, type RepRow } from './reps.ts';
import type { RunStep } from '../engine/run-step.ts';
import type { Step } from '../engine/step.ts';

/** How long a rep may be away before the server sets Offline. */
export const GRACE: Milliseconds = 30_000;

/** How many reps one transaction handles, so that it does not hold many locks for long. */
export const REPS_AT_ONCE = 50;

/** The columns of a rep without a session. */
export const noSession = {
  sessionId: null,
  socketId: null,
  processId: null,
  connectedAt: null,
  disconnectedAt: null,
  graceEndsAt: null,
} as const;

/**
 * Reconnects the reps of a process that was suspended long enough for the others to consider it gone, if their sockets
 * are still open.
 */
export async function reviveSockets(
  database: Database,
  run: RunStep,
  processId: string,
  live: ReadonlyMap<string, SessionOfRep>,
): Promise<void> {
  const away = await database.queries
    .select({ id: reps.id, socketId: reps.socketId })
    .from(reps)
    .where(and(eq(reps.processId, processId), isNotNull(reps.disconnectedAt)));
  const wrong = away.filter(({ socketId }) => socketId !== null && live.has(socketId)).map(({ id }) => id);
  if (wrong.length === 0) return;
  await run(async (step) => {
    for (const rep of (await lockReps(step, wrong)).values()) {
      const { socketId } = rep;
      if (rep.processId !== processId || socketId === null || !live.has(socketId)) continue;
      step.touch(rep.id, { disconnectedAt: null, graceEndsAt: null });
      step.route();
    }
  });
}

/**
 * Ends expired grace periods: the reps go Offline, unanswered requests go back with their age, accepted work stays
 * theirs, and their session is freed. Handles a limited number of reps; returns whether there may be more.
 */
export async function endGraces(step: Step): Promise<boolean> {
  const over = await step.tx
    .select({ id: reps.id })
    .from(reps)
    .where(and(isNotNull(reps.graceEndsAt), lte(reps.graceEndsAt, step.now())))
    .orderBy(asc(reps.id))
    .limit(REPS_AT_ONCE);
  const locked = await lockReps(
    step,
    over.map(({ id }) => id),
  );
  for (const rep of locked.values()) await endGrace(step, rep);
  return over.length === REPS_AT_ONCE;
}

async function endGrace(step: Step, rep: RepRow): Promise<void> {
  // The rep may have reconnected while this waited for the lock.
  if (rep.graceEndsAt === null || rep.graceEndsAt > step.now()) return;
  const current = await timeOutRequests(step, rep);
  const status = (await step.configuration()).status(current.statusId);
  if (status?.kind !== 'offline') await goOffline(step, current, 'grace');
  step.touch(rep.id, noSession);
}
