import { isWorkRequest, type AgentWork } from '../work/agent-work.ts';
import type { Instant } from '../time.ts';

/** What should sound at an instant. */
export interface Ring {
  /** The request that owns the sound. */
  readonly agentWorkId: string;
  /** SHA-256 of a custom sound; `null`: the default sound. */
  readonly sound: string | null;
  /** When its interval began: the offer. */
  readonly from: Instant;
  /** When its interval ends: a longer sound is cut there with a fade. */
  readonly until: Instant;
  /** Whether a shorter sound starts again until then. An automatic acceptance chimes once. */
  readonly loop: boolean;
}

/** What the plan reads of agent work. */
export type RingCandidate = Pick<
  AgentWork,
  'id' | 'status' | 'offeredAt' | 'settledAt' | 'cancelReason' | 'openedBy'
> & {
  readonly stamp: Pick<AgentWork['stamp'], 'ring' | 'automatic' | 'stopSoundWhenCustomerLeaves' | 'deadline'>;
};

/**
 * The one sound that should be heard at `now`, or `null` for silence. Each request has one interval, from its offer
 * for its length; of those that run, the newest owns the sound. Settling ends a request's share at once, but for an
 * automatic acceptance (its chime plays out) and a customer who left (the channel may stop it).
 */
export function planRing(works: readonly RingCandidate[], now: Instant): Ring | null {
  let newest: RingCandidate | null = null;
  for (const work of works) {
    if (!sounds(work, now)) continue;
    if (newest === null || isNewer(work, newest)) newest = work;
  }
  if (newest?.stamp.ring == null) return null;
  return {
    agentWorkId: newest.id,
    sound: newest.stamp.ring.sound,
    from: newest.offeredAt,
    until: isWorkRequest(newest.status)
      ? Math.min(intervalEnd(newest), newest.stamp.deadline ?? Infinity)
      : intervalEnd(newest),
    loop: !newest.stamp.automatic,
  };
}

/** When a request's interval ends, heard or not. A request that makes no sound has none: its offer. */
export function intervalEnd(work: RingCandidate): Instant {
  return work.offeredAt + (work.stamp.ring?.lengthSeconds ?? 0) * 1000;
}

function sounds(work: RingCandidate, now: Instant): boolean {
  if (work.stamp.ring === null || now < work.offeredAt || now >= intervalEnd(work)) return false;
  // Past its deadline it is settled, also where the server's word of it is still on its way.
  if (isWorkRequest(work.status)) return work.stamp.deadline === null || now < work.stamp.deadline;
  if (work.status === 'canceled' && work.cancelReason === 'customerLeft')
    return !work.stamp.stopSoundWhenCustomerLeaves;
  return work.openedBy === 'automatic' && work.status === 'opened';
}

// Two offers may share a millisecond; the id then decides, so that every browser tab plans alike.
function isNewer(one: RingCandidate, other: RingCandidate): boolean {
  return one.offeredAt === other.offeredAt ? one.id > other.id : one.offeredAt > other.offeredAt;
}
