import type { Instant, Milliseconds } from '../../src/domain/time.ts';
import type { Id } from '../../src/domain/values.ts';

/** A click this soon after something moved was meant for what was there before. */
export const MISCLICK_WINDOW: Milliseconds = 400;

/**
 * Since when each row of a list has been in its place. If a row moved under the pointer because another one ended,
 * the second half of a double click must not end it as well.
 */
export class Places {
  #ids: readonly Id[] = [];
  #since = new Map<Id, Instant>();

  /** Records the rows as rendered now. */
  arrange(ids: readonly Id[], now: Instant): void {
    const before = this.#ids;
    const since = (id: Id, index: number) => {
      const there = before[index];
      // If the place was empty before, the click was not meant for another row.
      return there === undefined || there === id ? (this.#since.get(id) ?? 0) : now;
    };
    this.#since = new Map(ids.map((id, index) => [id, since(id, index)]));
    this.#ids = [...ids];
  }

  /** Whether a click on this row was meant for it. */
  isIntended(id: Id, now: Instant): boolean {
    return now - (this.#since.get(id) ?? 0) >= MISCLICK_WINDOW;
  }
}
