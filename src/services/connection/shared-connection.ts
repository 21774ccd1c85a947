import type { Milliseconds, Timers } from '../../domain/time.ts';
import type { Id } from '../../domain/values.ts';
import { ClockOffset, measure } from '../../protocol/clock-offset.ts';
import type { ConnectionView } from '../../protocol/connection-state.ts';
import type { Connection, ConnectionPorts } from '../../protocol/connection.ts';
import type { BodyOf, SharedView } from '../../protocol/member-messages.ts';
import type { Command, CommandOutcome, ServerUpdate, PanelMessage } from '../../protocol/messages.ts';
import { SnapshotKeeping } from '../../protocol/snapshot-keeping.ts';
import type { TabGroup } from '../tabs/tab-group.ts';
import { SharedCommands } from './shared-commands.ts';

/**
 * When another page takes over a leader's socket, the message that this page is no longer the leader may be a little
 * late.
 */
const TAKEOVER_NOTICE_DELAY: Milliseconds = 300;

type Real = Pick<
  Connection,
  'connect' | 'disconnect' | 'doubt' | 'resynchronise' | 'prove' | 'send' | 'post'
>;
type RealPorts = Pick<ConnectionPorts, 'received' | 'changed' | 'clockOffset' | 'sessionId'>;
type ConnectionRequest = BodyOf<'connection-request'>['request'];

interface Dependencies {
  readonly tabGroup: TabGroup;
  readonly timers: Timers;
  readonly newId: () => Id;
  /** Creates a connection to the server. */
  readonly open: (ports: RealPorts) => Real;
  /** The session id that this browser keeps for the rep; `known`: the one that the other pages use. */
  readonly sessionId: (known: string | null) => string;
  /** `isCurrent`: the connection is up; otherwise the update is the last known state. */
  readonly received: (update: ServerUpdate, isCurrent: boolean) => void;
  readonly changed: (view: ConnectionView) => void;
  readonly clockOffset: (offset: Milliseconds) => void;
}

/**
 * The one connection shared by all panels of a rep in this browser. The leader owns the socket and passes on its
 * messages; the others send through it. When the leadership changes, the new leader opens a socket in the same
 * session, and until then the connection counts as interrupted.
 */
export class SharedConnection {
  readonly #deps: Dependencies;
  readonly #commands: SharedCommands;
  readonly #keeping = new SnapshotKeeping();
  #real: Real | null = null;
  #view: ConnectionView | null = null;
  #offset: Milliseconds | null = null;
  #measuring = new ClockOffset();
  #sessionId: string | null = null;
  /** The number of sequenced messages that the leader has sent. */
  #count = 0;
  /** The term of the leader that this page follows. */
  #term = 0;
  #isLeader = false;
  /** Whether this page has joined but does not know the shared state yet. */
  #isJoining = false;
  #stop: (() => void) | null = null;

