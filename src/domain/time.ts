/** A moment on the server's clock: whole milliseconds since 1970-01-01 UTC. */
export type Instant = number;
/** A duration in milliseconds. */
export type Milliseconds = number;
/** A duration in whole seconds. */
export type Seconds = number;

/**
 * The server's time as the panel estimates it: the local clock plus the measured offset. Injected everywhere, so that
 * tests control time.
 */
export interface Clock {
  /** The present instant on the server's clock. */
  now(): Instant;
  /**
   * Calls `draw` at once with the present instant, and again at each instant that it returns; `null` ends the watch.
   * Call the returned function to stop.
   */
  watch(draw: (now: Instant) => Instant | null): () => void;
}

/**
 * The page's own clock, injected so that tests control it. It never runs backwards and is unaffected by changes of
 * the system clock, but may stop while the machine sleeps.
 */
export interface Timers {
  /** The present moment, milliseconds since an arbitrary origin. */
  now(): Milliseconds;
  /** Calls `call` once after `delay` milliseconds, never early; the returned function cancels it. */
  after(delay: Milliseconds, call: () => void): () => void;
}

/** Whole seconds left until `end`, rounded up, never below zero: 0.2 s still shows 1. */
export function secondsLeft(end: Instant, now: Instant): Seconds {
  return Math.max(0, Math.ceil((end - now) / 1000));
}

/** Whole seconds since `start`, rounded down, never below zero. */
export function secondsSince(start: Instant, now: Instant): Seconds {
  return Math.max(0, Math.floor((now - start) / 1000));
}
