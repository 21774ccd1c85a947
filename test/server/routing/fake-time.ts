import type { Instant, Milliseconds } from '../../../src/domain/time.ts';
import type { Timers } from '../../../server/timers.ts';

interface Timer {
  readonly at: Instant;
  readonly run: () => void;
  readonly of: ProcessTimers;
}

/** Time that passes only when a test says so, shared by all server processes of the test. */
export class FakeTime {
  #now: Instant = 1_800_000_000_000;
  readonly #timers = new Set<Timer>();
  readonly #processes = new Set<ProcessTimers>();

  now(): Instant {
    return this.#now;
  }

  /** Whether there has been a second process. */
  isShared = false;

  /** The timers for another process. */
  process(): ProcessTimers {
    const timers = new ProcessTimers(this);
    this.isShared ||= this.#processes.size > 0;
    this.#processes.add(timers);
    return timers;
  }

  plan(delay: Milliseconds, run: () => void, of: ProcessTimers): () => void {
    const timer = { at: this.#now + delay, run, of };
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  }

  /** Drops a process with its timers. */
  forget(process: ProcessTimers): void {
    this.#processes.delete(process);
    for (const timer of this.#timers) if (timer.of === process) this.#timers.delete(timer);
  }

  /** Lets time pass without firing timers: processes are suspended, or servers down. */
  jump(by: Milliseconds): void {
    this.#now += by;
  }

  /** Lets time pass: each timer fires at its instant, and what it starts is over before the next one fires. */
  async pass(by: Milliseconds): Promise<void> {
    const until = this.#now + by;
    for (let next = this.#next(until); next; next = this.#next(until)) {
      this.#timers.delete(next);
      this.#now = Math.max(this.#now, next.at);
      next.run();
      await this.settle();
    }
    this.#now = until;
  }

  async settle(): Promise<void> {
    for (const process of this.#processes) await process.idle();
  }

  #next(until: Instant): Timer | null {
    let earliest: Timer | null = null;
    for (const timer of this.#timers)
      if (timer.at <= until && (earliest === null || timer.at < earliest.at)) earliest = timer;
    return earliest;
  }
}

/** The timers of one server process. */
export class ProcessTimers implements Pick<Timers, 'now' | 'after'> {
  readonly time: FakeTime;
  /** What to wait for after each timer. */
  idle: () => Promise<void> = () => Promise.resolve();

  constructor(time: FakeTime) {
    this.time = time;
  }

  now(): Instant {
    return this.time.now();
  }

  after(delay: Milliseconds, run: () => void): () => void {
    return this.time.plan(delay, run, this);
  }
}
