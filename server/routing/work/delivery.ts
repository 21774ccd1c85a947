import { and, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Instant } from '../../../src/domain/time.ts';
import type { Id } from '../../../src/domain/values.ts';
import type { Database } from '../../database/database.ts';
import { agentWorks } from '../../database/schema/routing.ts';
import { worksById } from './agent-works.ts';
import { acceptRequest, timeOutRequests } from './settle-requests.ts';
import { lockRep } from '../reps/reps.ts';
import type { RunStep, Step } from '../engine/step.ts';

/**
 * The rep's panel shows these requests: from now on a push time-out counts as missed, and requests with automatic
 * acceptance are accepted. Ids of other reps' requests, and of settled or overdue ones, are ignored. Throws
 * `UnknownRepError`.
 *
 * Confirming takes one statement without the rep's lock, since most requests need no more. A transaction that settles a
 * request at the same moment waits for it, or the other way round.
 */
export async function confirmDelivery(
  { queries }: Database,
  run: RunStep,
  repId: Id,
  agentWorkIds: readonly Id[],
  now: Instant,
): Promise<void> {
  if (agentWorkIds.length === 0) return;
  const confirmed = await queries
    .update(agentWorks)
    .set({ deliveredAt: sql`coalesce(${agentWorks.deliveredAt}, ${now})` })
    .where(
      and(
        inArray(agentWorks.id, [...agentWorkIds]),
        eq(agentWorks.repId, repId),
        eq(agentWorks.status, 'assigned'),
        or(isNull(agentWorks.deadline), gt(agentWorks.deadline, now)),
      ),
    )
    .returning({ id: agentWorks.id, stamp: agentWorks.stamp });
  const automatic = confirmed.filter(({ stamp }) => stamp.automatic).map(({ id }) => id);
  if (automatic.length > 0) await run((step) => acceptAutomatically(step, repId, automatic));
}

/** After a crash in between, the panel confirms them again and they are accepted then. */
async function acceptAutomatically(step: Step, repId: Id, agentWorkIds: readonly Id[]): Promise<void> {
  const rep = await timeOutRequests(step, await lockRep(step, repId));
  for (const request of await worksById(step, agentWorkIds)) {
    if (request.work.status === 'assigned') await acceptRequest(step, rep, request, 'automatic');
  }
}
