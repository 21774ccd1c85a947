import type { Milliseconds, Timers } from '../../src/domain/time.ts';

interface Planned {
  readonly at: Milliseconds;
  readonly call: () => void;
}

/** Time that stands still until a test moves it. */
export class FakeTimers implements Timers {
  #now: Milliseconds;
  #planned: Planned[] = [];

  constructor(now: Milliseconds = 1_000_000) {
    this.#now = now;
  }

  /** How many timers wait. */
  get count(): number {
    return this.#planned.length;
  }

  now(): Milliseconds {
    return this.#now;
  }

  after(delay: Milliseconds, call: () => void): () => void {
    const entry = { at: this.#now + Math.max(0, delay), call };
    this.#planned.push(entry);
    return () => {
      this.#planned = this.#planned.filter((other) => other !== entry);
    };
  }

  /** Moves time on, calling each timer at its moment. */
  advance(by: Milliseconds): void {
    const end = this.#now + by;
    for (let due = this.#nextDue(end); due; due = this.#nextDue(end)) {
      this.#planned = this.#planned.filter((other) => other !== due);
      this.#now = Math.max(this.#now, due.at);
      due.call();
    }
    this.#now = end;
  }

  /** As a machine that was stopped or a page that was frozen: time goes on, and timers only run afterwards. */
  freeze(by: Milliseconds): void {
    this.#now += by;
  }

  #nextDue(end: Milliseconds): Planned | undefined {
    const due = this.#planned.filter(({ at }) => at <= end);
    return due.sort((one, other) => one.at - other.at)[0];
  }
}
