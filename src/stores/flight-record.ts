import type { Instant, Milliseconds } from '../domain/time.ts';

/** How far back the record goes, and how many entries it holds at most. */
export const RECORD_LENGTH: Milliseconds = 3_600_000;
export const MOST_ENTRIES = 2000;

/** What a support engineer needs to explain a missed ring: ids and states, never a customer's data or a token. */
export interface FlightEntry {
  readonly at: Instant;
  readonly kind: 'connection' | 'presence' | 'work' | 'alert' | 'command' | 'problem';
  readonly what: string;
  readonly about: Readonly<Record<string, string | number | boolean | null>>;
}

/** What happened in the last hour, oldest first; the oldest makes room for the newest. */
export class FlightRecord {
  readonly #now: () => Instant;
  #entries: FlightEntry[] = [];

  constructor(now: () => Instant) {
    this.#now = now;
  }

  get entries(): readonly FlightEntry[] {
    const oldest = this.#now() - RECORD_LENGTH;
    return this.#entries.filter(({ at }) => at >= oldest).slice(-MOST_ENTRIES);
  }

  note(kind: FlightEntry['kind'], what: string, about: FlightEntry['about'] = {}): void {
    this.#entries.push({ at: this.#now(), kind, what, about });
    // In steps: cutting one off each time would move all the others.
    if (this.#entries.length >= MOST_ENTRIES * 1.25) this.#entries = [...this.entries];
  }

  empty(): void {
    this.#entries = [];
  }
}
