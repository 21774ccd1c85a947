import { readFlightEntries, RECORD_LENGTH } from '../../domain/alerts/flight-entry.ts';
import type { Clock, Instant, Milliseconds, Timers } from '../../domain/time.ts';
import type { Id } from '../../domain/values.ts';
import { addressBelow } from '../../platform/network/address.ts';
import { startingWith, type Archive } from '../../platform/archive.ts';
import type { FlightRecord } from '../../stores/flight-record.ts';

/** How much of the record a crash can lose. */
const SAVE_INTERVAL: Milliseconds = 5000;

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

/**
 * Preserves the flight record over reloads and crashes, in chunks that are kept for an hour: the reload itself is
 * often what support asks about.
 */
export class FlightRecordKeeping {
  readonly #deps: Dependencies;
  #kept = 0;
  #isStarted = false;
  /**
   * The key prefix whose chunks are already in the record: a panel that was only moved in the document still has
   * them.
   */
  #restoredPrefix = '';
  #cancel: (() => void) | null = null;

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  /** Restores the last hour of this rep only and keeps saving; the returned function saves the rest and stops. */
  start(): () => void {
    const { record, isHidden, onVisibility } = this.#deps;
    this.#isStarted = true;
    // Of another rep, or of another API address.
    const isAnothers = this.#restoredPrefix !== this.#prefix;
    if (isAnothers) record.empty();
    this.#kept = record.noted;
    if (isAnothers) void this.#recall();
    const stop = onVisibility(() => isHidden() && this.#keep());
    this.#plan();
    return () => {
      stop();
      this.#cancel?.();
      this.#keep();
      this.#isStarted = false;
    };
  }

  /** Deletes what was saved for this rep. */
  async forget(): Promise<void> {
    const prefix = this.#prefix;
    this.#kept = this.#deps.record.noted;
    await this.#deps.archive.write(({ flightRecords }) => flightRecords.delete(startingWith(prefix)));
  }

  #plan(): void {
    this.#cancel = this.#deps.timers.after(SAVE_INTERVAL, () => {
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
    this.#restoredPrefix = prefix;
    const kept = await archive.write(async ({ flightRecords }) => {
      // Chunks of other reps too, or a shared browser would fill up.
      for (const key of await flightRecords.getAllKeys())
        if (!(startOf(key) >= oldest)) await flightRecords.delete(key);
      // In one request: a shift leaves hundreds of chunks, and the next transaction has to wait.
      return flightRecords.getAll(startingWith(prefix));
    });
    // Meanwhile another rep may have signed in.
    if (kept && this.#isStarted && prefix === this.#prefix) record.recall(kept.flatMap(readFlightEntries));
  }

  get #prefix(): string {
    return `${addressBelow(this.#deps.apiAddress(), '').href} ${this.#deps.repId()} `;
  }
}

const startOf = (key: string): Instant => Number(key.split(' ')[2]);