  constructor(deps: Dependencies) {
    this.#deps = deps;
    const { tabGroup } = deps;
    this.#commands = new SharedCommands({
      ...deps,
      real: () => this.#real,
      status: () => this.#view?.status ?? null,
    });
    tabGroup.on('standing', (body, from) => this.#applySharedState(body, from));
    tabGroup.on('update', (body) => this.#isNext(body) && this.#applyServerUpdate(body.update));
    tabGroup.on('view', (body) => this.#isNext(body) && this.#applyView(body.view));
    tabGroup.on('alive', (body) => this.#applyServerTime(body));
    tabGroup.on('connection-request', ({ request }) => this.#isLeader && this.#do(request));
  }

  /** The state that a joining page needs. */
  get standing() {
    const view = this.#view && this.#toShare(this.#view);
    return { count: this.#count, view, snapshot: this.#keeping.snapshot, sessionId: this.#sessionId };
  }

  /** Connects, or retries at once: at the start, on "Reconnect now" and on "Use here". */
  connect(): void {
    if (this.#isResting) this.#show(this.#connecting());
    if (this.#stop) return this.#askLeader('connect');
    this.#isJoining = true;
    this.#stop = this.#deps.tabGroup.subscribe(() => this.#follow());
    this.#deps.tabGroup.join();
  }

  /** Disconnects all pages. */
  disconnect(): void {
    this.#askLeader('disconnect');
    this.#commands.end();
  }

  /** This page leaves; the others stay connected. */
  leave(): void {
    if (!this.#stop) return;
    this.#stop();
    this.#stop = null;
    const { timers, tabGroup, changed } = this.#deps;
    this.#abandon();
    tabGroup.leave();
    this.#isLeader = false;
    this.#commands.end();
    this.#keeping.forget();
    const grace = this.#view?.grace ?? null;
    this.#view = null;
    changed({
      status: 'signedOut',
      since: timers.now(),
      reason: null,
      grace,
      roundTrip: null,
      nextAttemptAt: null,
    });
  }

  doubt(): void {
    if (!this.#isLeader) this.#deps.tabGroup.hello();
    this.#askLeader('doubt');
  }

  resynchronise(): void {
    if (!this.#isLeader) this.#deps.tabGroup.hello();
    this.#askLeader('resynchronise');
  }

  prove(): Promise<boolean> {
    return this.#commands.prove();
  }

  send(command: Command, { keep }: { readonly keep: boolean }): Promise<CommandOutcome> {
    return this.#commands.send(command, keep);
  }

  /**
   * Posts to the server. Only the leader does: it posts the same messages as the others, for which this counts as
   * sent.
   */
  post(message: Extract<PanelMessage, { type: 'delivered' | 'alert-receipts' }>): boolean {
    return this.#isLeader ? (this.#real?.post(message) ?? false) : this.#view?.status === 'connected';
  }

  #askLeader(request: ConnectionRequest): void {
    if (this.#isLeader) return this.#do(request);
    const { tabGroup } = this.#deps;
    if (tabGroup.leader !== null) tabGroup.send({ type: 'connection-request', request }, tabGroup.leader);
  }

  #do(request: ConnectionRequest): void {
    if (request !== 'connect') this.#real?.[request]();
    else if (this.#real) this.#real.connect();
    else this.#begin();
  }

  // As the leader.

  #follow(): void {
    const { tabGroup } = this.#deps;
    if (tabGroup.isLeader === this.#isLeader) return;
    this.#isLeader = tabGroup.isLeader;
    this.#commands.passOn();
    if (!this.#isLeader) return this.#abandon();
    this.#count = 0;
    this.#isJoining = false;
    const status = this.#view?.status;
    // Signed out or replaced by another browser: this stands, whichever page leads.
    if (status !== 'signedOut' && status !== 'replaced') this.#begin();
  }

  #begin(): void {
    const { open, sessionId } = this.#deps;
    const isPresent = () => this.#real === real;
    const real = open({
      sessionId: () => (this.#sessionId = sessionId(this.#sessionId)),
      received: (update) => isPresent() && this.#broadcast(update),
      changed: (view) => isPresent() && this.#changed(real, view),
      clockOffset: (offset) => isPresent() && this.#setOffset(offset),
    });
    this.#real = real;
    if (this.#isResting) this.#showAll(this.#connecting());
    real.connect(this.#view);
    this.#commands.follow();
  }

  /** Whether there is no connection, and none is wanted. */
  get #isResting(): boolean {
    const status = this.#view?.status;
    return status === undefined || status === 'signedOut' || status === 'replaced';
  }

  #connecting(): ConnectionView {
    const since = this.#deps.timers.now();
    const grace = this.#view?.grace ?? null;
    return { status: 'connecting', since, reason: null, grace, roundTrip: null, nextAttemptAt: null };
  }

  /** Another page owns the socket now: stop without a message to the others. */
  #abandon(): void {
    const real = this.#real;
    this.#real = null;
    real?.disconnect();
  }

  #broadcast(update: ServerUpdate): void {
    const { tabGroup, received } = this.#deps;
    this.#keeping.take(update);
    this.#count += 1;
    if (tabGroup.members.size > 0) tabGroup.sendAsLeader({ type: 'update', count: this.#count, update });
    received(update, true);
  }

  #changed(real: Real, view: ConnectionView): void {
    const { tabGroup, timers } = this.#deps;
    // Another page of this browser took over the session, and with it the leadership: this page will learn of that
    // shortly.
    if (view.reason === 'takenOver' && tabGroup.isShared)
      timers.after(TAKEOVER_NOTICE_DELAY, () => this.#real === real && this.#showAll(view));
    else this.#showAll(view);
  }

  #showAll(view: ConnectionView): void {
    const { tabGroup } = this.#deps;
    this.#count += 1;
    if (tabGroup.members.size > 0)
      tabGroup.sendAsLeader({ type: 'view', count: this.#count, view: this.#toShare(view) });
    this.#show(view);
  }

  #show(view: ConnectionView): void {
    this.#view = view;
    this.#deps.changed(view);
    if (view.status === 'signedOut') this.#keeping.forget();
    this.#commands.follow();
  }

  // As a follower.

  /**
   * Whether this message is the next in sequence. After a gap, or before the first one, this page asks for the full
   * state.
   */
  #isNext({ count, serverTime }: { readonly count: number; readonly serverTime: number | null }): boolean {
    if (this.#deps.tabGroup.term !== this.#term || count <= this.#count) return false;
    this.#applyTime(serverTime);
    const isNext = count === this.#count + 1;
    if (isNext) this.#count = count;
    else this.#deps.tabGroup.hello();
    return isNext;
  }

  #applySharedState(body: BodyOf<'standing'>, leader: Id): void {
    const { tabGroup, received } = this.#deps;
    if (tabGroup.term !== this.#term) {
      this.#measuring = new ClockOffset();
      this.#commands.passOn();
    }
    this.#term = tabGroup.term;
    this.#count = body.count;
    this.#sessionId = body.sessionId ?? this.#sessionId;
    this.#applyServerTime(body);
    const isCurrent = body.view?.status === 'connected';
    if (body.snapshot && (isCurrent || !this.#keeping.snapshot)) {
      const { snapshot } = body;
      this.#keeping.take({ type: 'snapshot', serverTime: 0, snapshot });
      received({ type: 'snapshot', serverTime: body.serverTime ?? 0, snapshot }, isCurrent);
    }
    if (body.view) this.#applyView(body.view);
    // A page that opens after the rep signed out signs in again, as always.
    if (this.#isJoining && body.view?.status === 'signedOut')
      tabGroup.send({ type: 'connection-request', request: 'connect' }, leader);
    this.#isJoining = false;
  }

  #applyServerUpdate(update: ServerUpdate): void {
    this.#keeping.take(update);
    this.#deps.received(update, true);
  }

  #applyView(shared: SharedView): void {
    const { since, nextAttemptAt } = shared;
    const own = (instant: number) => instant - (this.#offset ?? 0);
    const next = nextAttemptAt === null ? null : own(nextAttemptAt);
    this.#show({ ...shared, since: own(since), nextAttemptAt: next });
  }

  #toShare(view: ConnectionView): SharedView {
    const { since, nextAttemptAt } = view;
    const shared = (moment: number) => moment + (this.#offset ?? 0);
    const next = nextAttemptAt === null ? null : shared(nextAttemptAt);
    return { ...view, since: shared(since), nextAttemptAt: next };
  }

  /** Applies the leader's estimate of the server's time; if this page asked for it, the round trip is known too. */
  #applyServerTime({
    asked,
    serverTime,
  }: {
    readonly asked: number | null;
    readonly serverTime: number | null;
  }): void {
    if (serverTime === null || asked === null) return this.#applyTime(serverTime);
    this.#measuring.take(measure(asked, this.#deps.timers.now(), serverTime));
    this.#tellTime();
  }

  #applyTime(serverTime: number | null): void {
    if (serverTime === null) return;
    this.#measuring.arrived(this.#deps.timers.now(), serverTime);
    this.#tellTime();
  }

  #tellTime(): void {
    const { offset } = this.#measuring;
    if (offset !== null) this.#setOffset(offset);
  }

  #setOffset(offset: Milliseconds): void {
    if (offset === this.#offset) return;
    this.#offset = offset;
    this.#deps.clockOffset(offset);
  }
}
