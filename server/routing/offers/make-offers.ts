import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Id } from '../../../src/domain/values.ts';
import type { Queries } from '../../database/database.ts';
import { routingTurn, workItems } from '../../database/schema/routing.ts';
import { toCandidate } from './candidates.ts';
import { canTake, loadFor, withOffer, type Candidate } from './choose-rep.ts';
import type { ConfigurationView } from '../configuration/configuration-view.ts';
import { demandOf, newRequest, storeRequests, type NewWork } from './request-store.ts';
import { MAX_OFFERS, planOffers, type PlannedOffer } from './plan-offers.ts';
import { lockReps, revisionColumn } from '../reps/reps.ts';
import type { Step } from '../engine/step.ts';
import type { PlaceWithWork } from './waiting-work.ts';

/**
 * Offers the work waiting in these places to reps. Processes take turns, so that the order is kept however many there
 * are. Returns whether there may be more to offer.
 */
export async function offerWaitingWork(step: Step, places: readonly PlaceWithWork[]): Promise<boolean> {
  const [turn] = await step.tx
    .select({ revision: revisionColumn })
    .from(routingTurn)
    .for('update', { of: routingTurn });
  if (turn) step.sawRevision(turn.revision);
  const planned = await planOffers(step, places);
  if (planned.length > 0) await makeOffers(step, planned);
  return planned.length >= MAX_OFFERS;
}

/**
 * Makes the planned offers that are still valid once the reps are locked and the items claimed. Items that another
 * process has locked are skipped. An offer that is not made is planned again after the change that prevented it.
 */
async function makeOffers(step: Step, planned: readonly PlannedOffer[]): Promise<void> {
  const configuration = await step.configuration();
  const candidates = await lockCandidates(step, configuration, planned);
  const claimed = await claim(step.tx, planned);
  const now = step.now();
  const works: NewWork[] = [];
  for (const { item, repId } of planned) {
    const rep = candidates.get(repId);
    const demand = demandOf(configuration, item.queueId, item.channelId);
    if (!rep || !claimed.has(item.id) || !canTake(rep, demand)) continue;
    works.push(newRequest(configuration, item, rep, now));
    candidates.set(repId, withOffer(rep, loadFor(rep, demand), now));
  }
  await storeRequests(step, works);
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

/** Locks the items that still wait and that no other process has locked. */
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
