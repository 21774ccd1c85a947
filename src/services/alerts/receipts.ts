import { isWorkRequest, type AgentWork } from '../../domain/work/agent-work.ts';
import {
  MAX_ALERT_RECEIPTS,
  type AlertReceipt,
  type AlertReceiptKind,
  type SoundObstacle,
} from '../../domain/alerts/alert-receipt.ts';
import type { Clock, Instant, Milliseconds, Timers } from '../../domain/time.ts';
import type { Id } from '../../domain/values.ts';
import type { PanelMessage } from '../../protocol/messages.ts';
import { isConnected, type ConnectionStore } from '../../stores/connection.ts';
import type { ReceiptsStore } from '../../stores/receipts.ts';
import type { SoundStore } from '../../stores/sound.ts';
import type { WorkStore } from '../../stores/work.ts';
import type { TabGroup } from '../tabs/tab-group.ts';

/** Receipts within this time are sent as one batch. */
const BATCH_WINDOW: Milliseconds = 250;
/** A large backlog is split, so that it does not hold up other messages. */
const MAX_MESSAGES_AT_ONCE = 5;
/** Receipts kept while offline; the oldest are dropped first. */
const MAX_UNSENT = 2000;
/** How long a dead connection can go unnoticed: receipts sent within this time before a loss are sent again. */
const RESEND_WINDOW: Milliseconds = 15_000;

type Details = Pick<AlertReceipt, 'reason' | 'detail'>;
type AlertReceipts = Extract<PanelMessage, { type: 'alert-receipts' }>;

interface Dependencies {
  readonly work: WorkStore;
  readonly sound: SoundStore;
  readonly connection: ConnectionStore;
  readonly receipts: ReceiptsStore;
  readonly tabGroup: Pick<TabGroup, 'on' | 'send'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly timers: Timers;
  readonly isHidden: () => boolean;
  /** Whether any of the rep's browser tabs is visible. */
  readonly isSeen: () => boolean;
  /** Why the page's sound is not running; `null` if it is, as far as the browser reports. */
  readonly soundObstacle: () => SoundObstacle | null;
  /** Sends a message; `false` if there is no connection. */
  readonly post: (message: AlertReceipts) => boolean;
}

/**
 * Reports to the server what happened to each request, each event once: delivered, painted, notified, audible or not,
 * answered. What was seen or done in one of the rep's browser tabs counts for all. This makes it possible to explain a
 * missed request afterwards.
 */
export class Receipts {
  readonly #deps: Dependencies;
  readonly #noted = new Map<Id, Set<AlertReceiptKind>>();
  /** Requests that should ring but have neither been heard nor failed yet. */
  readonly #unheard = new Set<Id>();
  /** When a request sound last started. */
  #lastStart: Instant = 0;
  /** Receipts not yet in the rep's log. */
  #fresh: AlertReceipt[] = [];
  /** Receipts not yet sent to the server, oldest first. */
  #waiting: AlertReceipt[] = [];
  #sent: { readonly at: Milliseconds; readonly receipts: readonly AlertReceipt[] }[] = [];
  #cancel: (() => void) | null = null;

