import { and, asc, eq, isNotNull, isNull, lte } from 'drizzle-orm';
import type { Instant, Milliseconds } from '../../../src/domain/time.ts';
import type { Database } from '../../database/database.ts';
import { reps } from '../../database/schema/routing.ts';
import { UnknownRepError, type SessionOfRep } from '../engine/engine.ts';
import { goOffline } from './presence.ts';
import { timeOutRequests } from '../work/settle-requests.ts';
import { writeState } from './rep-writes.ts';
import { isConnected, lockReps, type RepRow } from './reps.ts';
import type { Committed, RunStep, Step } from '../engine/step.ts';

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
 * Makes a socket of this process the rep's session, replacing any other. One statement and no transaction, so that many
 * reps can reconnect at once. Throws `UnknownRepError`.
 */
export async function claimSession(
  { queries }: Database,
  processId: string,
  { repId, sessionId, socketId }: SessionOfRep,
  now: Instant,
): Promise<Committed> {
  const place = { sessionId, socketId, processId, connectedAt: now, disconnectedAt: null, graceEndsAt: null };
  const changes = await writeState(queries, eq(reps.id, repId), place, now);
  if (changes.size === 0) throw new UnknownRepError(`There is no rep ${repId}.`);
  return { changes, routable: true, dueAt: null };
}

/** The socket is gone: the rep's grace period starts, if that socket is still the rep's session. */
export async function loseSocket(
  { queries }: Database,
  { repId, socketId }: SessionOfRep,
  now: Instant,
): Promise<Committed> {
  const holds = and(eq(reps.id, repId), eq(reps.socketId, socketId), isNull(reps.disconnectedAt));
  const grace = { disconnectedAt: now, graceEndsAt: now + GRACE };
  const changes = await writeState(queries, holds, grace, now);
  return { changes, routable: false, dueAt: changes.size > 0 ? grace.graceEndsAt : null };
}

/** A locked rep has been away since `since`. The grace period counts from now, when that was noticed. */
function startGrace(step: Step, rep: RepRow, since: number): void {
  const graceEndsAt = step.now() + GRACE;
  step.touch(rep.id, { disconnectedAt: since, graceEndsAt });
  step.due(graceEndsAt);
}

/**
 * Starts the grace period of reps whose process is gone; `since` is its last sign of life. The period counts from now:
 * if all servers were down for a minute, reps still have 30 seconds to reconnect to the first that runs again. Returns
 * whether there may be more.
 */
export async function disconnectProcess(step: Step, processId: string, since: number): Promise<boolean> {
  const lost = await step.tx
    .select({ id: reps.id })
    .from(reps)
    .where(and(eq(reps.processId, processId), isNotNull(reps.sessionId), isNull(reps.disconnectedAt)))
    .orderBy(asc(reps.id))
    .limit(REPS_AT_ONCE);
  const locked = await lockReps(
    step,
    lost.map(({ id }) => id),
  );
  for (const rep of locked.values()) {
    if (rep.processId === processId && isConnected(rep)) startGrace(step, rep, since);
  }
  return lost.length === REPS_AT_ONCE;
}

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
