import { randomUUID } from 'node:crypto';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { stampRequest } from '../../src/domain/request-stamp.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { Id } from '../../src/domain/values.ts';
import type { Queries } from '../database/database.ts';
import { agentWorks, reps, routingTurn, workItems } from '../database/schema/routing.ts';
import { toCandidate } from './candidates.ts';
import { canTake, loadFor, withOffer, type Candidate } from './choose-rep.ts';
import type { ConfigurationView } from './configuration-view.ts';
import { demandOf, MOST_OFFERS, planOffers, type PlannedOffer } from './plan-offers.ts';
import { lockReps, revisionColumn } from './reps.ts';
import type { Step } from './step.ts';

/**
 * Offers waiting work to reps. Processes take turns, so that what goes first goes first however many there are.
 * Gives whether there may be more to offer.
 */
export async function offerWaitingWork(step: Step): Promise<boolean> {
  const [turn] = await step.tx
    .select({ revision: revisionColumn })
    .from(routingTurn)
    .for('update', { of: routingTurn });
  if (turn) step.sawRevision(turn.revision);
  const planned = await planOffers(step);
  if (planned.length > 0) await makeOffers(step, planned);
  return planned.length >= MOST_OFFERS;
}

/**
 * Makes the planned offers that still hold once the reps are locked and the items claimed. An item that another
 * process is at work on is left alone. What is not offered now is planned again after the change that prevented it.
 */
async function makeOffers(step: Step, planned: readonly PlannedOffer[]): Promise<void> {
  const configuration = await step.configuration();
  const candidates = await lockCandidates(step, configuration, planned);
  const claimed = await claim(step.tx, planned);
  const now = step.now();
  const works: (typeof agentWorks.$inferInsert)[] = [];
  for (const { item, repId } of planned) {
    const rep = candidates.get(repId);
    const demand = demandOf(configuration, item.queueId, item.channelId);
    if (!rep || !claimed.has(item.id) || !canTake(rep, demand)) continue;
    const load = loadFor(rep, demand);
    candidates.set(repId, withOffer(rep, load, now));
    const offer = {
      channelId: item.channelId,
      ...load,
      pushTimeoutSeconds: configuration.queue(item.queueId).routing.pushTimeoutSeconds,
      requiresRep: item.requiredRepId === repId,
    };
    const stamp = stampRequest(rep.configuration, offer, now);
    const { size, pool, deadline } = stamp;
    works.push({
      id: randomUUID(),
      workItemId: item.id,
      repId,
      status: 'assigned',
      offeredAt: now,
      stamp,
      size,
      pool,
      deadline,
    });
    if (deadline !== null) step.due(deadline);
  }
  if (works.length > 0) await store(step, works, now);
}

async function lockCandidates(
  step: Step,
  configuration: ConfigurationView,
  planned: readonly PlannedOffer[],
): Promise<Map<Id, Candidate>> {
  const rows = await lockReps(step, [...new Set(planned.map(({ repId }) => repId))]);
  return new Map(
    [...rows].flatMap(([id, row]): [Id, Candidate][] => {
      const candidate = toCandidate(configuration, row);
      return candidate ? [[id, candidate]] : [];
    }),
  );
}

/** Locks those of the items that still wait and that nobody else has locked. */
async function claim(tx: Queries, planned: readonly PlannedOffer[]): Promise<Set<Id>> {
  const rows = await tx
    .select({ id: workItems.id })
    .from(workItems)
    .where(
      and(
        eq(workItems.status, 'waiting'),
        inArray(
          workItems.id,
          planned.map(({ item }) => item.id),
        ),
      ),
    )
    .orderBy(asc(workItems.id))
    .for('update', { skipLocked: true });
  return new Set(rows.map(({ id }) => id));
}

async function store(step: Step, works: (typeof agentWorks.$inferInsert)[], now: Instant): Promise<void> {
  await step.tx.insert(agentWorks).values(works);
  await step.tx
    .update(workItems)
    .set({ status: 'offered', repId: sql`${agentWorks.repId}`, agentWorkId: sql`${agentWorks.id}` })
    .from(agentWorks)
    .where(
      and(
        eq(workItems.id, agentWorks.workItemId),
        inArray(
          agentWorks.id,
          works.map(({ id }) => id),
        ),
      ),
    );
  const repIds = [...new Set(works.map(({ repId }) => repId))];
  await step.tx.update(reps).set({ lastOfferAt: now }).where(inArray(reps.id, repIds));
  for (const repId of repIds) step.touch(repId);
}
