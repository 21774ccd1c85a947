import * as v from 'valibot';
import type { Milliseconds } from '../../../src/domain/time.ts';
import { idSchema, type Id } from '../../../src/domain/values.ts';
import type { Database } from '../../database/database.ts';
import type { Logger } from '../../logger.ts';
import type { Timers } from '../../timers.ts';

/** Hints leave a process this often at most: the database takes them one after another. */
const BETWEEN_HINTS: Milliseconds = 200;
/** A hint that would name more reps names none: the others then poll. It must stay below 8,000 bytes. */
const MAX_IDS_IN_HINT = 100;

const hintSchema = v.object({
  /** The process it comes from, which knows already. */
  from: v.string(),
  /** Reps that changed, each with the number of its change; `null`: more than that, or too many to name. */
  changes: v.nullable(v.record(idSchema, v.number())),
});

export interface WakeUpsOptions {
  readonly database: Database;
  readonly processId: string;
  readonly timers: Pick<Timers, 'after'>;
  readonly logger: Logger;
  /** Another process changed more than it could name. */
  readonly onUnnamed: () => void;
}

/**
 * Tells the listeners of this process which reps changed, each change once, from wherever it is heard of: a commit
 * here, a hint from another process, or a poll.
 */
export class WakeUps {
  readonly #options: WakeUpsOptions;
  readonly #listeners = new Set<(repIds: readonly Id[]) => void>();
  /** The last change of each rep that the listeners were told. */
  readonly #told = new Map<Id, number>();
  #unsent = new Map<Id, number>();
  /** Whether the others have to poll, whatever is named. */
  #unnamed = false;
  #paused: (() => void) | null = null;
  #endHints: (() => Promise<void>) | null = null;

  constructor(options: WakeUpsOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    this.#endHints = await this.#options.database.onHint((payload) => this.#hear(payload));
  }

  /** Sends what is unsent and listens no more. */
  async stop(): Promise<void> {
    this.#paused?.();
    this.#paused = null;
    await this.#send();
    await this.#endHints?.();
    this.#endHints = null;
  }

  subscribe(listener: (repIds: readonly Id[]) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** These changes were committed by this process. */
  committed(changes: ReadonlyMap<Id, number>): void {
    if (changes.size === 0) return;
    this.tell(changes);
    for (const [id, change] of changes) this.#unsent.set(id, change);
    if (this.#paused === null) void this.#send();
  }

  /** Something was committed by this process that no rep's change tells: the others look for themselves. */
  askToPoll(): void {
    this.#unnamed = true;
    if (this.#paused === null) void this.#send();
  }

  /** These changes are committed, by whichever process. Listeners hear of those that are update. */
  tell(changes: ReadonlyMap<Id, number>): void {
    const update: Id[] = [];
    for (const [id, change] of changes) {
      if (change <= (this.#told.get(id) ?? -1)) continue;
      this.#told.set(id, change);
      update.push(id);
    }
    if (update.length > 0) this.announce(update);
  }

  /** Something that these reps' panels show may be another, without a change of their own: the configuration. */
  announce(repIds: readonly Id[]): void {
    for (const listener of this.#listeners) listener(repIds);
  }

  async #send(): Promise<void> {
    const changes = this.#unsent;
    const unnamed = this.#unnamed || changes.size > MAX_IDS_IN_HINT;
    if (changes.size === 0 && !unnamed) return;
    this.#unsent = new Map();
    this.#unnamed = false;
    this.#paused = this.#options.timers.after(BETWEEN_HINTS, () => {
      this.#paused = null;
      void this.#send();
    });
    const { database, processId, logger } = this.#options;
    const named = unnamed ? null : Object.fromEntries(changes);
    try {
      await database.hint(JSON.stringify({ from: processId, changes: named }));
    } catch (error) {
      // The others find the changes with their next poll.
      logger.error('hint-failed', error);
    }
  }

  #hear(payload: string): void {
    const hint = v.safeParse(v.pipe(v.string(), v.parseJson(), hintSchema), payload);
    if (!hint.success || hint.output.from === this.#options.processId) return;
    const { changes } = hint.output;
    if (changes === null) this.#options.onUnnamed();
    else this.tell(new Map(Object.entries(changes)));
  }
}
