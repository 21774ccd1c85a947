import type { Instant, Milliseconds } from '../src/domain/time.ts';

/** The server's time and timers, injected so that tests own them. */
export interface Timers {
  /** The current instant on the server's clock. */
  readonly now: () => Instant;
  /** Milliseconds since an arbitrary start; unlike `now` it never jumps. */
  readonly elapsed: () => Milliseconds;
  /** Calls `run` once after `delay`; the returned function cancels it. */
  readonly after: (delay: Milliseconds, run: () => void) => () => void;
}

// A longer delay makes setTimeout fire at once.
const MAX_TIMEOUT = 2 ** 31 - 1;

/** The timers of the process. */
export const systemTimers: Timers = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  after(delay, run) {
    let timeout: NodeJS.Timeout;
    const wait = (left: Milliseconds): void => {
      timeout =
        left > MAX_TIMEOUT
          ? setTimeout(() => wait(left - MAX_TIMEOUT), MAX_TIMEOUT)
          : setTimeout(run, Math.max(0, left));
    };
    wait(delay);
    return () => clearTimeout(timeout);
  },
};