  constructor(deps: Dependencies) {
    this.#deps = deps;
    const { tabGroup } = deps;
    tabGroup.on('painted', ({ agentWorkIds }) => this.#notePainted(agentWorkIds));
    tabGroup.on('notified', ({ agentWorkId }) => this.#note(agentWorkId, 'notified'));
    tabGroup.on('answered', ({ agentWorkId, answer }) => this.#noteAnswer(agentWorkId, answer));
  }

  /** Start this after ringing: it observes the result. */
  start(): () => void {
    const { work, sound, connection, receipts } = this.#deps;
    const stops = [
      work.follow((now, before) => this.#met(now, before)),
      work.subscribe(() => this.#look()),
      sound.subscribe(() => this.#checkSound()),
      connection.subscribe(() => this.#connected()),
    ];
    return () => {
      for (const stop of stops) stop();
      this.#forget();
      receipts.empty();
    };
  }

  /** The toasts of these requests have been painted. */
  painted(agentWorkIds: readonly Id[]): void {
    this.#notePainted(agentWorkIds);
    if (agentWorkIds.length > 0)
      this.#deps.tabGroup.send({ type: 'painted', agentWorkIds: [...agentWorkIds] });
  }

  /** The operating system is showing a notification for this request. */
  notified(agentWorkId: Id): void {
    this.#note(agentWorkId, 'notified');
    this.#deps.tabGroup.send({ type: 'notified', agentWorkId });
  }

  #notePainted(agentWorkIds: readonly Id[]): void {
    for (const id of agentWorkIds) this.#note(id, 'painted');
  }

  #noteAnswer(agentWorkId: Id, answer: 'accept' | 'decline'): boolean {
    return this.#note(agentWorkId, 'answered', { detail: answer });
  }

  #met(now: AgentWork, before: AgentWork | undefined): void {
    if (!before && isWorkRequest(now.status)) {
      this.#note(now.id, 'delivered');
      if (now.stamp.ring) this.#unheard.add(now.id);
    } else if (!isWorkRequest(now.status) && this.#unheard.delete(now.id)) this.#noteUnheard(now);
  }

  #look(): void {
    const { answers, works } = this.#deps.work.state;
    // Signed out, or a different rep.
    if (works.size === 0) return this.#forget();
    for (const id of this.#noted.size > works.size ? [...this.#noted.keys()] : [])
      if (!works.has(id)) this.#noted.delete(id);
    for (const [id, { kind }] of answers)
      if ((kind === 'accept' || kind === 'decline') && this.#noteAnswer(id, kind))
        this.#deps.tabGroup.send({ type: 'answered', agentWorkId: id, answer: kind });
    this.#checkSound();
  }

  #checkSound(): void {
    const { sound, clock, soundObstacle } = this.#deps;
    const { ringing, status, fault } = sound.state;
    if (ringing !== null) {
      this.#unheard.delete(ringing);
      if (this.#note(ringing, 'soundStarted', fault ? { reason: fault } : {})) this.#lastStart = clock.now();
    }
    if ((status !== 'blocked' && status !== 'failed') || sound.state.elsewhere) return;
    const obstacle = soundObstacle();
    // The context is running, but nothing is audible.
    const details: Details = obstacle
      ? { reason: obstacle }
      : { reason: 'contextInterrupted', detail: 'silent output' };
    this.#blocked(ringing === null ? this.#unheard : [...this.#unheard, ringing], details);
  }

  #blocked(agentWorkIds: Iterable<Id>, details: Details): void {
    for (const id of [...agentWorkIds]) {
      this.#unheard.delete(id);
      this.#note(id, 'soundBlocked', details);
    }
  }

  // It is over, and its sound neither started nor was refused.
  #noteUnheard({ id, offeredAt, openedBy }: AgentWork): void {
    // The chime plays when the work is accepted automatically; if it is blocked, the obstacle is reported instead.
    if (openedBy === 'automatic') return;
    const isOutrung = this.#lastStart >= offeredAt || this.#deps.sound.state.ringing !== null;
    this.#note(id, 'soundBlocked', { reason: isOutrung ? 'newerRequest' : 'tooSlow' });
  }

  #connected(): void {
    const { connection, timers } = this.#deps;
    const { status } = connection.state;
    if (isConnected(connection.state)) return this.#plan();
    if (status !== 'interrupted') this.#blocked(this.#unheard, { reason: 'notConnected' });
    const lost = this.#sent.filter(({ at }) => timers.now() - at < RESEND_WINDOW);
    this.#sent = [];
    this.#waiting.unshift(...lost.flatMap(({ receipts }) => receipts));
  }

  /** Returns `false` if it was already noted, or the request is unknown. */
  #note(agentWorkId: Id, kind: AlertReceiptKind, details: Details = {}): boolean {
    const { clock, isSeen } = this.#deps;
    const noted = this.#noted.get(agentWorkId) ?? new Set();
    // Everything else comes after delivery; this page does not report on requests that it did not receive.
    if (noted.has(kind) || (kind !== 'delivered' && !noted.has('delivered'))) return false;
    this.#noted.set(agentWorkId, noted.add(kind));
    const visibility = isSeen() ? 'visible' : 'hidden';
    this.#fresh.push({ agentWorkId, kind, at: clock.now(), visibility, ...details });
    this.#plan();
    return true;
  }

  #plan(): void {
    if (this.#cancel || (this.#fresh.length === 0 && this.#waiting.length === 0)) return;
    const { timers, isHidden } = this.#deps;
    // Timers of a hidden page run up to a minute late.
    if (!isHidden()) this.#cancel = timers.after(BATCH_WINDOW, () => this.#flush());
    else {
      let isWanted = true;
      this.#cancel = () => (isWanted = false);
      queueMicrotask(() => isWanted && this.#flush());
    }
  }

  #flush(): void {
    const { work, receipts, timers, post, connection } = this.#deps;
    this.#cancel = null;
    const fresh = this.#fresh.map((receipt) => this.#withPlace(receipt));
    this.#fresh = [];
    const { works } = work.state;
    if (fresh.length > 0) receipts.add(fresh, (id) => works.has(id));
    this.#waiting = [...this.#waiting, ...fresh].slice(-MAX_UNSENT);
    const at = timers.now();
    this.#sent = this.#sent.filter((message) => at - message.at < RESEND_WINDOW);
    for (let count = 0; count < MAX_MESSAGES_AT_ONCE && this.#waiting.length > 0; count++) {
      const together = this.#waiting.slice(0, MAX_ALERT_RECEIPTS);
      if (!post({ type: 'alert-receipts', receipts: together })) return;
      this.#waiting.splice(0, together.length);
      this.#sent.push({ at, receipts: together });
    }
    if (isConnected(connection.state)) this.#plan();
  }

  // By now any visible toast has been painted.
  #withPlace(receipt: AlertReceipt): AlertReceipt {
    const { kind, visibility, agentWorkId } = receipt;
    if (kind !== 'delivered' || visibility === 'hidden') return receipt;
    return this.#noted.get(agentWorkId)?.has('painted')
      ? receipt
      : { ...receipt, detail: 'not among the toasts shown' };
  }

  #forget(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#noted.clear();
    this.#unheard.clear();
    [this.#fresh, this.#waiting, this.#sent] = [[], [], []];
  }
}
