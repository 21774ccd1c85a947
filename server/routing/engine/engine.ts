import type { AgentWork } from '../../../src/domain/work/agent-work.ts';
import type { AlertReceipt } from '../../../src/domain/alerts/alert-receipt.ts';
import type { EffectiveConfiguration } from '../../../src/domain/configuration/effective-configuration.ts';
import type { Instant } from '../../../src/domain/time.ts';
import type { NamedDestination, OfferedDestination } from '../../../src/domain/work/transfer.ts';
import type { Id } from '../../../src/domain/values.ts';
import type { Violation } from '../../../src/domain/violations.ts';
import type { NewWorkItem, WorkItemStatus } from '../../../src/domain/work/work-item.ts';
import type { Command, CommandOutcome, Snapshot } from '../../../src/protocol/messages.ts';

/** There is no such rep, or there no longer is. */
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
  /** The rep it is offered to, or who accepted it; `null` while it waits. */
  readonly repId: Id | null;
}

/** The result of creating a work item. A repeated key with the same content returns the existing item. */
export type WorkItemCreation =
  | { readonly kind: 'created' | 'repeated'; readonly workItem: WorkItemView }
  | { readonly kind: 'invalid'; readonly violations: readonly Violation[] }
  /** The key was used before, with different content. */
  | { readonly kind: 'keyReused' };

/** A rep's browser on one socket of this process. */
export interface SessionOfRep {
  readonly repId: Id;
  /** Random, one per browser storage partition. */
  readonly sessionId: string;
  /** One per socket: an older socket of the same session must not disconnect a newer one. */
  readonly socketId: string;
}

/** A rep's session, `null` without one, and everything that the panel shows; the connection adds the revision. */
export interface RepStateNow {
  readonly session: { readonly sessionId: string; readonly socketId: string } | null;
  readonly snapshot: Omit<Snapshot, 'revision'>;
}

/** A position in the list of a rep's agent work, latest offer first. */
export interface PlaceOfOffer {
  readonly offeredAt: Instant;
  readonly id: Id;
}

/** Selects a rep's agent work that was offered from `from` (inclusive) to `to` (exclusive). */
export interface AlertQuery {
  readonly repId: Id;
  readonly from: Instant;
  readonly to: Instant;
  /** How many at most. */
  readonly limit: number;
  /** Only items after this position; `null`: from the start. */
  readonly before: PlaceOfOffer | null;
}

/** A request with the alert receipts of the panels. */
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
  | 'flag'
> {
  readonly agentWorkId: Id;
  /** In the order of the events, each with the instant at which the server received it. */
  readonly receipts: readonly (Omit<AlertReceipt, 'agentWorkId'> & { readonly receivedAt: Instant })[];
  /** The explanation of the receipts, in one sentence. */
  readonly explanation: string;
}

/** Selects destinations. */
export interface DestinationQuery {
  readonly repId: Id;
  readonly agentWorkId: Id;
  /** Part of a name, ignoring case; empty: all. */
  readonly search: string;
  /** How many at most. */
  readonly limit: number;
  /** Only destinations after this one; `null`: from the start. */
  readonly after: NamedDestination | null;
}

/**
 * The routing engine makes every routing decision, as transactions on the database. Any number of processes may each
 * run one on the same database. HTTP routes and WebSockets are thin callers of it.
 */
export interface Engine {
  /** Starts routing, deadlines, grace periods and hints between processes. */
  start(): Promise<void>;
  /** Stops them. The grace period starts for reps connected to this process, so that another process can take over. */
  stop(): Promise<void>;

  createWorkItem(source: string, idempotencyKey: string, item: NewWorkItem): Promise<WorkItemCreation>;
  workItem(id: Id): Promise<WorkItemView | null>;
  /** The customer left: a request is canceled, accepted work with a conversation ends. Idempotent. */
  customerLeft(id: Id): Promise<WorkItemView | null>;

  /** Whether this is an active user with the Omni-Channel permission. */
  isRep(repId: Id): Promise<boolean>;
  /**
   * A socket was authenticated: the rep is connected, any grace period ends, and any other session or older socket is
   * replaced.
   */
  connect(session: SessionOfRep): Promise<void>;
  /** The socket closed or went silent: the grace period starts, unless the rep has a newer socket. */
  disconnect(session: SessionOfRep): Promise<void>;
  /**
   * What the panel of a rep who is connected to this process has to show, and the rep's current session: any other one
   * has been replaced or taken over. As of the latest change that this process has heard of; with `doubt` it is read
   * anew. Rejects with `UnknownRepError`.
   */
  state(repId: Id, doubt: boolean): Promise<RepStateNow>;
  /**
   * A panel confirmed that it shows these requests. Only then can a push time-out count as missed, or automatic
   * acceptance take place.
   */
  delivered(repId: Id, agentWorkIds: readonly Id[]): Promise<void>;
  /** Stores a panel's alert receipts, each once. Receipts for anything but this rep's agent work are ignored. */
  noteReceipts(repId: Id, receipts: readonly AlertReceipt[]): Promise<void>;
  /** What happened to a rep's requests, latest offer first; `next` is where the next page starts, `null` at the end. */
  alertReceipts(query: AlertQuery): Promise<{ items: ExplainedAlert[]; next: PlaceOfOffer | null }>;
  /** Executes a rep's command once, however often it is sent within 24 hours. */
  execute(repId: Id, command: Command): Promise<CommandOutcome>;
  /** Where a rep may transfer one of their agent works, by kind and then by name; `null` if it is not this rep's. */
  transferDestinations(
    query: DestinationQuery,
  ): Promise<{ items: OfferedDestination[]; next: NamedDestination | null } | null>;
  /** Everything that the rep's panel shows, read anew. Rejects with `UnknownRepError`. */
  snapshot(repId: Id): Promise<Omit<Snapshot, 'revision'>>;
  effectiveConfiguration(
    repId: Id,
  ): Promise<{ configuration: EffectiveConfiguration; version: string } | null>;
  /** This process changed what administrators edit: panels are updated now, not at the next poll. */
  configurationChanged(): void;
  /** A stored sound, for `GET /v1/sounds/{sha256}`. */
  sound(sha256: string): Promise<{ bytes: Uint8Array; contentType: string } | null>;

  /** Calls `listener` with reps whose snapshot or session may have changed, in this or another process. */
  subscribe(listener: (repIds: readonly Id[]) => void): () => void;
}
