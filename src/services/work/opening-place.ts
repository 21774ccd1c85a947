import type { Milliseconds, Timers } from '../../domain/time.ts';
import type { Id } from '../../domain/values.ts';
import type { TabGroup } from '../tabs/tab-group.ts';
import { compareSeen } from '../sound/ring-turn.ts';

/** A page that has not confirmed by then that it opened the work is frozen, and another one opens it. */
const OPEN_TIMEOUT: Milliseconds = 500;

type OpenedBy = 'rep' | 'automatic';

/** Work that no one clicked opens in one page only: the one that the rep saw last. The leader decides which. */
export class OpeningPlace {
  readonly #deps: {
    readonly tabGroup: TabGroup;
    readonly timers: Timers;
    readonly open: (agentWorkId: Id, openedBy: OpenedBy) => void;
  };
  /** Works that other pages were asked to open, until they confirm. */
  readonly #waiting = new Map<Id, () => void>();

  constructor(deps: {
    readonly tabGroup: TabGroup;
    readonly timers: Timers;
    /** Opens it in this page. */
    readonly open: (agentWorkId: Id, openedBy: OpenedBy) => void;
  }) {
    this.#deps = deps;
    const { tabGroup, open } = deps;
    tabGroup.on('open', ({ agentWorkId, openedBy }, from) => {
      tabGroup.send({ type: 'opened', agentWorkId }, from);
      open(agentWorkId, openedBy);
    });
    tabGroup.on('opened', ({ agentWorkId }) => this.#opened(agentWorkId));
  }

  /** Opens the work in the page seen last, as the leader decides; followers leave it to the leader. */
  open(agentWorkId: Id, openedBy: OpenedBy): void {
    const { tabGroup } = this.#deps;
    if (!tabGroup.isLeader) return;
    const places = [...tabGroup.members, [tabGroup.id, tabGroup.presence] as const];
    places.sort(([, one], [, other]) => compareSeen(one, other));
    this.#openIn(
      places.map(([id]) => id),
      agentWorkId,
      openedBy,
    );
  }

  stop(): void {
    for (const cancel of this.#waiting.values()) cancel();
    this.#waiting.clear();
  }

  #openIn([place, ...others]: readonly Id[], agentWorkId: Id, openedBy: OpenedBy): void {
    const { tabGroup, timers, open } = this.#deps;
    if (place === undefined || place === tabGroup.id) return open(agentWorkId, openedBy);
    tabGroup.sendAsLeader({ type: 'open', agentWorkId, openedBy }, place);
    const cancel = timers.after(OPEN_TIMEOUT, () => {
      this.#waiting.delete(agentWorkId);
      this.#openIn(others, agentWorkId, openedBy);
    });
    this.#waiting.set(agentWorkId, cancel);
  }

  #opened(agentWorkId: Id): void {
    this.#waiting.get(agentWorkId)?.();
    this.#waiting.delete(agentWorkId);
  }
}
