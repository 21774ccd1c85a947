import { capacityOf } from '../../src/domain/work/capacity.ts';
import type { AgentWork } from '../../src/domain/work/agent-work.ts';
import type { AlertReceipt } from '../../src/domain/alerts/alert-receipt.ts';
import type { EffectiveConfiguration } from '../../src/domain/configuration/effective-configuration.ts';
import { OFFLINE_STATUS_ID, type PresenceStatus } from '../../src/domain/configuration/presence-status.ts';
import type { NewWorkItem } from '../../src/domain/work/work-item.ts';
import type { Command, CommandOutcome } from '../../src/protocol/messages.ts';
import type {
  AlertQuery,
  DestinationQuery,
  Engine,
  ExplainedAlert,
  PlaceOfOffer,
  SessionOfRep,
  WorkItemCreation,
  WorkItemView,
} from '../../server/routing/engine/engine.ts';
import type { RepSnapshot } from '../../server/connection/changes.ts';

export const NOW = Date.UTC(2030, 0, 1, 10, 0);

export const offline: PresenceStatus = {
  id: OFFLINE_STATUS_ID,
  name: 'Offline',
  kind: 'offline',
  channelIds: [],
};
export const available: PresenceStatus = {
  id: 'available',
  name: 'Available',
  kind: 'online',
  channelIds: ['chat'],
};

/** A request as a panel sees it. */
export function agentWork(changes: Partial<AgentWork> = {}): AgentWork {
  return {
    id: 'work-1',
    workItemId: 'item-1',
    status: 'assigned',
    channel: { id: 'chat', name: 'Chat', type: 'chat' },
    queue: { id: 'support', name: 'Support' },
    subject: 'Where is my parcel?',
    customerName: 'Mei Lin',
    highlights: [],
    recordId: 'CHAT-1',
    waitingSince: NOW,
    offeredAt: NOW,
    openedAt: null,
    openedBy: null,
    settledAt: null,
    cancelReason: null,
    customerLeftAt: null,
    declineReason: null,
    statusUpdate: null,
    acw: null,
    transferredTo: null,
    conference: null,
    flag: null,
    takeable: false,
    stamp: {
      size: 1,
      pool: 'primary',
      deadline: NOW + 20_000,
      ring: { sound: null, lengthSeconds: 10 },
      stopSoundWhenCustomerLeaves: false,
      declinable: true,
      declineReasons: [],
      automatic: false,
      statusOnDeclineId: null,
      statusOnPushTimeoutId: null,
    },
    ...changes,
  };
}

/** The snapshot of a rep who is offline and has no work. */
export function repSnapshot(changes: Partial<RepSnapshot> = {}): RepSnapshot {
  return {
    rep: { id: 'sofia', name: 'Sofia Rossi' },
    presence: { status: offline, since: NOW, cause: 'rep' },
    capacity: capacityOf([], { capacity: 5, interruptibleCapacity: null }),
    statusAfterAcw: null,
    outboundEndsAt: null,
    agentWorks: [],
    configurationVersion: 'v1',
    ...changes,
  };
}

export function workItemView(changes: Partial<WorkItemView> = {}): WorkItemView {
  return {
    id: 'item-1',
    status: 'waiting',
    channel: 'Chat',
    queue: 'Support',
    subject: 'Where is my parcel?',
    customerName: 'Mei Lin',
    recordId: 'CHAT-1',
    createdAt: NOW,
    customerLeftAt: null,
    repId: null,
    ...changes,
  };
}

