import type { Id } from '../../../src/domain/values.ts';
import type { Candidate } from './choose-rep.ts';
import type { ConfigurationView } from '../configuration/configuration-view.ts';
import { readmittedTo } from './exclusion-rounds.ts';
import { readmitToItem } from './exclusions.ts';
import { MemberPool } from './member-pool.ts';
import type { Step } from '../engine/step.ts';
import {
  PAGE,
  waitingForReps,
  waitingPage,
  type Group,
  type PlaceWithWork,
  type WaitingItem,
} from './waiting-work.ts';

/** An item and the rep to offer it to. */
export interface PlannedOffer {
  readonly item: WaitingItem;
  readonly repId: Id;
}

/** The maximum number of offers in one transaction. */
export const MAX_OFFERS = 100;

/**
 * Decides who is offered what: first work that requires a certain rep, then queue by queue, by the priority of their
 * routing configurations and then by age. Reads without locks; `makeOffers` checks again with them.
 */
export async function planOffers(step: Step, places: readonly PlaceWithWork[]): Promise<PlannedOffer[]> {
  const plan = new OfferPlan(step, await step.configuration());
  if (places.some(({ required }) => required)) await plan.planRequired();
  await plan.planQueues(places.filter(({ required }) => !required).map(({ queueId }) => queueId));
  return plan.offers;
}

class OfferPlan {
  readonly offers: PlannedOffer[] = [];
  readonly #step: Step;
  readonly #configuration: ConfigurationView;
  readonly #pool: MemberPool;
  readonly #nobodyFor: Group[] = [];

  constructor(step: Step, configuration: ConfigurationView) {
    this.#step = step;
    this.#configuration = configuration;
    this.#pool = new MemberPool(step.tx, configuration);
  }

  async planRequired(): Promise<void> {
    const items = await waitingForReps(this.#step.tx);
    // The sort is stable: oldest first within a priority.
    items.sort((one, other) => this.#priority(one.queueId) - this.#priority(other.queueId));
    for (const item of items) {
      const rep = item.requiredRepId && (await this.#pool.chooseOnly(item, item.requiredRepId));
      if (rep) this.#offer(item, rep);
      if (this.#isFull()) return;
    }
  }

  async planQueues(queueIds: readonly Id[]): Promise<void> {
    if (this.#isFull()) return;
    const byPriority = Map.groupBy(queueIds, (id) => this.#priority(id));
    for (const priority of [...byPriority.keys()].sort((one, other) => one - other)) {
      await this.#planLevel(byPriority.get(priority) ?? []);
      if (this.#isFull()) return;
    }
  }

  /** Queues of the same priority: oldest item first, across all of them. */
  async #planLevel(queueIds: readonly Id[]): Promise<void> {
    let last: WaitingItem | null = null;
    for (;;) {
      const page = await waitingPage(this.#step.tx, queueIds, this.#nobodyFor, last);
      for (const item of page) {
        await this.#planItem(item);
        if (this.#isFull()) return;
      }
      last = page.at(-1) ?? null;
      if (page.length < PAGE) return;
    }
  }

  async #planItem(item: WaitingItem): Promise<void> {
    if (this.#nobodyFor.some((group) => isOf(group, item))) return;
    // The participants of a conversation are read again before another rep is invited to it.
    if (item.conferenceId !== null && this.#isOffered(item.conferenceId)) return;
    const excluded = await this.#stillExcluded(item);
    const rep = await this.#pool.choose(item, [...excluded, ...item.present]);
    if (rep) this.#offer(item, rep);
    // Then nobody can take the next item of its kind either, and the rest of a long queue need not be read.
    else if (excluded.length === 0 && item.present.length === 0) {
      const { queueId, channelId, profileId } = item;
      this.#nobodyFor.push({ queueId, channelId, profileId });
    }
  }

  #isOffered(conferenceId: Id): boolean {
    return this.offers.some(({ item }) => item.conferenceId === conferenceId);
  }

  async #stillExcluded(item: WaitingItem): Promise<readonly Id[]> {
    if (item.excluded.length === 0) return item.excluded;
    const online = [...(await this.#pool.online(item))].filter((id) => !item.present.includes(id));
    const readmitted = readmittedTo(item.excluded, new Set(online));
    if (readmitted.length === 0) return item.excluded;
    await readmitToItem(this.#step, item.id, readmitted);
    return item.excluded.filter((id) => !readmitted.includes(id));
  }

  #offer(item: WaitingItem, rep: Candidate): void {
    this.offers.push({ item, repId: rep.id });
    this.#pool.offer(rep, item, this.#step.now());
  }

  #priority(queueId: Id): number {
    return this.#configuration.queue(queueId).routing.priority;
  }

  #isFull(): boolean {
    return this.offers.length >= MAX_OFFERS;
  }
}

function isOf(group: Group, item: WaitingItem): boolean {
  return (
    group.queueId === item.queueId && group.channelId === item.channelId && group.profileId === item.profileId
  );
}
