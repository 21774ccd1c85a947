import type { Seconds } from '../time.ts';

/** The most new offers at once where a presence configuration has no limit of its own. */
export const DEFAULT_MAX_NEW_OFFERS = 20;

/** How long an outbound conversation keeps offers away: at most, and unless the host says for how long. */
export const MAX_OUTBOUND: Seconds = 4 * 3600;
export const DEFAULT_OUTBOUND: Seconds = 60;
