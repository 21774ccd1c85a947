import { randomUUID } from 'node:crypto';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { stampRequest } from '../../../src/domain/work/request-stamp.ts';
import type { Instant } from '../../../src/domain/time.ts';
import type { Id } from '../../../src/domain/values.ts';
import { agentWorks, workItems } from '../../database/schema/routing.ts';
import { loadFor, type Candidate, type Demand } from './choose-rep.ts';
import type { ConfigurationView } from '../configuration/configuration-view.ts';
import type { Step } from '../engine/step.ts';

/** A new request, with its terms fixed. */
export type NewWork = typeof agentWorks.$inferSelect;

/** What an item of this queue and channel requires. */
export function demandOf(configuration: ConfigurationView, queueId: Id, channelId: Id): Demand {
  return { channel: configuration.channel(channelId), routing: configuration.queue(queueId).routing };
}

/** The request that offers an item to a rep, on the current terms. */
export function newRequest(
  configuration: ConfigurationView,
  item: Pick<typeof workItems.$inferSelect, 'id' | 'queueId' | 'channelId' | 'requiredRepId'>,
  rep: Candidate,
  now: Instant,
): NewWork {
  const offer = {
    channelId: item.channelId,
    ...loadFor(rep, demandOf(configuration, item.queueId, item.channelId)),
    pushTimeoutSeconds: configuration.queue(item.queueId).routing.pushTimeoutSeconds,
    requiresRep: item.requiredRepId === rep.id,
  };
  const stamp = stampRequest(rep.configuration, offer, now);
  const { size, pool, deadline } = stamp;
  return {
    id: randomUUID(),
    workItemId: item.id,
    repId: rep.id,
    status: 'assigned',
    offeredAt: now,
    stamp,
    size,
    pool,
    deadline,
    deliveredAt: null,
    openedAt: null,
    openedBy: null,
    settledAt: null,
    cancelReason: null,
    customerLeftAt: null,
    declineReason: null,
    statusUpdate: null,
    transferredTo: null,
    acw: null,
    acwEndsAt: null,
    flag: null,
  };
}

/** Stores requests for locked, waiting items to locked reps. */
export async function storeRequests(step: Step, works: readonly NewWork[]): Promise<void> {
  if (works.length === 0) return;
  const ids = works.map(({ id }) => id);
  await step.tx.insert(agentWorks).values([...works]);
  await step.tx
    .update(workItems)
    .set({ status: 'offered', repId: sql`${agentWorks.repId}`, agentWorkId: sql`${agentWorks.id}` })
    .from(agentWorks)
    .where(and(eq(workItems.id, agentWorks.workItemId), inArray(agentWorks.id, ids)));
  for (const { repId, offeredAt, deadline } of works) {
    step.touch(repId, { lastOfferAt: offeredAt });
    if (deadline !== null) step.due(deadline);
  }
}
