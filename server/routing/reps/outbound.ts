import { and, asc, isNotNull, lte } from 'drizzle-orm';
import type { Seconds } from '../../../src/domain/time.ts';
import { reps } from '../../database/schema/routing.ts';
import type { Step } from '../engine/step.ts';
import { REPS_AT_ONCE } from './rep-connection.ts';
import { lockReps, type RepRow } from './reps.ts';

/** Outbound conversations of locked reps: while one lasts, the rep is offered nothing. */

/** One starts, or goes on, for at most so long from now. */
export function startOutbound(step: Step, rep: RepRow, maxSeconds: Seconds): void {
  const outboundEndsAt = step.now() + maxSeconds * 1000;
  step.touch(rep.id, { outboundEndsAt });
  step.due(outboundEndsAt);
}

/** It is over; that there was none is no mistake. */
export function endOutbound(step: Step, rep: RepRow): void {
  if (rep.outboundEndsAt === null) return;
  step.touch(rep.id, { outboundEndsAt: null });
  step.route();
}

/** Ends those that have lasted long enough, for a limited number of reps. Returns whether there may be more. */
export async function endOverdueOutbounds(step: Step): Promise<boolean> {
  const over = await step.tx
    .select({ id: reps.id })
    .from(reps)
    .where(and(isNotNull(reps.outboundEndsAt), lte(reps.outboundEndsAt, step.now())))
    .orderBy(asc(reps.id))
    .limit(REPS_AT_ONCE);
  const locked = await lockReps(
    step,
    over.map(({ id }) => id),
  );
  for (const rep of locked.values())
    if (rep.outboundEndsAt !== null && rep.outboundEndsAt <= step.now()) endOutbound(step, rep);
  return over.length === REPS_AT_ONCE;
}
