import {
  capacityOf,
  freeCapacity,
  type Capacity,
  type CapacityPool,
  type Load,
} from '../../../src/domain/work/capacity.ts';
import type { EffectiveConfiguration } from '../../../src/domain/configuration/effective-configuration.ts';
import {
  loadOf,
  offerObstacle,
  type OfferedRep,
  type OfferedWork,
} from '../../../src/domain/work/offering.ts';
import type { PresenceStatus } from '../../../src/domain/configuration/presence-status.ts';
import {
  capacityPool,
  type RoutingConfiguration,
} from '../../../src/domain/configuration/routing-configuration.ts';
import type { Instant } from '../../../src/domain/time.ts';
import type { Id } from '../../../src/domain/values.ts';

/** A rep as the choice sees them. */
export interface Candidate extends OfferedRep {
  readonly id: Id;
  /** The rep's change number when they were read. */
  readonly change: number;
  readonly status: PresenceStatus;
  readonly lastOfferAt: Instant | null;
  readonly configuration: EffectiveConfiguration;
}

/** What work asks of a rep, by its channel and the routing configuration of its queue. */
export interface Demand extends OfferedWork {
  readonly routing: OfferedWork['routing'] & Pick<RoutingConfiguration, 'model'>;
}

/** How much of this rep's capacity the work would take. */
export function loadFor(candidate: Candidate, demand: Demand): Load {
  return loadOf(candidate.capacity, demand);
}

/** Whether this rep can be offered the work now. */
export function canTake(candidate: Candidate, demand: Demand): boolean {
  return offerObstacle(candidate, demand) === null;
}

/** The rep as they will be once the load is offered to them. */
export function withOffer(candidate: Candidate, load: Load, now: Instant): Candidate {
  const { primary, interruptible } = candidate.capacity;
  const loads: Load[] = [
    { size: primary.used, pool: 'primary' },
    { size: interruptible.used, pool: 'interruptible' },
    load,
  ];
  return {
    ...candidate,
    openWorks: candidate.openWorks + 1,
    ringing: candidate.ringing + 1,
    capacity: capacityOf(loads, { capacity: primary.total, interruptibleCapacity: interruptible.total }),
    lastOfferAt: now,
  };
}

/** The rep to offer the work to, by the model of its routing configuration; `null` if nobody can take it. */
export function chooseRep(candidates: Iterable<Candidate>, demand: Demand): Candidate | null {
  let best: Candidate | null = null;
  for (const candidate of candidates) {
    if (!canTake(candidate, demand)) continue;
    if (best === null || isPreferred(candidate, best, demand)) best = candidate;
  }
  return best;
}

/** Whether the work prefers `one` to `other`, given that both can take it. */
export function isPreferred(one: Candidate, other: Candidate, { channel, routing }: Demand): boolean {
  const byModel =
    routing.model === 'leastActive' ? leastActive : mostAvailable(capacityPool(routing, channel));
  return (byModel(one, other) || longestWithoutOffer(one, other)) < 0;
}

type Order = (one: Candidate, other: Candidate) => number;

// Sizes have two decimals: a difference of sums below a hundredth is a rounding error.
const difference = (one: number, other: number): number => Math.round((one - other) * 100);

const leastActive: Order = (one, other) => difference(openUnits(one.capacity), openUnits(other.capacity));

const mostAvailable =
  (pool: CapacityPool): Order =>
  (one, other) =>
    difference(freeCapacity(other.capacity, pool), freeCapacity(one.capacity, pool));

// A rep who has never been offered anything counts as waiting the longest.
const longestWithoutOffer: Order = (one, other) =>
  (one.lastOfferAt ?? -1) - (other.lastOfferAt ?? -1) || (one.id < other.id ? -1 : 1);

const openUnits = ({ primary, interruptible }: Capacity): number => primary.used + interruptible.used;
