import type { Milliseconds } from '../../src/domain/time.ts';

const PER_SECOND = 50;
const BURST = 200;

/** Limits how many messages a panel may send: bursts of 200, and 50 a second in the long run. */
export class MessageBudget {
  readonly #elapsed: () => Milliseconds;
  #left = BURST;
  #at: Milliseconds;

  constructor(elapsed: () => Milliseconds) {
    this.#elapsed = elapsed;
    this.#at = elapsed();
  }

  /** Takes one message from the budget; returns `false` if it is used up. */
  take(): boolean {
    const now = this.#elapsed();
    this.#left = Math.min(BURST, this.#left + ((now - this.#at) / 1000) * PER_SECOND);
    this.#at = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
