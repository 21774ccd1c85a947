import type { Milliseconds } from '../domain/time.ts';

/** The longest wait before each consecutive attempt, milliseconds. The last one repeats: attempts never stop. */
export const MAX_WAITS: readonly Milliseconds[] = [500, 1000, 2000, 4000, 8000, 15_000];

/** The same after the token was refused: only a new token helps, and the host has to provide it. */
export const MAX_WAITS_WHEN_REFUSED: readonly Milliseconds[] = [10_000, 20_000, 30_000, 60_000];

/**
 * How long to wait before the next attempt after `failures` consecutive failures. Full jitter: anything from zero to
 * the longest wait, so that panels cut off together do not reconnect together. `random` is from 0 to below 1.
 */
export function waitBeforeAttempt(
  failures: number,
  random: number,
  longestWaits: readonly Milliseconds[] = MAX_WAITS,
): Milliseconds {
  const longest = longestWaits[Math.min(failures, longestWaits.length - 1)] ?? 0;
  return Math.round(longest * random);
}
