import type { Subscribable } from '../../domain/subscribable.ts';
import type { Milliseconds, Timers } from '../../domain/time.ts';

/** Resolves at the first change of `source` after which `isReached` holds, or once `patience` is over. */
export function waitFor(
  source: Pick<Subscribable, 'subscribe'>,
  isReached: () => boolean,
  timers: Pick<Timers, 'after'>,
  patience: Milliseconds,
): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      cancel();
      stop();
      resolve();
    };
    const cancel = timers.after(patience, end);
    const stop = source.subscribe(() => isReached() && end());
  });
}
