import type { Milliseconds, Timers } from '../../domain/time.ts';

/** The interval between two readings of the clocks. */
const CHECK_INTERVAL: Milliseconds = 5000;
/** Anything shorter is not counted as sleep. */
const MIN_SLEEP: Milliseconds = 10_000;
/** A hidden page's timers run up to a minute late even without sleep. */
const MIN_SLEEP_WHILE_HIDDEN: Milliseconds = 75_000;

/**
 * Detects that the machine slept or the page was frozen: either two clocks drift apart, of which only one stops
 * during sleep, or a timer fires much too late. Call the returned function to stop.
 */
export function noticeAbsence(deps: {
  readonly timers: Timers;
  /** The system clock: it keeps running during sleep, and the user can change it. */
  readonly wall: () => Milliseconds;
  readonly isHidden: () => boolean;
  /** Calls back when the page may have been away; returns the function that stops it. */
  readonly onPossibleAbsence: (call: () => void) => () => void;
  /** `ago`: how long ago the absence began, on the clock of `timers`. */
  readonly absent: (ago: Milliseconds) => void;
  /** Something hints at an absence or a network change, but does not prove it. */
  readonly doubt: () => void;
}): () => void {
  const { timers, wall, isHidden, onPossibleAbsence, absent, doubt } = deps;
  let due = timers.now() + CHECK_INTERVAL;
  let gap = wall() - timers.now();
  let wasHidden = isHidden();
  let cancel = (): void => undefined;

  const look = (isSign: boolean): void => {
    const now = timers.now();
    const late = now - due;
    const stood = wall() - now - gap;
    const mayBeThrottled = !isSign && (wasHidden || isHidden());
    const slept = stood > MIN_SLEEP || late > (mayBeThrottled ? MIN_SLEEP_WHILE_HIDDEN : MIN_SLEEP);
    due = now + CHECK_INTERVAL;
    gap = wall() - now;
    wasHidden = isHidden();
    cancel();
    cancel = timers.after(CHECK_INTERVAL, () => look(false));
    if (slept) absent(Math.max(0, late));
    else if (isSign) doubt();
  };
  const stop = onPossibleAbsence(() => look(true));
  cancel = timers.after(CHECK_INTERVAL, () => look(false));
  return () => {
    stop();
    cancel();
  };
}
