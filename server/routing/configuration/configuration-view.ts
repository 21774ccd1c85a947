import { createHash } from 'node:crypto';
import type { EffectiveConfiguration } from '../../../src/domain/configuration/effective-configuration.ts';
import { isOnlineFor, type PresenceStatus } from '../../../src/domain/configuration/presence-status.ts';
import {
  resolveEffectiveConfiguration,
  type ConfigurationSources,
} from '../../../src/domain/configuration/resolve-effective-configuration.ts';
import type { RoutingConfiguration } from '../../../src/domain/configuration/routing-configuration.ts';
import type { ServiceChannel } from '../../../src/domain/configuration/service-channel.ts';
import type { Id } from '../../../src/domain/values.ts';
import { capacityOf, fromHundredths, type CapacityPool } from '../../../src/domain/work/capacity.ts';
import { loadOf, type OfferedWork } from '../../../src/domain/work/offering.ts';
import { canonicalJson } from './canonical-json.ts';

/** A queue with everything that routing needs to know about it. */
export interface QueueView {
  readonly id: Id;
  readonly name: string;
  readonly developerName: string;
  readonly routing: Omit<RoutingConfiguration, 'name' | 'developerName'>;
  readonly memberIds: ReadonlySet<Id>;
}

/** A named route for messaging work, which leads to a queue. */
export interface FlowView {
  readonly id: Id;
  readonly name: string;
  readonly queueId: Id;
}

/** A rep: an active user with the Omni-Channel permission. */
export interface RepView {
  readonly source: ConfigurationSources['rep'];
  /** Granted to the rep's profile, including Offline. */
  readonly statuses: readonly PresenceStatus[];
}

/** The whole configuration at one revision, as it was read. */
export interface ConfigurationRecords extends Omit<ConfigurationSources, 'rep' | 'statuses'> {
  readonly revision: number;
  readonly reps: ReadonlyMap<Id, RepView>;
  readonly statuses: ReadonlyMap<Id, PresenceStatus>;
  readonly queues: ReadonlyMap<Id, QueueView>;
  /** Profiles that have a rep. */
  readonly profiles: ReadonlyMap<Id, { readonly id: Id; readonly name: string }>;
  readonly flows: ReadonlyMap<Id, FlowView>;
}

/** The configuration at one revision, with the queries that routing needs. Results are computed once. */
export class ConfigurationView {
  readonly #records: ConfigurationRecords;
  readonly #channels: ReadonlyMap<Id, ServiceChannel & { readonly id: Id }>;
  readonly #effective = new Map<Id, EffectiveConfiguration>();
  readonly #versions = new Map<Id, string>();

  constructor(records: ConfigurationRecords) {
    this.#records = records;
    this.#channels = new Map(records.channels.map((channel) => [channel.id, channel]));
  }

  get revision(): number {
    return this.#records.revision;
  }

  get channels(): readonly (ServiceChannel & { readonly id: Id })[] {
    return this.#records.channels;
  }

  get queues(): ReadonlyMap<Id, QueueView> {
    return this.#records.queues;
  }

  get profiles(): ConfigurationRecords['profiles'] {
    return this.#records.profiles;
  }

  get flows(): ReadonlyMap<Id, FlowView> {
    return this.#records.flows;
  }

  isRep(id: Id): boolean {
    return this.#records.reps.has(id);
  }

  /** Throws if there is no such channel: work refers to channels that exist. */
  channel(id: Id): ServiceChannel & { readonly id: Id } {
    return found(this.#channels.get(id), `service channel ${id}`);
  }

  /** Throws if there is no such queue: work refers to queues that exist. */
  queue(id: Id): QueueView {
    return found(this.#records.queues.get(id), `queue ${id}`);
  }

  /** A presence status, regardless of who may choose it; `null` if there is none. */
  status(id: Id): PresenceStatus | null {
    return this.#records.statuses.get(id) ?? null;
  }

  /** The statuses that are online for a channel. */
  statusesOnlineFor(channelId: Id): PresenceStatus[] {
    return [...this.#records.statuses.values()].filter((status) => isOnlineFor(status, channelId));
  }

  /** The most that a rep may have in use, of the pool that the work draws on, for the work to fit anybody. */
  mostUsed(work: OfferedWork): { readonly pool: CapacityPool; readonly used: number } {
    const rooms = this.#records.configurations.map((one) => {
      const capacity = capacityOf([], one);
      const { pool, size } = loadOf(capacity, work);
      // Sizes have two decimals.
      return { pool, used: fromHundredths(Math.round((capacity[pool].total - size) * 100)) };
    });
    return rooms.reduce((most, room) => (room.used > most.used ? room : most));
  }

  /** The effective configuration of a rep; `null` if there is no such rep. */
  effective(repId: Id): EffectiveConfiguration | null {
    const known = this.#effective.get(repId);
    if (known) return known;
    const rep = this.#records.reps.get(repId);
    if (!rep) return null;
    const sources = { ...this.#records, rep: rep.source, statuses: rep.statuses };
    const configuration = resolveEffectiveConfiguration(sources);
    this.#effective.set(repId, configuration);
    return configuration;
  }

  /** The strong entity tag (without quotes) of a rep's effective configuration; `null` if there is no such rep. */
  version(repId: Id): string | null {
    const known = this.#versions.get(repId);
    if (known !== undefined) return known;
    const configuration = this.effective(repId);
    if (!configuration) return null;
    const version = createHash('sha256').update(canonicalJson(configuration)).digest('hex');
    this.#versions.set(repId, version);
    return version;
  }
}

function found<T>(record: T | undefined, what: string): T {
  if (record === undefined) throw new Error(`There is no ${what}.`);
  return record;
}
