import type { AgentWork } from '../domain/work/agent-work.ts';
import { MAX_SETTLED_WORKS } from '../domain/work/agent-work.ts';
import type { ServerUpdate, Snapshot } from './messages.ts';

/** The most changes that are batched: applying each by itself would copy all works. */
const MAX_CHANGES = 100;

/** The latest snapshot and the changes since, for a page that joins later. */
export class SnapshotKeeping {
  #snapshot: Snapshot | null = null;
  #changes: ServerUpdate[] = [];

  take(update: ServerUpdate): void {
    if (update.type === 'welcome' || update.type === 'snapshot') {
      this.#snapshot = update.snapshot;
      this.#changes = [];
    } else if (this.#changes.push(update) >= MAX_CHANGES) this.#takeIn();
  }

  /** The latest known state; `null` if there is none. */
  get snapshot(): Snapshot | null {
    this.#takeIn();
    return this.#snapshot;
  }

  forget(): void {
    this.#snapshot = null;
    this.#changes = [];
  }

  #takeIn(): void {
    const changes = this.#changes;
    this.#changes = [];
    if (!this.#snapshot || changes.length === 0) return;
    const works = new Map(this.#snapshot.agentWorks.map((work) => [work.id, work]));
    let snapshot = this.#snapshot;
    for (const change of changes) {
      if (change.type === 'agent-work-changed') works.set(change.agentWork.id, change.agentWork);
      else if ('revision' in change) {
        const { type: _, ...rest } = change;
        snapshot = { ...snapshot, ...rest };
      }
    }
    this.#snapshot = { ...snapshot, agentWorks: withoutOldest([...works.values()]) };
  }
}

/** As many settled works as a rep's log holds. */
function withoutOldest(works: AgentWork[]): AgentWork[] {
  const settled = works.filter(({ settledAt }) => settledAt !== null);
  settled.sort((one, other) => (other.settledAt ?? 0) - (one.settledAt ?? 0));
  const old = new Set(settled.slice(MAX_SETTLED_WORKS));
  return works.filter((work) => !old.has(work));
}
