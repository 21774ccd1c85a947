import type { Milliseconds } from '../../src/domain/time.ts';
import { pageTimers } from '../../src/platform/time/timers.ts';

/** Records the delay of each of the page's timers from now on: it proves "within 250 ms" even on a busy machine. */
export function recordWaits(): { readonly waits: readonly Milliseconds[]; readonly stop: () => void } {
  const waits: Milliseconds[] = [];
  const after = pageTimers.after.bind(pageTimers);
  pageTimers.after = (delay, call) => {
    waits.push(delay);
    return after(delay, call);
  };
  return { waits, stop: () => (pageTimers.after = after) };
}
