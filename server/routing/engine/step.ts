import type { Instant } from '../../../src/domain/time.ts';
import type { Id } from '../../../src/domain/values.ts';
import type { Queries } from '../../database/database.ts';
import type { ConfigurationCache } from '../configuration/configuration-cache.ts';
import type { ConfigurationView } from '../configuration/configuration-view.ts';
import { RepDraft } from '../reps/rep-draft.ts';
import { writeReps, type RepState } from '../reps/rep-writes.ts';

/** What others need to know about a committed step. */
export interface Committed {
  /** The changed reps with their change numbers. */
  readonly changes: ReadonlyMap<Id, number>;
  /** Whether there may now be a rep for waiting work. */
  readonly routable: boolean;
  /** When the first deadline that it started is due: a push time-out, the end of a grace period. */
  readonly dueAt: Instant | null;
}

/** Thrown by a step that was begun without a transaction, but needs one. */
export class TransactionNeeded extends Error {
  override readonly name = 'TransactionNeeded';
}

/**
 * One change of the engine, which collects what it changes. Usually it is a transaction. A command of a rep who is
 * known begins as a draft; whatever a draft cannot do asks for `tx`, and the step is begun anew as a transaction.
 */
export class Step {
  readonly now: () => Instant;
  /** The rep of the command, if this is not a transaction. */
  readonly draft: RepDraft | null;
  readonly #tx: Queries | null;
  readonly #cache: ConfigurationCache;
  readonly #touched = new Map<Id, RepState>();
  #revision: number | null = null;
  #configuration: Promise<ConfigurationView> | null = null;
  #routable = false;
  #dueAt: Instant | null = null;

  constructor(on: Queries | RepDraft, cache: ConfigurationCache, now: () => Instant) {
    this.draft = on instanceof RepDraft ? on : null;
    this.#tx = on instanceof RepDraft ? null : on;
    this.#cache = cache;
    this.now = now;
  }

  /** The transaction. Throws `TransactionNeeded` if this is a draft. */
  get tx(): Queries {
    if (this.#tx === null) throw new TransactionNeeded();
    return this.#tx;
  }

  /** The revision of the configuration, read along with something else: that saves a query. */
  sawRevision(revision: number): void {
    this.#revision = revision;
  }

  /** The configuration, the same one for the whole step. */
  configuration(): Promise<ConfigurationView> {
    this.#configuration ??= this.#readConfiguration();
    return this.#configuration;
  }

  #readConfiguration(): Promise<ConfigurationView> {
    // A draft is only written if this is still the current one.
    const known = this.draft && this.#cache.view;
    if (known) return Promise.resolve(known);
    return this.#revision === null ? this.#cache.current(this.tx) : this.#cache.at(this.tx, this.#revision);
  }

  /**
   * Marks a change of something that the rep's panel shows or that routing counts. The rep's row must be locked;
   * `state` is written to it when the step finishes.
   */
  touch(repId: Id, state: RepState = {}): void {
    if (this.draft) {
      if (repId !== this.draft.repId) throw new TransactionNeeded();
      return this.draft.changeState(state);
    }
    this.#touched.set(repId, { ...this.#touched.get(repId), ...state });
  }

  /** Requests routing: there is more work waiting, or more capacity for it. */
  route(): void {
    this.#routable = true;
  }

  /** Something is due at this instant. */
  due(at: Instant): void {
    this.#dueAt = Math.min(at, this.#dueAt ?? at);
  }

  /** Must be the last call in the transaction. */
  async finish(): Promise<Committed> {
    return this.committed(await writeReps(this.tx, this.#touched, this.now()));
  }

  /** What others need to know once it is committed, as these changes of reps. */
  committed(changes: ReadonlyMap<Id, number>): Committed {
    return { changes, routable: this.#routable, dueAt: this.#dueAt };
  }
}
