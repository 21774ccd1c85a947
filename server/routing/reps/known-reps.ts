import type { AgentWork } from '../../../src/domain/work/agent-work.ts';
import type { Id } from '../../../src/domain/values.ts';
import type { agentWorks, reps, workItems } from '../../database/schema/routing.ts';

/** The parts of a work item that the rules and the panel of the rep who has it need. */
export type KnownItem = Pick<
  typeof workItems.$inferSelect,
  | 'id'
  | 'number'
  | 'channelId'
  | 'queueId'
  | 'requiredRepId'
  | 'conferenceId'
  | 'invitedTo'
  | 'subject'
  | 'customerName'
  | 'highlights'
  | 'recordId'
  | 'status'
  | 'createdAt'
>;

/** Agent work as it was at some change of its rep. Never modified, so that it can be compared by identity. */
export interface KnownWork {
  readonly work: typeof agentWorks.$inferSelect;
  readonly item: KnownItem;
  readonly conference: AgentWork['conference'];
}

/** A rep as they were at the change `row.change`, with all open works and the latest settled ones. */
export interface KnownRep {
  readonly row: typeof reps.$inferSelect;
  readonly works: ReadonlyMap<Id, KnownWork>;
}

interface Entry {
  known: KnownRep | null;
  /** The latest change that this process has heard of. */
  heard: number;
  sockets: number;
}

/**
 * The reps who are connected to this process, as it last read or wrote them. Whatever concerns a rep increases their
 * change number, so what is known is current unless a later change has been heard of: see
 * docs/decisions/0011-changes-told-from-own-writes.md.
 */
export class KnownReps {
  readonly #entries = new Map<Id, Entry>();

  /** A socket of this rep was opened here: from now on the rep is remembered. */
  keep(repId: Id): void {
    const entry = this.#entries.get(repId);
    if (entry) entry.sockets += 1;
    else this.#entries.set(repId, { known: null, heard: -1, sockets: 1 });
  }

  /** A socket was closed; without any the rep is forgotten. */
  release(repId: Id): void {
    const entry = this.#entries.get(repId);
    if (entry && (entry.sockets -= 1) <= 0) this.#entries.delete(repId);
  }

  /** The rep at the latest change that this process has heard of; `null`: they have to be read. */
  current(repId: Id): KnownRep | null {
    const entry = this.#entries.get(repId);
    return entry?.known && entry.known.row.change >= entry.heard ? entry.known : null;
  }

  /** What is known is in doubt: the rep has to be read. */
  doubt(repId: Id): void {
    const entry = this.#entries.get(repId);
    if (entry) entry.known = null;
  }

  /** Somebody committed this change of the rep. */
  heard(repId: Id, change: number): void {
    const entry = this.#entries.get(repId);
    if (entry) entry.heard = Math.max(entry.heard, change);
  }

  /** The rep was read, or written by this process. What is older than what is known is ignored. */
  learn(rep: KnownRep): void {
    const entry = this.#entries.get(rep.row.id);
    if (!entry) return;
    // What was read again, in doubt, replaces what was known, even at the same change.
    if (entry.known === null || entry.known.row.change <= rep.row.change) entry.known = rep;
    entry.heard = Math.max(entry.heard, rep.row.change);
  }
}

/**
 * Whether what the panel shows may change without a change of this rep: the rep shares a conversation, or shows settled
 * work whose item lives on with somebody else.
 */
export function dependsOnOthers({ works }: KnownRep): boolean {
  for (const { work, item } of works.values())
    if (item.conferenceId !== null || (work.settledAt !== null && item.status !== 'settled')) return true;
  return false;
}
