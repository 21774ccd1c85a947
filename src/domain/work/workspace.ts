import type { AgentWork } from './agent-work.ts';

/** The panel's interface to its host: which records are open in this browser tab, and how to open or show one. */
export interface WorkspaceAdapter {
  /** The records open in workspace tabs. */
  openRecordIds(): readonly string[];
  /** Opens a record in a new tab, in focus or in the background. */
  open(
    recordId: string,
    how: { readonly agentWork: AgentWork; readonly focus: boolean },
  ): void | Promise<void>;
  /** Brings the tab of an open record to the front. */
  bringForward(recordId: string): void | Promise<void>;
  /**
   * Moves the focus into a record that is in front: the rep accepted its work by a toast, which had the focus and is gone.
   * Without it the focus stays in the panel.
   */
  focusRecord?(recordId: string): void;
}
