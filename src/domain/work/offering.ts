import { fits, type Capacity, type Load } from './capacity.ts';
import { isOnlineFor, type PresenceStatus } from '../configuration/presence-status.ts';
import {
  capacityPool,
  requestSize,
  type RoutingConfiguration,
} from '../configuration/routing-configuration.ts';
import type { ServiceChannel } from '../configuration/service-channel.ts';
import type { Id } from '../values.ts';

/** The properties of a rep that decide whether they can be offered work. */
export interface OfferedRep {
  readonly connected: boolean;
  readonly status: Pick<PresenceStatus, 'kind' | 'channelIds'>;
  readonly wrappingUp: boolean;
  readonly openWorks: number;
  readonly capacity: Capacity;
  /** How many requests wait for this rep's answer, and how many may at once. */
  readonly ringing: number;
  readonly maxNewOffers: number;
  /** Whether the rep is in an outbound conversation. */
  readonly outbound: boolean;
}

/** The properties of work that decide it: its channel, and its queue's routing configuration. */
export interface OfferedWork {
  readonly channel: Pick<ServiceChannel, 'interruptible'> & { readonly id: Id };
  readonly routing: Pick<RoutingConfiguration, 'capacityWeight' | 'capacityType'>;
}

/** Why work cannot be offered to a rep now. */
export type OfferObstacle =
  | 'notConnected'
  | 'notOnline'
  | 'wrappingUp'
  | 'outbound'
  | 'enoughOffers'
  | 'noCapacity';

/** The load of the work on a rep's capacity. */
export function loadOf(capacity: Capacity, { channel, routing }: OfferedWork): Load {
  const pool = capacityPool(routing, channel);
  return { pool, size: requestSize(routing.capacityWeight, capacity[pool].total) };
}

/** What prevents an offer to this rep now, the longest-lasting obstacle first; `null` if nothing does. */
export function offerObstacle(rep: OfferedRep, work: OfferedWork): OfferObstacle | null {
  if (!rep.connected) return 'notConnected';
  if (!isOnlineFor(rep.status, work.channel.id)) return 'notOnline';
  if (rep.wrappingUp) return 'wrappingUp';
  if (rep.outbound) return 'outbound';
  if (rep.ringing >= rep.maxNewOffers) return 'enoughOffers';
  return fits(loadOf(rep.capacity, work), rep.capacity, rep.openWorks) ? null : 'noCapacity';
}
