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

/** The socket of a leader was taken over: the word that it is none any more may be a moment behind. */
const DEPOSED_WITHIN: Milliseconds = 300;

type Real = Pick<
  Connection,
  'connect' | 'disconnect' | 'doubt' | 'resynchronise' | 'prove' | 'send' | 'post'
>;
type RealPorts = Pick<ConnectionPorts, 'told' | 'changed' | 'clockOffset' | 'sessionId'>;
type ConnectionRequest = BodyOf<'connection-request'>['request'];

interface Dependencies {
  readonly tabGroup: TabGroup;
  readonly timers: Timers;
  readonly newId: () => Id;
  /** Makes a connection to the server. */
  readonly open: (ports: RealPorts) => Real;
  /** The session id that this browser keeps for the rep; `known`: the one that the others use. */
  readonly sessionId: (known: string | null) => string;
  /** `isCurrent`: the connection stands; otherwise it is what was known last. */
  readonly told: (update: ServerUpdate, isCurrent: boolean) => void;
  readonly changed: (view: ConnectionView) => void;
  readonly clockOffset: (offset: Milliseconds) => void;
}

/**
 * The one connection of all panels of a rep in this browser, as each of them sees it: the leader has the socket and
 * passes on what it is told, and the others send through it. When the leadership passes on, the next one opens a socket of
 * the same session, and the connection counts as interrupted until then.
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
  /** How many messages that must not be missed the leader has sent. */
  #count = 0;
  /** The leadership that this one follows. */
  #term = 0;
  #isLeader = false;
  /** Whether this one has come, and not yet heard where everything stands. */
  #isComing = false;
  #stop: (() => void) | null = null;

  constructor(deps: Dependencies) {
    this.#deps = deps;
    const { tabGroup } = deps;
    this.#commands = new SharedCommands({
      ...deps,
      real: () => this.#real,
      status: () => this.#view?.status ?? null,
    });
    tabGroup.on('standing', (body, from) => this.#takeStanding(body, from));
    tabGroup.on('update', (body) => this.#isNext(body) && this.#applyServerUpdate(body.update));
    tabGroup.on('view', (body) => this.#isNext(body) && this.#takeView(body.view));
    tabGroup.on('alive', (body) => this.#takeTime(body));
    tabGroup.on('connection-request', ({ request }) => this.#isLeader && this.#do(request));
  }

  /** What one who joins needs to know. */
  get standing() {
    const view = this.#view && this.#toShare(this.#view);
    return { count: this.#count, view, snapshot: this.#keeping.snapshot, sessionId: this.#sessionId };
  }

  /** Connects, or tries again at once: the start, "Reconnect now", "Use here". */
  connect(): void {
    if (this.#isResting) this.#show(this.#connecting());
    if (this.#stop) return this.#wish('connect');
    this.#isComing = true;
    this.#stop = this.#deps.tabGroup.subscribe(() => this.#follow());
    this.#deps.tabGroup.join();
  }

  /** Ends the connection, for all. */
  disconnect(): void {
    this.#wish('disconnect');
    this.#commands.end();
  }

  /** This one is gone; the others go on. */
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
    this.#wish('doubt');
  }

  resynchronise(): void {
    if (!this.#isLeader) this.#deps.tabGroup.hello();
    this.#wish('resynchronise');
  }

  prove(): Promise<boolean> {
    return this.#commands.prove();
  }

  send(command: Command, { keep }: { readonly keep: boolean }): Promise<CommandOutcome> {
    return this.#commands.send(command, keep);
  }

  /** As the connection does. What others than the leader would post, the leader posts too: here it counts as sent. */
  post(message: Extract<PanelMessage, { type: 'delivered' | 'alert-receipts' }>): boolean {
    return this.#isLeader ? (this.#real?.post(message) ?? false) : this.#view?.status === 'connected';
  }

  #wish(request: ConnectionRequest): void {
    if (this.#isLeader) return this.#do(request);
    const { tabGroup } = this.#deps;
    if (tabGroup.leader !== null) tabGroup.say({ type: 'connection-request', request }, tabGroup.leader);
  }

  #do(request: ConnectionRequest): void {
    if (request !== 'connect') this.#real?.[request]();
    else if (this.#real) this.#real.connect();
    else this.#begin();
  }

  // Of who leads.

  #follow(): void {
    const { tabGroup } = this.#deps;
    if (tabGroup.isLeader === this.#isLeader) return;
    this.#isLeader = tabGroup.isLeader;
    this.#commands.passOn();
    if (!this.#isLeader) return this.#abandon();
    this.#count = 0;
    this.#isComing = false;
    const status = this.#view?.status;
    // Signed out, or replaced by another browser: that holds, whoever leads.
    if (status !== 'signedOut' && status !== 'replaced') this.#begin();
  }

  #begin(): void {
    const { open, sessionId } = this.#deps;
    const isPresent = () => this.#real === real;
    const real = open({
      sessionId: () => (this.#sessionId = sessionId(this.#sessionId)),
      told: (update) => isPresent() && this.#tellAll(update),
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

  /** The socket is another's now: nobody is told. */
  #abandon(): void {
    const real = this.#real;
    this.#real = null;
    real?.disconnect();
  }

  #tellAll(update: ServerUpdate): void {
    const { tabGroup, told } = this.#deps;
    this.#keeping.take(update);
    this.#count += 1;
    if (tabGroup.members.size > 0) tabGroup.tell({ type: 'update', count: this.#count, update });
    told(update, true);
  }

  #changed(real: Real, view: ConnectionView): void {
    const { tabGroup, timers } = this.#deps;
    // Another page of this browser took the session over, and so the leadership: this one is about to learn of it.
    if (view.reason === 'takenOver' && tabGroup.isShared)
      timers.after(DEPOSED_WITHIN, () => this.#real === real && this.#showAll(view));
    else this.#showAll(view);
  }

  #showAll(view: ConnectionView): void {
    const { tabGroup } = this.#deps;
    this.#count += 1;
    if (tabGroup.members.size > 0)
      tabGroup.tell({ type: 'view', count: this.#count, view: this.#toShare(view) });
    this.#show(view);
  }

  #show(view: ConnectionView): void {
    this.#view = view;
    this.#deps.changed(view);
    if (view.status === 'signedOut') this.#keeping.forget();
    this.#commands.follow();
  }

  // Of who follows.

  /** Whether it is the next one. After one that was missed, or before the first, the whole is asked for. */
  #isNext({ count, serverTime }: { readonly count: number; readonly serverTime: number | null }): boolean {
    if (this.#deps.tabGroup.term !== this.#term || count <= this.#count) return false;
    this.#hearTime(serverTime);
    const isNext = count === this.#count + 1;
    if (isNext) this.#count = count;
    else this.#deps.tabGroup.hello();
    return isNext;
  }

  #takeStanding(body: BodyOf<'standing'>, leader: Id): void {
    const { tabGroup, told } = this.#deps;
    if (tabGroup.term !== this.#term) {
      this.#measuring = new ClockOffset();
      this.#commands.passOn();
    }
    this.#term = tabGroup.term;
    this.#count = body.count;
    this.#sessionId = body.sessionId ?? this.#sessionId;
    this.#takeTime(body);
    const isCurrent = body.view?.status === 'connected';
    if (body.snapshot && (isCurrent || !this.#keeping.snapshot)) {
      const { snapshot } = body;
      this.#keeping.take({ type: 'snapshot', serverTime: 0, snapshot });
      told({ type: 'snapshot', serverTime: body.serverTime ?? 0, snapshot }, isCurrent);
    }
    if (body.view) this.#takeView(body.view);
    // A page that comes after the rep signed out signs in again, as it always does.
    if (this.#isComing && body.view?.status === 'signedOut')
      tabGroup.say({ type: 'connection-request', request: 'connect' }, leader);
    this.#isComing = false;
  }

  #applyServerUpdate(update: ServerUpdate): void {
    this.#keeping.take(update);
    this.#deps.told(update, true);
  }

  #takeView(shared: SharedView): void {
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

  /** The server's time as the leader knows it; where this one asked, the way there and back is known as well. */
  #takeTime({
    asked,
    serverTime,
  }: {
    readonly asked: number | null;
    readonly serverTime: number | null;
  }): void {
    if (serverTime === null || asked === null) return this.#hearTime(serverTime);
    this.#measuring.take(measure(asked, this.#deps.timers.now(), serverTime));
    this.#tellTime();
  }

  #hearTime(serverTime: number | null): void {
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
