import type { Clock, Instant, Milliseconds, Timers } from '../../domain/time.ts';

interface Watcher {
  readonly draw: (now: Instant) => Instant | null;
  next: Instant | null;
}

/**
 * The server's time: the page's clock plus the measured offset, or the page's clock alone before the first
 * measurement. However many watchers there are, it sets one timer, for the earliest instant that any of them needs.
 */
export class ServerClock implements Clock {
  readonly #timers: Timers;
  readonly #watchers = new Set<Watcher>();
  #offset: Milliseconds = 0;
  #isMeasured = false;
  #cancel: (() => void) | null = null;

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  /** Whether its instants are the server's; before the first measurement they are this computer's. */
  get isMeasured(): boolean {
    return this.#isMeasured;
  }

  now(): Instant {
    return this.instantOf(this.#timers.now());
  }

  /** The server's time at a moment of the page's clock. */
  instantOf(moment: Milliseconds): Instant {
    return Math.round(moment + this.#offset);
  }

  /** Sets a measured offset: server time minus the page's clock. */
  setOffset(offset: Milliseconds): void {
    this.#isMeasured = true;
    if (offset === this.#offset) return;
    this.#offset = offset;
    this.#sleep();
  }

  watch(draw: (now: Instant) => Instant | null): () => void {
    const watcher: Watcher = { draw, next: null };
    this.#watchers.add(watcher);
    this.#draw(watcher);
    this.#sleep();
    return () => {
      this.#watchers.delete(watcher);
      this.#sleep();
    };
  }

  #draw(watcher: Watcher): void {
    const now = this.now();
    const next = watcher.draw(now);
    // An instant in the past becomes the next possible one, so that it cannot keep the page busy.
    watcher.next = next === null ? null : Math.max(next, now + 1);
  }

  #sleep(): void {
    this.#cancel?.();
    this.#cancel = null;
    const next = [...this.#watchers].reduce(
      (least, watcher) => Math.min(least, watcher.next ?? Infinity),
      Infinity,
    );
    if (next === Infinity) return;
    const delay = next - (this.#timers.now() + this.#offset);
    this.#cancel = this.#timers.after(Math.max(0, delay), () => this.#wake());
  }

  #wake(): void {
    const now = this.now();
    for (const watcher of [...this.#watchers]) {
      // A watcher that another one's draw has removed is skipped.
      if (watcher.next !== null && watcher.next <= now && this.#watchers.has(watcher)) this.#draw(watcher);
    }
    this.#sleep();
  }
}
