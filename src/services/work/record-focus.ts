import type { Id } from '../../domain/values.ts';
import type { WorkspaceAdapter } from '../../domain/work/workspace.ts';
import type { WorkStore } from '../../stores/work.ts';

/**
 * Moves the focus on to the record of work that the rep accepted by its toast: once the toast, which had the focus, is
 * gone, and the record is in front, whichever comes first. A rep who is elsewhere by then is left there.
 */
export class RecordFocus {
  readonly #deps: {
    readonly work: WorkStore;
    readonly workspace: () => WorkspaceAdapter | null;
    readonly mayMoveFocus: () => boolean;
  };
  #answered: Id | null = null;
  #shown: Id | null = null;

  constructor(deps: {
    readonly work: WorkStore;
    readonly workspace: () => WorkspaceAdapter | null;
    /** Whether the focus is in the panel, or nowhere. */
    readonly mayMoveFocus: () => boolean;
  }) {
    this.#deps = deps;
  }

  /** The toast by which the rep answered is gone, and had the focus. */
  answered(workId: Id): void {
    this.#answered = workId;
    this.#move();
  }

  /** The record of this work is in front. */
  shown(workId: Id): void {
    this.#shown = workId;
    this.#move();
  }

  #move(): void {
    const { work, workspace, mayMoveFocus } = this.#deps;
    if (this.#answered === null || this.#answered !== this.#shown) return;
    const record = work.state.works.get(this.#answered)?.recordId;
    [this.#answered, this.#shown] = [null, null];
    if (record !== undefined && mayMoveFocus()) workspace()?.focusRecord?.(record);
  }
}
