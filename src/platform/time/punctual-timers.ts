import type { Milliseconds, Timers } from '../../domain/time.ts';

/** A timer that stays punctual while the page is hidden. */
export interface Waker {
  /**
   * Calls `call` once after `delay` milliseconds, even in a hidden page, or `lost` if it finds that it will not;
   * returns `null` if it cannot now. The returned function cancels both.
   */
  wakeAfter(delay: Milliseconds, call: () => void, lost: () => void): (() => void) | null;
}

interface Waiting {
  readonly due: Milliseconds;
  readonly run: () => void;
}

/**
 * The page's timers, punctual even while it is hidden: browsers throttle a hidden page's timers to one run per
 * second, and after five minutes to one per minute. The first available waker wakes the page for the earliest timer.
 * The page's own timers stay set, so a waker that fails costs punctuality and nothing else.
 */
export class PunctualTimers implements Timers {
  readonly #timers: Timers;
  readonly #isHidden: () => boolean;
  readonly #wakers: readonly Waker[];
  readonly #waiting = new Set<Waiting>();
  #wake: { readonly at: Milliseconds; readonly cancel: () => void } | null = null;

  constructor(timers: Timers, isHidden: () => boolean, wakers: readonly Waker[]) {
    this.#timers = timers;
    this.#isHidden = isHidden;
    this.#wakers = wakers;
  }

  now(): Milliseconds {
    return this.#timers.now();
  }

  after(delay: Milliseconds, call: () => void): () => void {
    const cancel = () => {
      this.#waiting.delete(entry);
      cancelOwn();
    };
    const entry: Waiting = {
      due: this.now() + delay,
      run: () => {
        cancel();
        call();
      },
    };
    const cancelOwn = this.#timers.after(delay, entry.run);
    this.#waiting.add(entry);
    if (this.#isHidden()) this.#plan();
    return cancel;
  }

  /** The page was hidden or shown, or a waker has become available. */
  rouse(): void {
    this.#wake?.cancel();
    this.#wake = null;
    this.#plan();
  }

  /** Something else woke the page, such as a message from another page: run what is due. */
  catchUp(): void {
    if (!this.#isHidden() || [...this.#waiting].every(({ due }) => due > this.now())) return;
    this.#wake?.cancel();
    this.#woken();
  }

  #plan(): void {
    if (!this.#isHidden() || this.#waiting.size === 0) return;
    const at = [...this.#waiting].reduce((least, { due }) => Math.min(least, due), Infinity);
    // A waker that fires early schedules again.
    if (this.#wake && this.#wake.at <= at) return;
    this.#wake?.cancel();
    this.#wake = null;
    for (const waker of this.#wakers) {
      const cancel = waker.wakeAfter(
        Math.max(0, at - this.now()),
        () => this.#woken(),
        () => this.rouse(),
      );
      if (!cancel) continue;
      this.#wake = { at, cancel };
      return;
    }
  }

  #woken(): void {
    this.#wake = null;
    const now = this.now();
    // In due order; the clocks do not run quite alike, and nothing may run early.
    const due = [...this.#waiting].filter((waiting) => waiting.due <= now);
    due.sort((one, other) => one.due - other.due);
    // A timer cancelled by an earlier one is skipped.
    for (const waiting of due) if (this.#waiting.has(waiting)) waiting.run();
    this.#plan();
  }
}
