import type { Instant } from '../../../src/domain/time.ts';
import type { Id } from '../../../src/domain/values.ts';
import type { Database, Queries } from '../../database/database.ts';
import type { ConfigurationCache } from '../configuration/configuration-cache.ts';
import type { ConfigurationView } from '../configuration/configuration-view.ts';
import { writeReps, type RepState } from '../reps/rep-writes.ts';

/** What a committed step leaves to tell. */
export interface Committed {
  /** Reps that changed, each with the number of its change. */
  readonly changes: ReadonlyMap<Id, number>;
  /** Whether waiting work may have a rep now. */
  readonly routable: boolean;
  /** When something that it started is due at the earliest: a push time-out, the end of a grace. */
  readonly dueAt: Instant | null;
}

/** One transaction of the engine, and what it will have changed. */
export class Step {
  readonly tx: Queries;
  readonly now: () => Instant;
  readonly #cache: ConfigurationCache;
  readonly #touched = new Map<Id, RepState>();
  #revision: number | null = null;
  #configuration: Promise<ConfigurationView> | null = null;
  #routable = false;
  #dueAt: Instant | null = null;

  constructor(tx: Queries, cache: ConfigurationCache, now: () => Instant) {
    this.tx = tx;
    this.#cache = cache;
    this.now = now;
  }

  /** The revision of the configuration, read with something else: that spares a question. */
  sawRevision(revision: number): void {
    this.#revision = revision;
  }

  /** The configuration, the same one for the whole step. */
  configuration(): Promise<ConfigurationView> {
    this.#configuration ??=
      this.#revision === null ? this.#cache.current(this.tx) : this.#cache.at(this.tx, this.#revision);
    return this.#configuration;
  }

  /**
   * Something that this rep's panel shows or that routing counts changed. The rep's row must be locked; `state` is
   * written to it when the step finishes.
   */
  touch(repId: Id, state: RepState = {}): void {
    this.#touched.set(repId, { ...this.#touched.get(repId), ...state });
  }

  /** Waiting work may have a rep now: there is more of it, or more room for it. */
  route(): void {
    this.#routable = true;
  }

  /** Something is due at that instant. */
  due(at: Instant): void {
    this.#dueAt = Math.min(at, this.#dueAt ?? at);
  }

  /** The last thing in the transaction. */
  async finish(): Promise<Committed> {
    return {
      changes: await writeReps(this.tx, this.#touched, this.now()),
      routable: this.#routable,
      dueAt: this.#dueAt,
    };
  }
}

/** Runs an operation as one transaction, and tells what it changed once that is committed. */
export type RunStep = <T>(operation: (step: Step) => Promise<T>) => Promise<T>;

/** Steps on a database. `onCommit` hears of each committed step before its caller does. */
export function createRunStep(
  database: Database,
  cache: ConfigurationCache,
  now: () => Instant,
  onCommit: (committed: Committed) => void,
): RunStep {
  return async (operation) => {
    const { result, committed } = await database.transaction(async (tx) => {
      const step = new Step(tx, cache, now);
      const outcome = await operation(step);
      return { result: outcome, committed: await step.finish() };
    });
    onCommit(committed);
    return result;
  };
}
