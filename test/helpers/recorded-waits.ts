import type { Milliseconds } from '../../src/domain/time.ts';
import { pageTimers } from '../../src/platform/time/timers.ts';

/**
 * How long each wait is that is asked of the page's timers from now on: what "within 250 ms" comes to on a machine that is
 * not busy, and holds on one that is.
 */
export function recordWaits(): { readonly waits: readonly Milliseconds[]; readonly stop: () => void } {
  const waits: Milliseconds[] = [];
  const after = pageTimers.after.bind(pageTimers);
  pageTimers.after = (delay, call) => {
    waits.push(delay);
    return after(delay, call);
  };
  return { waits, stop: () => (pageTimers.after = after) };
}
