import type { Milliseconds, Timers } from '../../domain/time.ts';

/** Between two looks at the clocks. */
const LOOK_EVERY: Milliseconds = 5000;
/** What is shorter is no sleep. */
const SLEEP: Milliseconds = 10_000;
/** A hidden page's timers come up to a minute late without any sleep. */
const SLEEP_WHILE_HIDDEN: Milliseconds = 75_000;

/**
 * Notices that the machine slept or the page was frozen: two clocks of which one stands still in sleep differ by more
 * than before, or a timer comes much too late. The returned function ends it.
 */
export function noticeAbsence(deps: {
  readonly timers: Timers;
  /** The system's clock, which goes on in sleep, and which anybody may set. */
  readonly wall: () => Milliseconds;
  readonly isHidden: () => boolean;
  /** Calls when the page may have been away; gives what ends it. */
  readonly onPossibleAbsence: (call: () => void) => () => void;
  /** `ago`: how long ago it began, on the clock of `timers`. */
  readonly absent: (ago: Milliseconds) => void;
  /** There is a sign of an absence, or of another network, and no more. */
  readonly doubt: () => void;
}): () => void {
  const { timers, wall, isHidden, onPossibleAbsence, absent, doubt } = deps;
  let due = timers.now() + LOOK_EVERY;
  let gap = wall() - timers.now();
  let wasHidden = isHidden();
  let cancel = (): void => undefined;

  const look = (isSign: boolean): void => {
    const now = timers.now();
    const late = now - due;
    const stood = wall() - now - gap;
    const mayBeThrottled = !isSign && (wasHidden || isHidden());
    const slept = stood > SLEEP || late > (mayBeThrottled ? SLEEP_WHILE_HIDDEN : SLEEP);
    due = now + LOOK_EVERY;
    gap = wall() - now;
    wasHidden = isHidden();
    cancel();
    cancel = timers.after(LOOK_EVERY, () => look(false));
    if (slept) absent(Math.max(0, late));
    else if (isSign) doubt();
  };
  const stop = onPossibleAbsence(() => look(true));
  cancel = timers.after(LOOK_EVERY, () => look(false));
  return () => {
    stop();
    cancel();
  };
}
