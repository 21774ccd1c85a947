import type { Instant } from '../../../src/domain/time.ts';
import type { Id } from '../../../src/domain/values.ts';
import type { Database } from '../../database/database.ts';
import type { Candidate } from './choose-rep.ts';
import type { ConfigurationView } from '../configuration/configuration-view.ts';
import { readmittedTo } from './exclusion-rounds.ts';
import { MemberPool } from './member-pool.ts';
import {
  PAGE,
  waitingForReps,
  waitingPage,
  type Group,
  type WaitingItem,
  type WaitingPlaces,
} from './waiting-work.ts';

/** An item and the rep to offer it to, as they were before this plan. */
interface PlannedOffer {
  readonly item: WaitingItem;
  readonly rep: Candidate;
}

/** What is to be written, if nobody else has routed in the meantime. */
export interface Plan {
  readonly offers: readonly PlannedOffer[];
  /** Reps who may be offered items again that they declined or missed. */
  readonly readmissions: readonly { readonly itemId: Id; readonly repIds: readonly Id[] }[];
}

/** The maximum number of offers in one plan. */
export const MAX_OFFERS = 100;

/** The waiting items of a group that have been read, and whether there are more. */
interface Line {
  readonly group: Group;
  items: WaitingItem[];
  last: WaitingItem | null;
  isRead: boolean;
}

/**
 * Decides who is offered what: first work that requires a certain rep, then queue by queue, by the priority of their
 * routing configurations and then by age. Reads without locks: what is planned is only written if it is still so.
 */
export async function planOffers(
  database: Database,
  configuration: ConfigurationView,
  { required, groups }: Pick<WaitingPlaces, 'required' | 'groups'>,
  now: Instant,
): Promise<Plan> {
  const plan = new OfferPlan(database, configuration, now);
  if (required) await plan.planRequired();
  await plan.planQueues(groups);
  return plan;
}

class OfferPlan implements Plan {
  readonly offers: PlannedOffer[] = [];
  readonly readmissions: { itemId: Id; repIds: readonly Id[] }[] = [];
  readonly #database: Database;
  readonly #configuration: ConfigurationView;
  readonly #now: Instant;
  readonly #pool: MemberPool;

  constructor(database: Database, configuration: ConfigurationView, now: Instant) {
    this.#database = database;
    this.#configuration = configuration;
    this.#now = now;
    this.#pool = new MemberPool(database, configuration);
  }

  async planRequired(): Promise<void> {
    const items = await waitingForReps(this.#database);
    // The sort is stable: oldest first within a priority.
    items.sort((one, other) => this.#priority(one.queueId) - this.#priority(other.queueId));
    for (const item of items) {
      const rep = item.requiredRepId && (await this.#pool.chooseOnly(item, item.requiredRepId));
      if (rep) this.#offer(item, rep);
      if (this.#isFull()) return;
    }
  }

  async planQueues(groups: readonly Group[]): Promise<void> {
    const byPriority = Map.groupBy(groups, ({ queueId }) => this.#priority(queueId));
    for (const priority of [...byPriority.keys()].sort((one, other) => one - other)) {
      if (this.#isFull()) return;
      await this.#planLevel(byPriority.get(priority) ?? []);
    }
  }

  /** Queues of the same priority: oldest item first, across all of them. */
  async #planLevel(groups: readonly Group[]): Promise<void> {
    let lines = groups.map((group): Line => ({ group, items: [], last: null, isRead: false }));
    while (lines.length > 0 && !this.#isFull()) {
      if (lines.some(({ items, isRead }) => items.length === 0 && !isRead)) await this.#readMore(lines);
      lines = lines.filter(({ items }) => items.length > 0);
      const oldest = lines.reduce<Line | null>(
        (first, line) => (first && !isOlder(line.items[0], first.items[0]) ? first : line),
        null,
      );
      const item = oldest?.items.shift();
      // Then nobody can take the next item of its kind either, and the rest of a long queue need not be read.
      if (item && (await this.#planItem(item)) === 'nobody') lines = lines.filter((line) => line !== oldest);
    }
  }

  async #readMore(lines: readonly Line[]): Promise<void> {
    const empty = lines.filter(({ items, isRead }) => items.length === 0 && !isRead);
    const page = await waitingPage(
      this.#database,
      empty.map(({ group, last }) => ({ group, after: last })),
    );
    for (const line of empty) {
      line.items = page.filter((item) => isOf(line.group, item));
      line.last = line.items.at(-1) ?? null;
      line.isRead = line.items.length < PAGE;
    }
  }

  async #planItem(item: WaitingItem): Promise<'nobody' | 'planned'> {
    // The participants of a conversation are read again before another rep is invited to it.
    if (item.conferenceId !== null && this.#isOffered(item.conferenceId)) return 'planned';
    const excluded = await this.#stillExcluded(item);
    const rep = await this.#pool.choose(item, [...excluded, ...item.present]);
    if (rep) this.#offer(item, rep);
    return !rep && excluded.length === 0 && item.present.length === 0 ? 'nobody' : 'planned';
  }

  #isOffered(conferenceId: Id): boolean {
    return this.offers.some(({ item }) => item.conferenceId === conferenceId);
  }

  async #stillExcluded(item: WaitingItem): Promise<readonly Id[]> {
    if (item.excluded.length === 0) return item.excluded;
    const online = [...(await this.#pool.online(item))].filter((id) => !item.present.includes(id));
    const readmitted = readmittedTo(item.excluded, new Set(online));
    if (readmitted.length === 0) return item.excluded;
    this.readmissions.push({ itemId: item.id, repIds: readmitted });
    return item.excluded.filter((id) => !readmitted.includes(id));
  }

  #offer(item: WaitingItem, rep: Candidate): void {
    this.offers.push({ item, rep });
    this.#pool.offer(rep, item, this.#now);
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

function isOlder(one: WaitingItem | undefined, other: WaitingItem | undefined): boolean {
  if (!one || !other) return one !== undefined;
  return one.createdAt < other.createdAt || (one.createdAt === other.createdAt && one.number < other.number);
}
