import type { Instant, Milliseconds } from '../domain/time.ts';

/** One measurement of the server's clock, by a request and its response. */
export interface ClockSample {
  /** Server time minus local time according to this sample. */
  readonly offset: Milliseconds;
  /** The round-trip time; the offset is off by half of it at most. */
  readonly roundTrip: Milliseconds;
}

/** The normal drift of two clocks between measurements, milliseconds. */
const DRIFT: Milliseconds = 50;
const MAX_SAMPLES = 10;
/** The assumed round trip of an unsolicited message, so that any real sample is better. */
const UNKNOWN_ROUND_TRIP: Milliseconds = 1000;

/**
 * The sample for a request sent at `sentAt` and answered at `now` with `serverTime`, assuming that both ways took
 * equally long.
 */
export function measure(sentAt: Milliseconds, now: Milliseconds, serverTime: Instant): ClockSample {
  const roundTrip = Math.max(0, now - sentAt);
  return { roundTrip, offset: serverTime - (now - roundTrip / 2) };
}

/**
 * The offset of the server's clock. Of recent samples the one with the shortest round trip counts. Samples that a new
 * one contradicts are dropped: one of the clocks jumped, or stopped while the machine slept.
 */
export class ClockOffset {
  #samples: ClockSample[] = [];

  /** Server time minus local time; `null` before the first sample. */
  get offset(): Milliseconds | null {
    return this.#best?.offset ?? null;
  }

  take(sample: ClockSample): void {
    const agrees = (known: ClockSample) =>
      Math.abs(known.offset - sample.offset) <= (known.roundTrip + sample.roundTrip) / 2 + DRIFT;
    this.#samples = [...this.#samples.filter(agrees), sample].slice(-MAX_SAMPLES);
  }

  /**
   * A message that the server wrote at `serverTime` arrived at `now`, so its clock cannot be further behind. This
   * detects a local clock that stopped, without waiting for the next measurement.
   */
  arrived(now: Milliseconds, serverTime: Instant): void {
    const least = serverTime - now;
    const best = this.#best;
    if (best && least > best.offset + best.roundTrip / 2 + DRIFT)
      this.#samples = [{ offset: least, roundTrip: UNKNOWN_ROUND_TRIP }];
  }

  get #best(): ClockSample | undefined {
    return this.#samples.reduce<ClockSample | undefined>(
      (best, sample) => (best && best.roundTrip <= sample.roundTrip ? best : sample),
      undefined,
    );
  }
}
