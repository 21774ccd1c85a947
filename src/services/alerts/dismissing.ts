import type { Id } from '../../domain/values.ts';
import type { WorkStore } from '../../stores/work.ts';
import type { TabGroup } from '../tabs/tab-group.ts';

/** Outcomes on toasts that the rep dismisses: in one browser tab, they go in all of them. */
export class Dismissing {
  readonly #work: WorkStore;
  readonly #tabGroup: Pick<TabGroup, 'send'>;

  constructor(deps: { readonly work: WorkStore; readonly tabGroup: Pick<TabGroup, 'on' | 'send'> }) {
    this.#work = deps.work;
    this.#tabGroup = deps.tabGroup;
    deps.tabGroup.on('dismissed', ({ agentWorkId }) => deps.work.dismiss(agentWorkId));
  }

  /** The rep dismissed the outcome of this request. */
  dismiss(agentWorkId: Id): void {
    this.#work.dismiss(agentWorkId);
    this.#tabGroup.send({ type: 'dismissed', agentWorkId });
  }
}
