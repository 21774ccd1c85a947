import { MAX_ENTRIES, RECORD_LENGTH, type FlightEntry } from '../domain/alerts/flight-entry.ts';
import type { Instant } from '../domain/time.ts';

/** What happened in the last hour, oldest first; the oldest makes room for the newest. */
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

  /** How many entries were noted on this page since it was last emptied. */
  get noted(): number {
    return this.#noted;
  }

  /** What was noted on this page after the first `count` entries, as far as the record still has it. */
  since(count: number): readonly FlightEntry[] {
    return count >= this.#noted ? [] : this.#entries.slice(count - this.#noted);
  }

  note(kind: FlightEntry['kind'], what: string, about: FlightEntry['about'] = {}): void {
    this.#noted++;
    this.#entries.push({ at: this.#now(), kind, what, about });
    // In steps: cutting one off each time would move all the others.
    if (this.#entries.length >= MAX_ENTRIES * 1.25) this.#entries = [...this.entries];
  }

  /** Puts what was noted before this page in front of what was noted since. */
  recall(earlier: readonly FlightEntry[]): void {
    const entries = [...earlier].sort((one, other) => one.at - other.at).concat(this.#entries);
    this.#entries = entries.slice(-MAX_ENTRIES);
  }

  empty(): void {
    this.#entries = [];
    this.#noted = 0;
  }
}
