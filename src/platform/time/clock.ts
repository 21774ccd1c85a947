import type { Clock, Instant, Milliseconds, Timers } from '../../domain/time.ts';

interface Watcher {
  readonly draw: (now: Instant) => Instant | null;
  next: Instant | null;
}

/**
 * The server's time: the page's own plus the measured offset. Before the first measurement it is the page's own.
 * However many watch it, it sleeps on one timer, until the next instant that one of them needs.
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

  /** Whether its instants are the server's: before the first measurement they are this computer's. */
  get isMeasured(): boolean {
    return this.#isMeasured;
  }

  now(): Instant {
    return this.instantOf(this.#timers.now());
  }

  /** The server's time at a moment of the page's own time. */
  instantOf(moment: Milliseconds): Instant {
    return Math.round(moment + this.#offset);
  }

  /** Takes a measured offset: server time minus the page's own. */
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
    // An instant that has passed is taken for the next one possible: it must not keep the page busy.
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
      // One that was ended by another's draw is not drawn any more.
      if (watcher.next !== null && watcher.next <= now && this.#watchers.has(watcher)) this.#draw(watcher);
    }
    this.#sleep();
  }
}
