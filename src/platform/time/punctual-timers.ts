import type { Milliseconds, Timers } from '../../domain/time.ts';

/** Something that keeps time where a hidden page's own timers do not. */
export interface Waker {
  /**
   * Calls `call` once, `delay` milliseconds from now, in a hidden page too, or `lost` when it finds that it will not;
   * `null`: it cannot now. What it gives prevents both.
   */
  wakeAfter(delay: Milliseconds, call: () => void, lost: () => void): (() => void) | null;
}

interface Waiting {
  readonly due: Milliseconds;
  readonly run: () => void;
}

/**
 * The page's timers, punctual also while it is hidden: a hidden page's own come once a second, after five minutes once a
 * minute, whenever they were set. The first waker that can wakes the page for the earliest of them; the page's own stay
 * set, so that a waker that fails costs punctuality and nothing else.
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

  /** The page was hidden or shown, or a waker may be able now which was not before. */
  rouse(): void {
    this.#wake?.cancel();
    this.#wake = null;
    this.#plan();
  }

  /** Something else woke the page, such as a message of another one: what is due is run now. */
  catchUp(): void {
    if (!this.#isHidden() || [...this.#waiting].every(({ due }) => due > this.now())) return;
    this.#wake?.cancel();
    this.#woken();
  }

  #plan(): void {
    if (!this.#isHidden() || this.#waiting.size === 0) return;
    const at = [...this.#waiting].reduce((least, { due }) => Math.min(least, due), Infinity);
    // One that comes too early plans anew.
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
    // In the order in which they are due; the clocks do not run quite alike, and nothing may be early.
    const due = [...this.#waiting].filter((waiting) => waiting.due <= now);
    due.sort((one, other) => one.due - other.due);
    // What one of them ends is not run any more.
    for (const waiting of due) if (this.#waiting.has(waiting)) waiting.run();
    this.#plan();
  }
}
