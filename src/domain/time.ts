/** A moment on the server's clock: whole milliseconds since 1970-01-01 UTC. */
export type Instant = number;
/** A length of time in milliseconds. */
export type Milliseconds = number;
/** A length of time in whole seconds. */
export type Seconds = number;

/**
 * The server's time as the panel knows it: the local clock plus the measured offset.
 * Injected everywhere, so that tests own time.
 */
export interface Clock {
  /** The present instant on the server's clock. */
  now(): Instant;
  /**
   * Calls `draw` at once with the present instant, and again at the instant that it returned; `null` means never
   * again. The returned function ends it.
   */
  watch(draw: (now: Instant) => Instant | null): () => void;
}

/**
 * The page's own time, injected so that tests own it. It never runs backwards, and a change of the system clock does
 * not touch it; it may stand still while the machine sleeps.
 */
export interface Timers {
  /** The present moment, milliseconds since an origin of its own. */
  now(): Milliseconds;
  /** Calls `call` once after `delay` milliseconds, never early; the returned function prevents it. */
  after(delay: Milliseconds, call: () => void): () => void;
}

/** Whole seconds still to go until `end`, rounded up, never below zero: 0.2 s left still reads 1. */
export function secondsLeft(end: Instant, now: Instant): Seconds {
  return Math.max(0, Math.ceil((end - now) / 1000));
}

/** Whole seconds since `start`, rounded down, never below zero. */
export function secondsSince(start: Instant, now: Instant): Seconds {
  return Math.max(0, Math.floor((now - start) / 1000));
}
