import { eq } from 'drizzle-orm';
import { fits } from '../../../src/domain/work/capacity.ts';
import * as refusals from '../../../src/domain/work/refusals.ts';
import type { CommandOutcome } from '../../../src/protocol/messages.ts';
import { workItems } from '../../database/schema/routing.ts';
import { worksById, type StoredWork } from '../work/agent-works.ts';
import { acceptRequest } from '../work/settle-requests.ts';
import { toCandidate } from '../offers/candidates.ts';
import { loadFor } from '../offers/choose-rep.ts';
import { demandOf, newRequest, storeRequests } from '../offers/request-store.ts';
import { done, refused } from './outcomes.ts';
import type { RepRow } from '../reps/reps.ts';
import type { Step } from '../engine/step.ts';

/**
 * A locked rep takes work that they declined or missed and that still waits. It becomes theirs at once, as new agent
 * work, whatever their status. It must fit their capacity.
 */
export async function takeWork(step: Step, rep: RepRow, { work }: StoredWork): Promise<CommandOutcome> {
  const [item] = await step.tx
    .select()
    .from(workItems)
    .where(eq(workItems.id, work.workItemId))
    .for('update');
  if (item?.status !== 'waiting') return refused(refusals.noLongerWaiting);
  const configuration = await step.configuration();
  const candidate = toCandidate(configuration, rep);
  if (!candidate) return refused(refusals.notEligible);
  const load = loadFor(candidate, demandOf(configuration, item.queueId, item.channelId));
  if (!fits(load, candidate.capacity, candidate.openWorks)) return refused(refusals.noCapacity);
  const request = newRequest(configuration, item, candidate, step.now());
  await storeRequests(step, [request]);
  for (const taken of await worksById(step, [request.id])) await acceptRequest(step, rep, taken, 'rep');
  return done;
}
