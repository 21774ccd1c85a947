import { and, asc, eq, isNotNull, lte, min } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import type { Instant } from '../../../src/domain/time.ts';
import type { Queries } from '../../database/database.ts';
import { agentWorks, reps } from '../../database/schema/routing.ts';
import { timeOutRequests } from '../work/settle-requests.ts';
import { lockReps } from '../reps/reps.ts';
import { REPS_AT_ONCE } from '../reps/rep-connection.ts';
import type { Step } from './step.ts';

const mayTimeOut = and(eq(agentWorks.status, 'assigned'), isNotNull(agentWorks.deadline));

/** Settles requests past their push time-out, for a limited number of reps. Returns whether there may be more. */
export async function endPushTimeouts(step: Step): Promise<boolean> {
  const overdue = await step.tx
    .selectDistinct({ repId: agentWorks.repId })
    .from(agentWorks)
    .where(and(mayTimeOut, lte(agentWorks.deadline, step.now())))
    .orderBy(asc(agentWorks.repId))
    .limit(REPS_AT_ONCE);
  const locked = await lockReps(
    step,
    overdue.map(({ repId }) => repId),
  );
  for (const rep of locked.values()) await timeOutRequests(step, rep);
  return overdue.length === REPS_AT_ONCE;
}

/** The earliest end of a push time-out, wrap-up, outbound conversation or grace period; `null` if none is running. */
export async function nextDue(queries: Queries): Promise<Instant | null> {
  const timeouts = queries
    .select({ at: min(agentWorks.deadline) })
    .from(agentWorks)
    .where(mayTimeOut);
  const graces = queries
    .select({ at: min(reps.graceEndsAt) })
    .from(reps)
    .where(isNotNull(reps.graceEndsAt));
  const wrapUps = queries
    .select({ at: min(agentWorks.acwEndsAt) })
    .from(agentWorks)
    .where(isNotNull(agentWorks.acwEndsAt));
  const outbounds = queries
    .select({ at: min(reps.outboundEndsAt) })
    .from(reps)
    .where(isNotNull(reps.outboundEndsAt));
  const instants = (await unionAll(timeouts, graces, wrapUps, outbounds))
    .map(({ at }) => at)
    .filter((at) => at !== null);
  return instants.length === 0 ? null : Math.min(...instants);
}
