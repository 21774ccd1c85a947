import type { Timers } from '../../domain/time.ts';

/** setTimeout fires at once for a longer delay. */
const MAX_SLEEP = 2 ** 31 - 1;

/** The page's own clock: monotonic, so a change of the system clock does not affect it. */
export const pageTimers: Timers = {
  now: () => performance.timeOrigin + performance.now(),
  after(delay, call) {
    const due = pageTimers.now() + delay;
    let handle = 0;
    const sleep = (left: number) => {
      handle = window.setTimeout(wake, Math.min(Math.ceil(left), MAX_SLEEP));
    };
    // Browsers may fire a fraction of a millisecond early.
    const wake = () => {
      const left = due - pageTimers.now();
      if (left <= 0) call();
      else sleep(left);
    };
    sleep(delay);
    return () => window.clearTimeout(handle);
  },
};
