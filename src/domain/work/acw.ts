import * as v from 'valibot';
import type { Instant, Milliseconds } from '../time.ts';
import { instantSchema } from '../values.ts';

const whole = (minimum: number, maximum: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(minimum), v.maxValue(maximum));

/**
 * The terms of after-conversation work (ACW, wrap-up), taken from the configuration when it starts and kept until it
 * ends.
 */
export const acwTermsSchema = v.object({
  durationSeconds: whole(30, 3600),
  /** The length and number of extensions; `null` if reps may not extend. */
  extension: v.nullable(v.object({ seconds: whole(15, 3600), max: whole(1, 10) })),
});
export type AcwTerms = v.InferOutput<typeof acwTermsSchema>;

/** The wrap-up countdown of one agent work. Its end is an instant on the server's clock. */
export const acwSchema = v.object({
  terms: acwTermsSchema,
  startedAt: instantSchema,
  /** When it ends, extensions included, unless it is ended early. */
  endsAt: instantSchema,
  extensionsUsed: whole(0, 10),
});
export type Acw = v.InferOutput<typeof acwSchema>;

/** How long a wrap-up continues after the rep signs out. */
export const ACW_AFTER_SIGN_OUT: Milliseconds = 60_000;

/** The countdown that starts when a conversation ends at `now`. */
export function startAcw(terms: AcwTerms, now: Instant): Acw {
  return { terms, startedAt: now, endsAt: now + terms.durationSeconds * 1000, extensionsUsed: 0 };
}

/** The number of extensions left. */
export function extensionsLeft(acw: Acw): number {
  return Math.max(0, (acw.terms.extension?.max ?? 0) - acw.extensionsUsed);
}

/** The countdown after one extension, or `null` if it has ended at `now` or no extension is left. */
export function extendAcw(acw: Acw, now: Instant): Acw | null {
  const { extension } = acw.terms;
  if (extension === null || extensionsLeft(acw) === 0 || now >= acw.endsAt) return null;
  return {
    ...acw,
    endsAt: acw.endsAt + extension.seconds * 1000,
    extensionsUsed: acw.extensionsUsed + 1,
  };
}

/** The countdown of a rep who signed out at `now`: it ends a minute later at the latest. */
export function shortenAcwOnSignOut(acw: Acw, now: Instant): Acw {
  return { ...acw, endsAt: Math.min(acw.endsAt, now + ACW_AFTER_SIGN_OUT) };
}

/** The elapsed part of the countdown, 0 to 1. */
export function acwProgress(acw: Acw, now: Instant): number {
  const whole = acw.endsAt - acw.startedAt;
  return whole <= 0 ? 1 : Math.min(1, Math.max(0, (now - acw.startedAt) / whole));
}
