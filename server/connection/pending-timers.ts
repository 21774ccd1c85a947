import type { Milliseconds } from '../../src/domain/time.ts';
import type { Timers } from '../timers.ts';

/** The timers of one connection, canceled when it ends. */
export class PendingTimers {
  readonly #timers: Pick<Timers, 'after'>;
  readonly #pending = new Set<() => void>();

  constructor(timers: Pick<Timers, 'after'>) {
    this.#timers = timers;
  }

  after(delay: Milliseconds, run: () => void): void {
    const cancel = this.#timers.after(delay, () => {
      this.#pending.delete(cancel);
      run();
    });
    this.#pending.add(cancel);
  }

  cancelAll(): void {
    for (const cancel of this.#pending) cancel();
    this.#pending.clear();
  }
}
