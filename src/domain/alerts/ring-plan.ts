import { isWorkRequest, type AgentWork } from '../work/agent-work.ts';
import { byOffer } from '../work/request-order.ts';
import type { Instant } from '../time.ts';

/** The sound that should play at an instant. */
export interface Ring {
  /** The request that owns the sound. */
  readonly agentWorkId: string;
  /** SHA-256 of a custom sound; `null`: the default sound. */
  readonly sound: string | null;
  /** When its interval begins: the instant of the offer. */
  readonly from: Instant;
  /** When its interval ends: a longer sound is faded out there. */
  readonly until: Instant;
  /** Whether a shorter sound repeats until then. An automatic acceptance chimes once. */
  readonly loop: boolean;
}

/** The fields of an agent work that the plan uses. */
export type RingCandidate = Pick<
  AgentWork,
  'id' | 'status' | 'offeredAt' | 'waitingSince' | 'settledAt' | 'cancelReason' | 'openedBy'
> & {
  readonly stamp: Pick<AgentWork['stamp'], 'ring' | 'automatic' | 'stopSoundWhenCustomerLeaves' | 'deadline'>;
};

/**
 * The sound that should play at `now`, or `null` for silence. Each request has one interval that starts with its
 * offer; of the current intervals, the newest request owns the sound, and of those offered in one instant the one that
 * has waited longest, which is also the first on the page. Settling a request ends its interval at once,
 * except for an automatic acceptance (its chime plays to the end) and an abandoned request (the channel decides
 * whether it stops).
 */
export function planRing(works: readonly RingCandidate[], now: Instant): Ring | null {
  let newest: RingCandidate | null = null;
  for (const work of works) {
    if (!sounds(work, now)) continue;
    if (newest === null || takesOver(work, newest)) newest = work;
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

/** When a request's interval ends, whether audible or not. A request without sound ends with its offer. */
export function intervalEnd(work: RingCandidate): Instant {
  return work.offeredAt + (work.stamp.ring?.lengthSeconds ?? 0) * 1000;
}

function sounds(work: RingCandidate, now: Instant): boolean {
  if (work.stamp.ring === null || now < work.offeredAt || now >= intervalEnd(work)) return false;
  // Past its deadline it is settled, even if the server's message has not arrived yet.
  if (isWorkRequest(work.status)) return work.stamp.deadline === null || now < work.stamp.deadline;
  if (work.status === 'canceled' && work.cancelReason === 'customerLeft')
    return !work.stamp.stopSoundWhenCustomerLeaves;
  return work.openedBy === 'automatic' && work.status === 'opened';
}

// Where all instants are equal the id decides, so that every browser tab comes to the same plan.
function takesOver(one: RingCandidate, other: RingCandidate): boolean {
  if (one.offeredAt !== other.offeredAt) return one.offeredAt > other.offeredAt;
  return (byOffer(one, other) || (one.id < other.id ? -1 : 1)) < 0;
}
