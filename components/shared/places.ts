import type { Instant, Milliseconds } from '../../src/domain/time.ts';
import type { Id } from '../../src/domain/values.ts';

/** A click this soon after something came to its place was meant for what stood there before. */
export const UNINTENDED: Milliseconds = 400;

/**
 * Since when each row of a list stands in its place. What moved there under a pointer, because another row ended, must
 * not be ended by the second half of a double click.
 */
export class Places {
  #ids: readonly Id[] = [];
  #since = new Map<Id, Instant>();

  /** Takes the rows as they are drawn now. */
  arrange(ids: readonly Id[], now: Instant): void {
    const before = this.#ids;
    const since = (id: Id, index: number) => {
      const there = before[index];
      // Where nothing stood, nothing else was meant.
      return there === undefined || there === id ? (this.#since.get(id) ?? 0) : now;
    };
    this.#since = new Map(ids.map((id, index) => [id, since(id, index)]));
    this.#ids = [...ids];
  }

  /** Whether a click on this row is meant for it. */
  isMeant(id: Id, now: Instant): boolean {
    return now - (this.#since.get(id) ?? 0) >= UNINTENDED;
  }
}
