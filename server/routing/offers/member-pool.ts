import type { Instant } from '../../../src/domain/time.ts';
import type { Id } from '../../../src/domain/values.ts';
import type { Database } from '../../database/database.ts';
import { idsOnline, membersOnline } from './candidates.ts';
import { canTake, chooseRep, isPreferred, loadFor, withOffer, type Candidate } from './choose-rep.ts';
import type { ConfigurationView } from '../configuration/configuration-view.ts';
import { demandOf } from './request-store.ts';
import type { Group } from './waiting-work.ts';

/** How many of the least active members are read first: in a large queue the choice is nearly always among them. */
const SHORTLIST = 50;

/** The members of a queue who may have room for the work of a channel, as read from the database. */
interface Members {
  readonly ids: readonly Id[];
  /** The last member of a shortlist: members that were not read are at least as active. `null`: all were read. */
  readonly last: Candidate | null;
}

/** The reps that a plan chooses from, with the offers planned so far counted in. */
export class MemberPool {
  readonly #database: Database;
  readonly #configuration: ConfigurationView;
  readonly #reps = new Map<Id, Candidate>();
  readonly #members = new Map<string, Members>();
  readonly #online = new Map<string, ReadonlySet<Id>>();

  constructor(database: Database, configuration: ConfigurationView) {
    this.#database = database;
    this.#configuration = configuration;
  }

  /** The rep to offer work of this group to; `null` if nobody can take it. */
  async choose(group: Group, excluded: readonly Id[]): Promise<Candidate | null> {
    const demand = demandOf(this.#configuration, group.queueId, group.channelId);
    const among = ({ ids }: Members) =>
      chooseRep(
        ids.flatMap((id) => (excluded.includes(id) ? [] : (this.#reps.get(id) ?? []))),
        demand,
      );
    const members = await this.#membersOf(group);
    const best = among(members);
    if (members.last === null || (best && !isPreferred(members.last, best, demand))) return best;
    // A member who is not on the shortlist may be the better choice.
    return among(await this.#read(group, null));
  }

  /** This rep, if they can be offered work of this group; `null` otherwise. */
  async chooseOnly(group: Group, repId: Id): Promise<Candidate | null> {
    const [read] = await membersOnline(this.#database, this.#configuration, group, { repId });
    if (!read) return null;
    const rep = this.#remember(read);
    return canTake(rep, demandOf(this.#configuration, group.queueId, group.channelId)) ? rep : null;
  }

  /** All members who are online for this group, whether they can take anything or not. */
  async online(group: Group): Promise<ReadonlySet<Id>> {
    const known = this.#online.get(keyOf(group));
    if (known) return known;
    const ids = await idsOnline(this.#database.queries, this.#configuration, group);
    this.#online.set(keyOf(group), ids);
    return ids;
  }

  /** Counts a planned offer: it takes up some of the rep's capacity. */
  offer(rep: Candidate, group: Group, now: Instant): void {
    const demand = demandOf(this.#configuration, group.queueId, group.channelId);
    this.#reps.set(rep.id, withOffer(rep, loadFor(rep, demand), now));
  }

  #membersOf(group: Group): Members | Promise<Members> {
    const { routing } = this.#configuration.queue(group.queueId);
    return (
      this.#members.get(keyOf(group)) ?? this.#read(group, routing.model === 'leastActive' ? SHORTLIST : null)
    );
  }

  async #read(group: Group, leastActive: number | null): Promise<Members> {
    const read = await membersOnline(this.#database, this.#configuration, group, {
      roomFor: demandOf(this.#configuration, group.queueId, group.channelId),
      leastActive,
    });
    for (const member of read) this.#remember(member);
    const last = read.length === leastActive ? (read.at(-1) ?? null) : null;
    const members = { ids: read.map(({ id }) => id), last };
    this.#members.set(keyOf(group), members);
    return members;
  }

  /** A rep with planned offers takes precedence over the rep as read. */
  #remember(rep: Candidate): Candidate {
    const known = this.#reps.get(rep.id) ?? rep;
    this.#reps.set(rep.id, known);
    return known;
  }
}

function keyOf({ queueId, channelId, profileId }: Group): string {
  return `${queueId} ${channelId} ${profileId ?? ''}`;
}
