import type { Instant } from '../../../src/domain/time.ts';
import type { Timers } from '../../timers.ts';

/** Fires once, at the earliest of the instants it was given, and never early. */
export class DeadlineTimer {
  readonly #timers: Pick<Timers, 'now' | 'after'>;
  readonly #fire: () => void;
  #at: Instant | null = null;
  #cancel: (() => void) | null = null;

  constructor(timers: Pick<Timers, 'now' | 'after'>, fire: () => void) {
    this.#timers = timers;
    this.#fire = fire;
  }

  /** Fires at `at`, unless it is due earlier anyway. */
  fireBy(at: Instant): void {
    if (this.#at !== null && this.#at <= at) return;
    this.cancel();
    this.#at = at;
    this.#cancel = this.#timers.after(Math.max(0, at - this.#timers.now()), () => {
      this.#at = null;
      this.#cancel = null;
      // A timer may fire slightly before the clock reaches its instant.
      if (this.#timers.now() < at) this.fireBy(at);
      else this.#fire();
    });
  }

  cancel(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#at = null;
  }
}
