import type { AgentWork } from '../../../src/domain/work/agent-work.ts';
import type { AlertReceipt } from '../../../src/domain/alerts/alert-receipt.ts';
import type { EffectiveConfiguration } from '../../../src/domain/configuration/effective-configuration.ts';
import type { Instant } from '../../../src/domain/time.ts';
import type { NamedDestination, OfferedDestination } from '../../../src/domain/work/transfer.ts';
import type { Id } from '../../../src/domain/values.ts';
import type { Violation } from '../../../src/domain/violations.ts';
import type { NewWorkItem, WorkItemStatus } from '../../../src/domain/work/work-item.ts';
import type { Command, CommandOutcome, Snapshot } from '../../../src/protocol/messages.ts';

/** There is no such rep, or not any more. */
export class UnknownRepError extends Error {
  override readonly name = 'UnknownRepError';
}

/** A work item as work sources see it. */
export interface WorkItemView {
  readonly id: Id;
  readonly status: WorkItemStatus;
  /** Developer Names. */
  readonly channel: string;
  readonly queue: string;
  readonly subject: string;
  readonly customerName: string;
  readonly recordId: string;
  readonly createdAt: Instant;
  readonly customerLeftAt: Instant | null;
  /** The rep it is offered to or was accepted by; `null` while it waits. */
  readonly repId: Id | null;
}

/** What creating a work item came to. A repeated key with the same content gives the item that it made. */
export type WorkItemCreation =
  | { readonly kind: 'created' | 'repeated'; readonly workItem: WorkItemView }
  | { readonly kind: 'invalid'; readonly violations: readonly Violation[] }
  /** The key was used for another content. */
  | { readonly kind: 'keyReused' };

/** One browser of a rep on one socket of this process. */
export interface SessionOfRep {
  readonly repId: Id;
  /** Random, one a browser storage partition. */
  readonly sessionId: string;
  /** One a socket: an older socket of the same session must not end what a newer one holds. */
  readonly socketId: string;
}

/** A place in the list of a rep's agent works, the latest offer first. */
export interface PlaceOfOffer {
  readonly offeredAt: Instant;
  readonly id: Id;
}

/** Which agent works of a rep are asked for: offered from `from` on and before `to`. */
export interface AlertQuery {
  readonly repId: Id;
  readonly from: Instant;
  readonly to: Instant;
  /** How many at most. */
  readonly limit: number;
  /** Only what comes after this place of the list; `null`: from its beginning. */
  readonly before: PlaceOfOffer | null;
}

/** A request with what panels saw happen of it. */
export interface ExplainedAlert extends Pick<
  AgentWork,
  | 'workItemId'
  | 'subject'
  | 'queue'
  | 'status'
  | 'cancelReason'
  | 'openedBy'
  | 'offeredAt'
  | 'openedAt'
  | 'settledAt'
> {
  readonly agentWorkId: Id;
  /** In the order in which it happened, with the moment each came to the server. */
  readonly receipts: readonly (Omit<AlertReceipt, 'agentWorkId'> & { readonly receivedAt: Instant })[];
  /** All of it in one sentence. */
  readonly explanation: string;
}

/** Which destinations are asked for. */
export interface DestinationQuery {
  readonly repId: Id;
  readonly agentWorkId: Id;
  /** Part of a name, whatever its case; empty: all. */
  readonly search: string;
  /** How many at most. */
  readonly limit: number;
  /** Only what comes after this one; `null`: from the beginning. */
  readonly after: NamedDestination | null;
}

/**
 * The routing engine: everything that decides, as transactions on the database. Any number of processes may run one on
 * the same database. HTTP routes and WebSockets are thin readers and callers of it.
 */
export interface Engine {
  /** Starts routing, deadlines, grace and the hints between processes. */
  start(): Promise<void>;
  /** Stops them; connected reps of this process are handed over with their grace running. */
  stop(): Promise<void>;

  createWorkItem(source: string, idempotencyKey: string, item: NewWorkItem): Promise<WorkItemCreation>;
  workItem(id: Id): Promise<WorkItemView | null>;
  /** The customer left: a request is canceled, accepted work with a conversation ends. Repeating it changes nothing. */
  customerLeft(id: Id): Promise<WorkItemView | null>;

  /** Whether there is such an active rep with the Omni-Channel permission. */
  isRep(repId: Id): Promise<boolean>;
  /** A socket proved itself: the rep is connected and any grace ends. Another session or older socket loses its place. */
  connect(session: SessionOfRep): Promise<void>;
  /** The socket closed or fell silent: grace starts, unless the rep has a newer socket. */
  disconnect(session: SessionOfRep): Promise<void>;
  /** The place that a rep's connection holds now: whoever is not it has been replaced or taken over. */
  currentSession(repId: Id): Promise<{ sessionId: string; socketId: string } | null>;
  /** A panel confirmed these requests: only then does a push time-out count as missed, and automatic acceptance happen. */
  delivered(repId: Id, agentWorkIds: readonly Id[]): Promise<void>;
  /** A panel saw this happen of its rep's requests. Kept once; what is no agent work of this rep is passed over. */
  noteReceipts(repId: Id, receipts: readonly AlertReceipt[]): Promise<void>;
  /** What became of a rep's requests, the latest offer first; `next`: where the list goes on, `null`: it does not. */
  alertReceipts(query: AlertQuery): Promise<{ items: ExplainedAlert[]; next: PlaceOfOffer | null }>;
  /** Does a command of the rep, once, however often it is sent within 24 hours. */
  execute(repId: Id, command: Command): Promise<CommandOutcome>;
  /** Where a rep may transfer a work of theirs to, by kind and then by name; `null`: it is no work of this rep. */
  transferDestinations(
    query: DestinationQuery,
  ): Promise<{ items: OfferedDestination[]; next: NamedDestination | null } | null>;
  /** All that the rep's panel shows; the connection adds the revision. */
  snapshot(repId: Id): Promise<Omit<Snapshot, 'revision'>>;
  effectiveConfiguration(
    repId: Id,
  ): Promise<{ configuration: EffectiveConfiguration; version: string } | null>;
  /** What administrators edit was changed by this process: panels hear of it now, not at the next poll. */
  configurationChanged(): void;
  /** A stored sound, for `GET /v1/sounds/{sha256}`. */
  sound(sha256: string): Promise<{ bytes: Uint8Array; contentType: string } | null>;

  /** Calls `listener` with reps whose snapshot or session may have changed, from this or another process. */
  subscribe(listener: (repIds: readonly Id[]) => void): () => void;
}
