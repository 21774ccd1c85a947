import { isWorkRequest, type AgentWork } from '../../../src/domain/work/agent-work.ts';
import { secondsLeft, type Instant } from '../../../src/domain/time.ts';
import type { Id } from '../../../src/domain/values.ts';
import type { Strings } from '../../../assets/locales/en.ts';
import { URGENT_SECONDS } from '../work-request/request-view.ts';

/** Announces each request once when it arrives, and once more when 10 seconds are left. */
export class Announcer {
  #announced = new Set<Id>();
  #urgent = new Set<Id>();

  /** The text to announce now; `null` if there is nothing new. */
  announce(requests: readonly AgentWork[], now: Instant, words: Strings): string | null {
    const waiting = requests.filter(({ status, stamp }) => isWorkRequest(status) && !stamp.automatic);
    const left = ({ stamp }: AgentWork) =>
      stamp.deadline === null ? null : secondsLeft(stamp.deadline, now);
    const fresh = waiting.filter(({ id }) => !this.#announced.has(id));
    const urgent = waiting.filter((work) => {
      const seconds = left(work);
      return seconds !== null && seconds <= URGENT_SECONDS && !this.#urgent.has(work.id);
    });
    this.#announced = new Set(waiting.map(({ id }) => id));
    this.#urgent = new Set(
      [...waiting.filter(({ id }) => this.#urgent.has(id)), ...urgent].map(({ id }) => id),
    );

    const more = ({ length }: readonly AgentWork[]) => (length > 1 ? words.announceMore(length - 1) : '');
    const [first] = fresh;
    if (first) {
      const request = words.request[first.channel.type];
      return words.announceRequest(request, first.subject, first.customerName, left(first)) + more(fresh);
    }
    if (!urgent[0]) return null;
    return words.announceUrgent(urgent[0].subject) + more(urgent);
  }
}
