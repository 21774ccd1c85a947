import { MAX_ENTRIES, RECORD_LENGTH, type FlightEntry } from '../domain/alerts/flight-entry.ts';
import type { Instant } from '../domain/time.ts';

/** The events of the last hour, oldest first; the oldest are dropped. */
export class FlightRecord {
  readonly #now: () => Instant;
  #entries: FlightEntry[] = [];
  #noted = 0;

  constructor(now: () => Instant) {
    this.#now = now;
  }

  get entries(): readonly FlightEntry[] {
    const oldest = this.#now() - RECORD_LENGTH;
    return this.#entries.filter(({ at }) => at >= oldest).slice(-MAX_ENTRIES);
  }

  /** How many entries were added on this page since the record was last cleared. */
  get noted(): number {
    return this.#noted;
  }

  /** The entries added on this page after the first `count`, as far as the record still has them. */
  since(count: number): readonly FlightEntry[] {
    return count >= this.#noted ? [] : this.#entries.slice(count - this.#noted);
  }

  note(kind: FlightEntry['kind'], what: string, about: FlightEntry['about'] = {}): void {
    this.#noted++;
    this.#entries.push({ at: this.#now(), kind, what, about });
    // In batches: dropping one at a time would move all the others each time.
    if (this.#entries.length >= MAX_ENTRIES * 1.25) this.#entries = [...this.entries];
  }

  /** Inserts the entries of earlier pages before those of this page. */
  recall(earlier: readonly FlightEntry[]): void {
    const entries = [...earlier].sort((one, other) => one.at - other.at).concat(this.#entries);
    this.#entries = entries.slice(-MAX_ENTRIES);
  }

  empty(): void {
    this.#entries = [];
    this.#noted = 0;
  }
}
