import { isWorkRequest, type AgentWork } from '../../domain/work/agent-work.ts';
import { howToOpen } from '../../domain/work/opening-rules.ts';
import type { Id } from '../../domain/values.ts';
import type { WorkspaceAdapter } from '../../domain/work/workspace.ts';
import { ProblemEvent } from '../../events/facts.ts';
import { OpenWorkRequestEvent } from '../../events/requests.ts';
import type { WorkStore } from '../../stores/work.ts';

interface Dependencies {
  readonly work: WorkStore;
  readonly workspace: () => WorkspaceAdapter | null;
  /** Opens accepted work that no one clicked, here or in another browser tab. */
  readonly openSomewhere: (agentWorkId: Id) => void;
  /** The record of this work has been brought to the front here. */
  readonly shown: (agentWorkId: Id) => unknown;
  /** Dispatches an event to the host; `false` if the host canceled it. */
  readonly dispatch: (event: Event) => boolean;
}

/** Opens accepted work in the host's workspace, according to the opening rules. */
export class OpeningWork {
  readonly #deps: Dependencies;

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  /**
   * From now on, opens work that is accepted automatically: only where the change is observed, not work that was
   * already open.
   */
  start(): () => void {
    return this.#deps.work.follow((now, before) => {
      if (!before || !isWorkRequest(before.status)) return;
      if (now.status === 'opened' && now.openedBy === 'automatic') this.#deps.openSomewhere(now.id);
    });
  }

  /** The rep accepted it, or wants to see it. */
  show(agentWorkId: Id): void {
    this.open(agentWorkId, 'rep');
  }

  open(agentWorkId: Id, openedBy: 'rep' | 'automatic'): void {
    const work = this.#deps.work.state.works.get(agentWorkId);
    if (work) this.#open(work, openedBy);
  }

  #open(work: AgentWork, openedBy: 'rep' | 'automatic'): void {
    const { workspace, dispatch, shown } = this.#deps;
    const adapter = workspace();
    const { recordId } = work;
    try {
      const opening = howToOpen(openedBy, { openRecordIds: adapter?.openRecordIds() ?? [], recordId });
      if (!dispatch(new OpenWorkRequestEvent(work, opening)) || !adapter) return;
      const opened =
        opening === 'bringForward'
          ? adapter.bringForward(recordId)
          : adapter.open(recordId, { agentWork: work, focus: opening === 'newTabInFocus' });
      const isInFront = () => opening !== 'newTabInBackground' && shown(work.id);
      if (opened) opened.then(isInFront).catch((error: unknown) => this.#failed(error));
      else isInFront();
    } catch (error) {
      this.#failed(error);
    }
  }

  #failed(error: unknown): void {
    const why = error instanceof Error ? error.message : String(error);
    this.#deps.dispatch(new ProblemEvent('workspace', `The workspace could not open a record: ${why}`));
  }
}
