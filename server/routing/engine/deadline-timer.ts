import type { Instant } from '../../../src/domain/time.ts';
import type { Timers } from '../../timers.ts';

/** Calls once at the earliest of the instants it was given, never early. */
export class Alarm {
  readonly #timers: Pick<Timers, 'now' | 'after'>;
  readonly #ring: () => void;
  #at: Instant | null = null;
  #cancel: (() => void) | null = null;

  constructor(timers: Pick<Timers, 'now' | 'after'>, ring: () => void) {
    this.#timers = timers;
    this.#ring = ring;
  }

  /** Rings at `at`, unless it rings before that anyway. */
  noLaterThan(at: Instant): void {
    if (this.#at !== null && this.#at <= at) return;
    this.off();
    this.#at = at;
    this.#cancel = this.#timers.after(Math.max(0, at - this.#timers.now()), () => {
      this.#at = null;
      this.#cancel = null;
      // A timer may fire a little before the clock reads its instant.
      if (this.#timers.now() < at) this.noLaterThan(at);
      else this.#ring();
    });
  }

  off(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#at = null;
  }
}
