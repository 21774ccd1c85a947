import { isOpen, type AgentWorkStatus } from '../../../src/domain/work/agent-work.ts';
import type { Id } from '../../../src/domain/values.ts';
import type { CommandOutcome } from '../../../src/protocol/messages.ts';
import type { KnownItem, KnownRep, KnownWork } from './known-reps.ts';
import type { RepState } from './rep-writes.ts';

type WorkRow = KnownWork['work'];
/** What may be written of a work item that a rep has. */
export interface ItemState {
  readonly status: KnownItem['status'];
  /** Whether the rep no longer has it. */
  readonly freed: boolean;
  readonly settled: boolean;
}

/**
 * What a command makes of a rep who is known: nothing is read, and what changes is collected, to be written by one
 * statement if the rep is still at the same change by then.
 */
export class RepDraft {
  readonly base: KnownRep;
  readonly items = new Map<Id, ItemState & { readonly heldBy: Id }>();
  readonly excludedFrom = new Set<Id>();
  readonly #works: Map<Id, KnownWork>;
  readonly #changed = new Set<Id>();
  #state: RepState = {};
  #readmits: 'all' | 'required' | null = null;
  #record: { readonly commandId: string; readonly outcome: CommandOutcome } | null = null;

  constructor(base: KnownRep) {
    this.base = base;
    this.#works = new Map(base.works);
  }

  get repId(): Id {
    return this.base.row.id;
  }

  /** To which items the rep is readmitted: to all, or to those that require them. */
  get readmits(): 'all' | 'required' | null {
    return this.#readmits;
  }

  /** The command and its outcome; `null` if nothing is to be recorded. */
  get record(): { readonly commandId: string; readonly outcome: CommandOutcome } | null {
    return this.#record;
  }

  /** The agent works that change, as they were and as they will be. */
  *changedWorks(): Iterable<{ readonly before: AgentWorkStatus; readonly after: WorkRow }> {
    for (const id of this.#changed) {
      const [before, after] = [this.base.works.get(id), this.#works.get(id)];
      if (before && after) yield { before: before.work.status, after: after.work };
    }
  }

  work(id: Id): KnownWork | null {
    return this.#works.get(id) ?? null;
  }

  /** The works with one of the open statuses, in the order of their offers. */
  worksThatAre(status: AgentWorkStatus): KnownWork[] {
    return [...this.#works.values()]
      .filter(({ work }) => work.status === status)
      .sort(
        ({ work: one }, { work: other }) => one.offeredAt - other.offeredAt || (one.id < other.id ? -1 : 1),
      );
  }

  changeWork(id: Id, changes: Partial<WorkRow>): void {
    const known = this.#known(id);
    this.#works.set(id, { ...known, work: { ...known.work, ...changes } });
    this.#changed.add(id);
  }

  /** Changes the item of an agent work. */
  changeItem(agentWorkId: Id, state: ItemState): void {
    const known = this.#known(agentWorkId);
    this.#works.set(agentWorkId, { ...known, item: { ...known.item, status: state.status } });
    this.items.set(known.item.id, { ...state, heldBy: agentWorkId });
  }

  changeState(state: RepState): void {
    this.#state = { ...this.#state, ...state };
  }

  readmit(which: 'all' | 'required'): void {
    this.#readmits = this.#readmits === 'all' ? 'all' : which;
  }

  recordOutcome(commandId: string, outcome: CommandOutcome): void {
    this.#record = { commandId, outcome };
  }

  /** The rep as they will be when this is written. */
  finished(now: number): KnownRep {
    const works = this.#works;
    const row: KnownRep['row'] = {
      ...this.base.row,
      ...this.#state,
      ...sumsOf(works.values()),
      change: this.base.row.change + 1,
      changedAt: now,
    };
    return { row, works };
  }

  #known(id: Id): KnownWork {
    const known = this.#works.get(id);
    if (!known) throw new Error(`Agent work ${id} is not the rep's.`);
    return known;
  }
}

/** The sums over a rep's open works, which are always computed from all of them, so that they cannot drift. */
export function sumsOf(works: Iterable<KnownWork>) {
  const open = [...works].map(({ work }) => work).filter(({ status }) => isOpen(status));
  const used = (pool: WorkRow['pool']) =>
    // Sizes have two decimals.
    open.reduce(
      (hundredths, work) => hundredths + (work.pool === pool ? Math.round(work.size * 100) : 0),
      0,
    ) / 100;
  return {
    openWorks: open.length,
    wrappingUp: open.some(({ status }) => status === 'afterConversationWork'),
    ringing: open.filter(({ status }) => status === 'assigned').length,
    primaryUsed: used('primary'),
    interruptibleUsed: used('interruptible'),
  };
}
