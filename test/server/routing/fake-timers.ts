import type { Instant, Milliseconds } from '../../../src/domain/time.ts';
import type { Timers } from '../../../server/timers.ts';

interface Timer {
  readonly at: Instant;
  readonly run: () => void;
}

/** Time that passes only when a test says so. Timers run in the order of their instants. */
export class FakeTimers implements Pick<Timers, 'now' | 'after'> {
  #now: Instant = 1_800_000_000_000;
  readonly #timers = new Set<Timer>();

  now(): Instant {
    return this.#now;
  }

  after(delay: Milliseconds, run: () => void): () => void {
    const timer = { at: this.#now + delay, run };
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  }

  /** Lets time pass without any timer running: a process that stood still, or a server that was down. */
  jump(by: Milliseconds): void {
    this.#now += by;
  }

  /** Lets time pass; `settled` is awaited after each timer, so that what it began is over before the next one. */
  async pass(by: Milliseconds, settled: () => Promise<void>): Promise<void> {
    const until = this.#now + by;
    for (let next = this.#next(until); next; next = this.#next(until)) {
      this.#timers.delete(next);
      this.#now = Math.max(this.#now, next.at);
      next.run();
      await settled();
    }
    this.#now = until;
    await settled();
  }

  get count(): number {
    return this.#timers.size;
  }

  #next(until: Instant): Timer | null {
    let earliest: Timer | null = null;
    for (const timer of this.#timers)
      if (timer.at <= until && (earliest === null || timer.at < earliest.at)) earliest = timer;
    return earliest;
  }
}
