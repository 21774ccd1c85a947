import { readFlightEntries, RECORD_LENGTH } from '../../domain/alerts/flight-entry.ts';
import type { Clock, Instant, Milliseconds, Timers } from '../../domain/time.ts';
import type { Id } from '../../domain/values.ts';
import { addressBelow } from '../../platform/network/address.ts';
import { startingWith, type Archive } from '../../platform/archive.ts';
import type { FlightRecord } from '../../stores/flight-record.ts';

/** How much of the record a crash may take with it. */
const KEPT_EVERY: Milliseconds = 5000;

interface Dependencies {
  readonly archive: Pick<Archive, 'read' | 'write'>;
  readonly record: FlightRecord;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly apiAddress: () => string;
  readonly repId: () => Id;
  readonly newId: () => string;
  readonly isHidden: () => boolean;
  readonly onVisibility: (call: () => void) => () => void;
}

/** Keeps the flight record over reload and crash, in pieces, each for an hour: the reload is often what is asked about. */
export class FlightRecordKeeping {
  readonly #deps: Dependencies;
  #kept = 0;
  #isStarted = false;
  /** Whose pieces are in the record already: a panel that only moved still has them. */
  #recalled = '';
  #cancel: (() => void) | null = null;

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  /** Puts back what was kept of the last hour, and keeps on; the returned function keeps the rest and ends it. */
  start(): () => void {
    const { isHidden, onVisibility } = this.#deps;
    this.#isStarted = true;
    this.#kept = this.#deps.record.noted;
    if (this.#recalled !== this.#prefix) void this.#recall();
    const stop = onVisibility(() => isHidden() && this.#keep());
    this.#plan();
    return () => {
      stop();
      this.#cancel?.();
      this.#keep();
      this.#isStarted = false;
    };
  }

  /** Forgets what was kept of this rep. */
  async forget(): Promise<void> {
    const prefix = this.#prefix;
    this.#kept = this.#deps.record.noted;
    await this.#deps.archive.write(({ flightRecords }) => flightRecords.delete(startingWith(prefix)));
  }

  #plan(): void {
    this.#cancel = this.#deps.timers.after(KEPT_EVERY, () => {
      this.#keep();
      this.#plan();
    });
  }

  #keep(): void {
    const { archive, record, clock, newId } = this.#deps;
    const prefix = this.#prefix;
    const entries = record.since(this.#kept);
    const [first] = entries;
    if (!first) return;
    this.#kept = record.noted;
    const key = `${prefix}${first.at} ${newId()}`;
    const tooOld = IDBKeyRange.bound(prefix, `${prefix}${clock.now() - RECORD_LENGTH}`);
    void archive.write(async ({ flightRecords }) => {
      await flightRecords.delete(tooOld);
      await flightRecords.put(entries, key);
    });
  }

  async #recall(): Promise<void> {
    const { archive, record, clock } = this.#deps;
    const prefix = this.#prefix;
    const oldest = clock.now() - RECORD_LENGTH;
    this.#recalled = prefix;
    const kept = await archive.write(async ({ flightRecords }) => {
      // Also those of other reps: a shared browser is not to fill up.
      for (const key of await flightRecords.getAllKeys())
        if (!(startOf(key) >= oldest)) await flightRecords.delete(key);
      // All at once: a shift leaves hundreds of pieces, and what comes next in the archive waits.
      return flightRecords.getAll(startingWith(prefix));
    });
    // Meanwhile somebody else may work here.
    if (kept && this.#isStarted && prefix === this.#prefix) record.recall(kept.flatMap(readFlightEntries));
  }

  get #prefix(): string {
    return `${addressBelow(this.#deps.apiAddress(), '').href} ${this.#deps.repId()} `;
  }
}

const startOf = (key: string): Instant => Number(key.split(' ')[2]);
