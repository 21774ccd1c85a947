import type { ImportResult } from '../../domain/import/import-api.ts';
import type { Choices, ImportPlan } from '../../domain/import/import-plan.ts';
import { Store } from '../../stores/store.ts';

export interface ImportingState {
  /** What is going on; `null`: nothing. */
  readonly doing: 'reading' | 'planning' | 'applying' | 'undoing' | 'exporting' | null;
  /** How many files are being read. */
  readonly files: number;
  readonly plan: ImportPlan | null;
  readonly choices: Choices;
  readonly result: ImportResult | null;
  /** How many records an undo put back; `null`: nothing was undone. */
  readonly undone: number | null;
  /** Why the last step failed; `noMetadata`: there is nothing to import among the files. */
  readonly problem: string | null;
  /** Whether Setup has changed since the plan was made. */
  readonly isStale: boolean;
}

export const nothingImported: ImportingState = {
  doing: null,
  files: 0,
  plan: null,
  choices: { fixes: {}, leftOut: [] },
  result: null,
  undone: null,
  problem: null,
  isStale: false,
};

/** An import, from the choice of its files to its undo. */
export class ImportingStore extends Store<ImportingState> {
  constructor() {
    super(nothingImported);
  }

  update(change: Partial<ImportingState>): void {
    this.replace({ ...this.state, ...change });
  }
}
