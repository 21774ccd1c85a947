import { and, asc, eq, isNotNull, lte } from 'drizzle-orm';
import type { Instant } from '../../../src/domain/time.ts';
import type { Database, Statement } from '../../database/database.ts';
import { agentWorks } from '../../database/schema/routing.ts';
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

const nextDueStatement: Statement = {
  name: 'next_due',
  text: `
    select least(
      (select min(deadline) from agent_works where status = 'assigned' and deadline is not null),
      (select min(acw_ends_at) from agent_works where acw_ends_at is not null),
      (select min(grace_ends_at) from reps where grace_ends_at is not null),
      (select min(outbound_ends_at) from reps where outbound_ends_at is not null)) as at`,
};

/** The earliest end of a push time-out, wrap-up, outbound conversation or grace period; `null` if none is running. */
export async function nextDue(database: Database): Promise<Instant | null> {
  const [next] = await database.run<{ at: Instant | null }>(nextDueStatement, []);
  return next?.at ?? null;
}
