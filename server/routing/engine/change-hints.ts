import * as v from 'valibot';
import type { Milliseconds } from '../../../src/domain/time.ts';
import { idSchema, type Id } from '../../../src/domain/values.ts';
import type { Database } from '../../database/database.ts';
import type { Logger } from '../../logger.ts';
import type { Timers } from '../../timers.ts';

/** The minimum interval between hints of one process: the database handles them one after another. */
const HINT_INTERVAL: Milliseconds = 25;
/** A hint for more reps than this names none, and the other processes poll. A hint must stay below 8,000 bytes. */
const MAX_IDS_IN_HINT = 100;

const hintSchema = v.object({
  /** The sending process, which ignores its own hints. */
  from: v.string(),
  /** Changed reps with their change numbers; `null`: too many to name, or something other than reps changed. */
  changes: v.nullable(v.record(idSchema, v.number())),
});

export interface WakeUpsOptions {
  readonly database: Database;
  readonly processId: string;
  readonly timers: Pick<Timers, 'after'>;
  readonly logger: Logger;
  /** A rep was changed, by whichever process. Called before the listeners. */
  readonly onChange: (repId: Id, change: number) => void;
  /** Another process sent a hint that names no reps. */
  readonly onUnnamed: () => void;
}

/**
 * Notifies the listeners of this process which reps changed, once per change, whatever the source: a commit here, a
 * hint from another process, or a poll.
 */
export class WakeUps {
  readonly #options: WakeUpsOptions;
  readonly #listeners = new Set<(repIds: readonly Id[]) => void>();
  /** The last change of each rep that the listeners were notified of. */
  readonly #notified = new Map<Id, number>();
  #pending = new Map<Id, number>();
  /** Whether the next hint must make the other processes poll. */
  #mustPoll = false;
  #paused: (() => void) | null = null;
  #endHints: (() => Promise<void>) | null = null;

  constructor(options: WakeUpsOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    this.#endHints = await this.#options.database.onHint((payload) => this.#receiveHint(payload));
  }

  /** Sends pending changes and stops listening. */
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
    this.notify(changes);
    for (const [id, change] of changes) this.#pending.set(id, change);
    if (this.#paused === null) void this.#send();
  }

  /** This process committed something that no rep's change number covers: the other processes have to poll. */
  askToPoll(): void {
    this.#mustPoll = true;
    if (this.#paused === null) void this.#send();
  }

  /** Notifies the listeners of committed changes, from any process, that they have not been notified of yet. */
  notify(changes: ReadonlyMap<Id, number>): void {
    const newer: Id[] = [];
    for (const [id, change] of changes) {
      if (change <= (this.#notified.get(id) ?? -1)) continue;
      this.#notified.set(id, change);
      this.#options.onChange(id, change);
      newer.push(id);
    }
    if (newer.length > 0) this.announce(newer);
  }

  /**
   * Notifies the listeners of reps whose panels may be affected by a new configuration, without a change of their own.
   */
  announce(repIds: readonly Id[]): void {
    for (const listener of this.#listeners) listener(repIds);
  }

  async #send(): Promise<void> {
    const changes = this.#pending;
    const unnamed = this.#mustPoll || changes.size > MAX_IDS_IN_HINT;
    if (changes.size === 0 && !unnamed) return;
    this.#pending = new Map();
    this.#mustPoll = false;
    this.#paused = this.#options.timers.after(HINT_INTERVAL, () => {
      this.#paused = null;
      void this.#send();
    });
    const { database, processId, logger } = this.#options;
    const named = unnamed ? null : Object.fromEntries(changes);
    try {
      await database.hint(JSON.stringify({ from: processId, changes: named }));
    } catch (error) {
      // The other processes find the changes with their next poll.
      logger.error('hint-failed', error);
    }
  }

  #receiveHint(payload: string): void {
    const hint = v.safeParse(v.pipe(v.string(), v.parseJson(), hintSchema), payload);
    if (!hint.success || hint.output.from === this.#options.processId) return;
    const { changes } = hint.output;
    if (changes === null) this.#options.onUnnamed();
    else this.notify(new Map(Object.entries(changes)));
  }
}