/** An in-memory engine that decides nothing: tests set its answers and read the calls to it. */
export class FakeEngine implements Engine {
  readonly reps = new Set(['sofia', 'noah', 'amara']);
  readonly snapshots = new Map<string, RepSnapshot>();
  readonly places = new Map<string, { sessionId: string; socketId: string }>();
  readonly asked: string[] = [];
  readonly commands: Command[] = [];
  readonly created: { source: string; key: string; item: NewWorkItem }[] = [];
  readonly workItems = new Map<string, WorkItemView>();
  readonly receipts: { repId: string; receipts: readonly AlertReceipt[] }[] = [];
  readonly alertQueries: AlertQuery[] = [];
  alerts: { items: ExplainedAlert[]; next: PlaceOfOffer | null } = { items: [], next: null };
  readonly sounds = new Map<string, { bytes: Uint8Array; contentType: string }>();
  outcome: (command: Command) => CommandOutcome | Promise<CommandOutcome> = () => ({ kind: 'done' });
  creation: (item: NewWorkItem) => WorkItemCreation = () => ({ kind: 'created', workItem: workItemView() });
  /** Runs within each read of a snapshot, to delay or fail it. */
  reading: () => Promise<void> = () => Promise.resolve();
  configuration: { configuration: EffectiveConfiguration; version: string } | null = null;
  readonly #listeners = new Set<(repIds: readonly string[]) => void>();

  start = () => this.#did('start');
  stop = () => this.#did('stop');
  createWorkItem = (source: string, key: string, item: NewWorkItem) => {
    this.created.push({ source, key, item });
    return Promise.resolve(this.creation(item));
  };
  workItem = (id: string) => Promise.resolve(this.workItems.get(id) ?? null);
  customerLeft = (id: string) => {
    this.asked.push(`customerLeft ${id}`);
    return this.workItem(id);
  };
  isRep = (repId: string) => Promise.resolve(this.reps.has(repId));
  connect = (session: SessionOfRep) => {
    this.places.set(session.repId, { sessionId: session.sessionId, socketId: session.socketId });
    return this.#did(`connect ${session.repId}`);
  };
  disconnect = (session: SessionOfRep) => this.#did(`disconnect ${session.repId}`);
  state = async (repId: string, doubt: boolean) => {
    if (doubt) this.doubts.push(repId);
    return { session: this.places.get(repId) ?? null, snapshot: await this.snapshot(repId) };
  };
  /** The reps whose state was read anew. */
  readonly doubts: string[] = [];
  delivered = (repId: string, ids: readonly string[]) => this.#did(`delivered ${repId} ${ids.join(' ')}`);
  noteReceipts = (repId: string, receipts: readonly AlertReceipt[]) => {
    this.receipts.push({ repId, receipts });
    return Promise.resolve();
  };
  alertReceipts = (query: AlertQuery) => {
    this.alertQueries.push(query);
    return Promise.resolve(this.alerts);
  };
  readonly destinationQueries: DestinationQuery[] = [];
  destinations: Awaited<ReturnType<Engine['transferDestinations']>> = null;
  transferDestinations = (query: DestinationQuery) => {
    this.destinationQueries.push(query);
    return Promise.resolve(this.destinations);
  };
  execute = async (repId: string, command: Command) => {
    await this.#did(`${command.type} ${repId}`);
    this.commands.push(command);
    return this.outcome(command);
  };
  snapshot = async (repId: string) => {
    const snapshot = this.snapshots.get(repId) ?? repSnapshot();
    await this.reading();
    return structuredClone(snapshot);
  };
  effectiveConfiguration = () => Promise.resolve(this.configuration);
  configurationChanged = () => void this.asked.push('configurationChanged');
  sound = (sha256: string) => Promise.resolve(this.sounds.get(sha256) ?? null);
  subscribe = (listener: (repIds: readonly string[]) => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Notifies listeners that these reps may have changed. */
  hint(...repIds: string[]): void {
    for (const listener of this.#listeners) listener(repIds);
  }

  /** Changes a rep's snapshot, and notifies listeners. */
  show(repId: string, changes: Partial<RepSnapshot>): void {
    this.snapshots.set(repId, { ...(this.snapshots.get(repId) ?? repSnapshot()), ...changes });
    this.hint(repId);
  }

  #did(what: string): Promise<void> {
    this.asked.push(what);
    return Promise.resolve();
  }
}
