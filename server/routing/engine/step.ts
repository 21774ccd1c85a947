import type { Instant } from '../../../src/domain/time.ts';
import type { Id } from '../../../src/domain/values.ts';
import type { Database, Queries } from '../../database/database.ts';
import type { ConfigurationCache } from '../configuration/configuration-cache.ts';
import type { ConfigurationView } from '../configuration/configuration-view.ts';
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

/** One transaction of the engine, which collects what it changes. */
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

  /** The revision of the configuration, read along with something else: that saves a query. */
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
   * Marks a change of something that the rep's panel shows or that routing counts. The rep's row must be locked;
   * `state` is written to it when the step finishes.
   */
  touch(repId: Id, state: RepState = {}): void {
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
    return {
      changes: await writeReps(this.tx, this.#touched, this.now()),
      routable: this.#routable,
      dueAt: this.#dueAt,
    };
  }
}

/** Runs an operation as one transaction, and reports its changes once it is committed. */
export type RunStep = <T>(operation: (step: Step) => Promise<T>) => Promise<T>;

/** Runs steps on a database. `onCommit` is called for each committed step before its caller continues. */
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
