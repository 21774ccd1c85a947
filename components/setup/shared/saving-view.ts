import type { AssignmentChange } from '../../../src/domain/setup/setup-api.ts';

/** The content of a form's save bar: unsaved changes, problems, the result. */
export interface SavingView {
  readonly changes: number;
  /** Labels of the fields that show a problem. */
  readonly problems: readonly string[];
  readonly isSaving: boolean;
  readonly isSaved: boolean;
  readonly isUndone: boolean;
  readonly failure: string | null;
  /** The action that failed. */
  readonly failed: 'save' | 'undo' | 'delete';
  readonly moved: AssignmentChange | null;
}

export const savedView: SavingView = {
  changes: 0,
  problems: [],
  isSaving: false,
  isSaved: false,
  isUndone: false,
  failure: null,
  failed: 'save',
  moved: null,
};
