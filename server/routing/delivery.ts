import { inArray } from 'drizzle-orm';
import type { Id } from '../../src/domain/values.ts';
import { agentWorks } from '../database/schema/routing.ts';
import { worksById } from './agent-works.ts';
import { acceptRequest, timeOutRequests } from './answers.ts';
import { lockRep } from './reps.ts';
import type { Step } from './step.ts';

/**
 * A panel of the rep shows these requests: from now on a push time-out is a miss. The automatic ones are accepted.
 * What is not a request of this rep, or is settled, is passed over. Throws `UnknownRepError`.
 */
export async function confirmDelivery(step: Step, repId: Id, agentWorkIds: readonly Id[]): Promise<void> {
  // What comes after the deadline was not delivered in time.
  await timeOutRequests(step, await lockRep(step.tx, repId));
  const requests = (await worksById(step, agentWorkIds)).filter(
    ({ work }) => work.repId === repId && work.status === 'assigned',
  );
  const fresh = requests.filter(({ work }) => work.deliveredAt === null).map(({ work }) => work.id);
  if (fresh.length > 0)
    await step.tx.update(agentWorks).set({ deliveredAt: step.now() }).where(inArray(agentWorks.id, fresh));
  for (const request of requests) {
    if (request.work.stamp.automatic) await acceptRequest(step, request, 'automatic');
  }
}
