import type { Instant } from '../../../src/domain/time.ts';
import type { Id } from '../../../src/domain/values.ts';
import type { Database } from '../../database/database.ts';
import type { ConfigurationCache } from '../configuration/configuration-cache.ts';
import type { KnownReps } from '../reps/known-reps.ts';
import { RepDraft } from '../reps/rep-draft.ts';
import { draftWriter } from '../reps/write-drafts.ts';
import { Step, type Committed } from './step.ts';

/** How often a step of a rep who has just changed is drafted anew. */
const ATTEMPTS = 3;

/** Runs an operation as one transaction, and reports its changes once it is committed. */
export type RunStep = <T>(operation: (step: Step) => Promise<T>) => Promise<T>;

/** Runs an operation that concerns one rep: by a single statement if the rep is known, else as one transaction. */
export type RunStepFor = <T>(repId: Id, operation: (step: Step) => Promise<T>) => Promise<T>;

export interface RunStepOptions {
  readonly database: Database;
  readonly cache: ConfigurationCache;
  readonly known: KnownReps;
  readonly now: () => Instant;
  /** Called for each committed step before its caller continues. */
  readonly onCommit: (committed: Committed) => void;
}

/** Runs steps on a database. */
export function createRunStep({ database, cache, now, onCommit }: Omit<RunStepOptions, 'known'>): RunStep {
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

/**
 * Runs steps of one rep. If anything has changed since the rep became known, or the operation needs more than a draft
 * can do, it runs once more, as a transaction: until then it has had no effect.
 */
export function createRunStepFor(run: RunStep, options: RunStepOptions): RunStepFor {
  const { database, cache, known, now, onCommit } = options;
  const write = draftWriter(database, now);
  return async (repId, operation) => {
    try {
      for (let tried = 0; tried < ATTEMPTS; tried += 1) {
        const base = known.current(repId);
        const view = cache.view;
        if (!base || !view) break;
        const draft = new RepDraft(base);
        const step = new Step(draft, cache, now);
        const result = await operation(step);
        const next = draft.finished(now());
        if (await write({ draft, next, revision: view.revision })) {
          known.learn(next);
          onCommit(step.committed(new Map([[repId, next.row.change]])));
          return result;
        }
        // Usually this process has just offered the rep something else.
        if (known.current(repId) === base) break;
      }
    } catch {
      // Whether it failed or cannot be done this way: a transaction finds out.
    }
    known.doubt(repId);
    return run(operation);
  };
}
