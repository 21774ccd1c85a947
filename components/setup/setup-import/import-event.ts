import type { Choice } from '../../../src/domain/import/import-plan.ts';

/** What the user asks for on the page of import and export. */
export type ImportAction =
  | { readonly do: 'drop'; readonly dropped: DataTransfer }
  | { readonly do: 'files'; readonly files: readonly File[] }
  | { readonly do: 'choose'; readonly remark: string; readonly choice: Choice | null }
  | { readonly do: 'leaveOut'; readonly key: string; readonly isOut: boolean }
  | { readonly do: 'export'; readonly format: 'sfdx' | 'metadata' }
  | { readonly do: 'apply' | 'undo' | 'planAgain' | 'startOver' };

/** The user asks for a step of an import, or for an export. */
export class ImportActionEvent extends Event {
  constructor(readonly action: ImportAction) {
    super('omni-import-action', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'omni-import-action': ImportActionEvent;
  }
}
