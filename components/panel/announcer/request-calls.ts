import { isWorkRequest, type AgentWork } from '../../../src/domain/work/agent-work.ts';
import { secondsLeft, type Instant, type Milliseconds } from '../../../src/domain/time.ts';
import type { Id } from '../../../src/domain/values.ts';
import type { Strings } from '../../../assets/locales/en.ts';
import { URGENT_SECONDS } from '../work-request/request-view.ts';

/** Requests that arrive this soon after an announced one are counted in one sentence, which does not interrupt it. */
const BURST: Milliseconds = 2000;
/** Requests that reach their last ten seconds within this time are announced together. */
const TOGETHER: Milliseconds = 3000;

/** What to announce now; each is `null` if there is nothing new. */
export interface Calls {
  /** Interrupts what is being read. */
  readonly assertive: string | null;
  /** Waits for its turn. */
  readonly polite: string | null;
}

/**
 * Announces each request once when it arrives, and once more when 10 seconds are left: the first of a burst at once,
 * the others as a number.
 */
export class RequestCalls {
  #known = new Set<Id>();
  #urgent = new Set<Id>();
  /** Those that arrived during a burst and have not been counted yet. */
  #uncounted = new Set<Id>();
  #burstEnds: Instant = Number.NEGATIVE_INFINITY;

  announce(requests: readonly AgentWork[], now: Instant, words: Strings): Calls {
    const waiting = requests.filter(calls);
    const fresh = waiting.filter(({ id }) => !this.#known.has(id));
    // A clock set back must not make a burst of a day.
    const isBurst = now < this.#burstEnds && this.#burstEnds - now <= BURST;
    const arrived = isBurst ? null : arrival(fresh, now, words);
    if (isBurst) for (const { id } of fresh) this.#uncounted.add(id);
    const more = isBurst ? null : this.#counted(waiting, words);
    const ending = this.#ending(waiting, fresh, now, words);
    if (arrived ?? more) this.#burstEnds = now + BURST;
    this.#known = new Set(waiting.map(({ id }) => id));
    return arrived || isBurst
      ? { assertive: arrived, polite: join(more, ending) }
      : { assertive: ending, polite: more };
  }

  /** The next instant at which there is something to announce; `null` for none. */
  next(requests: readonly AgentWork[], now: Instant): Instant | null {
    const urgent = requests
      .filter((work) => calls(work) && !this.#urgent.has(work.id))
      .map(({ stamp }) => (stamp.deadline ?? Number.POSITIVE_INFINITY) - URGENT_SECONDS * 1000);
    const at = Math.min(...urgent, this.#uncounted.size > 0 ? this.#burstEnds : Number.POSITIVE_INFINITY);
    return at > now && Number.isFinite(at) ? at : null;
  }

  #counted(waiting: readonly AgentWork[], words: Strings): string | null {
    const { length } = waiting.filter(({ id }) => this.#uncounted.has(id));
    this.#uncounted.clear();
    return length > 0 ? words.announceMoreRequests(length) : null;
  }

  // A request that arrives with fewer seconds is announced with their number.
  #ending(
    waiting: readonly AgentWork[],
    fresh: readonly AgentWork[],
    now: Instant,
    words: Strings,
  ): string | null {
    const within = (extra: Milliseconds) =>
      waiting.filter(
        ({ id, stamp: { deadline } }) =>
          deadline !== null && !this.#urgent.has(id) && deadline - now <= URGENT_SECONDS * 1000 + extra,
      );
    const old = this.#urgent;
    const due = within(0);
    const together = due.some((work) => !fresh.includes(work)) ? within(TOGETHER) : due;
    this.#urgent = new Set([...waiting.filter(({ id }) => old.has(id)), ...together].map(({ id }) => id));
    const [first, ...others] = together.filter((work) => !fresh.includes(work));
    return first ? words.announceUrgent(first.subject) + plus(others, words) : null;
  }
}

const calls = ({ status, stamp }: AgentWork): boolean => isWorkRequest(status) && !stamp.automatic;

const plus = ({ length }: readonly AgentWork[], words: Strings): string =>
  length > 0 ? words.announceMore(length) : '';

const join = (...texts: readonly (string | null)[]): string | null =>
  texts.filter((text) => text !== null).join(' ') || null;

function arrival([first, ...others]: readonly AgentWork[], now: Instant, words: Strings): string | null {
  if (!first) return null;
  const { channel, subject, customerName, stamp } = first;
  const left = stamp.deadline === null ? null : secondsLeft(stamp.deadline, now);
  return (
    words.announceRequest(words.request[channel.type], subject, customerName, left) + plus(others, words)
  );
}
