import type { AssignmentChange } from '../../../src/domain/setup/setup-api.ts';

/** What the bar of a form tells: what is unsaved, what is wrong, what became of it. */
export interface SavingView {
  readonly changes: number;
  /** Labels of the fields that are shown to be wrong. */
  readonly problems: readonly string[];
  readonly isSaving: boolean;
  readonly isSaved: boolean;
  readonly failure: string | null;
  readonly moved: AssignmentChange | null;
}

export const savedView: SavingView = {
  changes: 0,
  problems: [],
  isSaving: false,
  isSaved: false,
  failure: null,
  moved: null,
};
