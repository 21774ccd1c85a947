import { isWorkRequest, type AgentWork } from '../../../src/domain/work/agent-work.ts';
import type { Instant, Milliseconds } from '../../../src/domain/time.ts';
import type { Id } from '../../../src/domain/values.ts';

/** How long a toast shows an outcome that needs no answer of the rep. */
const OUTCOME_TIME: Milliseconds = 8000;

/** How long outcomes have been shown. Those go by themselves, unless the customer left. */
export class OutcomeTimes {
  #ends = new Map<Id, Instant>();

  /** Follows the requests, and returns those that are still to be shown; `held`: used by the rep at this moment. */
  stillShown(requests: readonly AgentWork[], held: ReadonlySet<Id>, now: Instant): AgentWork[] {
    const before = this.#ends;
    this.#ends = new Map();
    for (const work of requests)
      if (goesByItself(work)) this.#ends.set(work.id, before.get(work.id) ?? now + OUTCOME_TIME);
    return requests.filter(({ id }) => held.has(id) || (this.#ends.get(id) ?? Infinity) > now);
  }

  /** The page is visible again: what happened meanwhile is shown for the whole time. */
  restart(shown: readonly AgentWork[], now: Instant): void {
    for (const { id } of shown) if (this.#ends.has(id)) this.#ends.set(id, now + OUTCOME_TIME);
  }

  /** Whether an outcome would be gone by now, if it were not held. */
  isAnyOver(now: Instant): boolean {
    return [...this.#ends.values()].some((end) => end <= now);
  }

  /** When the next one goes; `null` for none. */
  next(now: Instant): Instant | null {
    const next = Math.min(...[...this.#ends.values()].filter((end) => end > now));
    return Number.isFinite(next) ? next : null;
  }
}

const goesByItself = ({ status, cancelReason }: AgentWork): boolean =>
  !isWorkRequest(status) && cancelReason !== 'customerLeft';
