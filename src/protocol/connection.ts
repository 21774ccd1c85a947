import type { Instant, Milliseconds, Timers } from '../domain/time.ts';
import { ClockOffset, measure } from './clock-offset.ts';
import {
  initialMachine,
  nextAlarm,
  timeouts,
  type ConnectionEffect,
  type ConnectionEvent,
  type ConnectionMachine,
  type ConnectionView,
  type Moment,
  type OrderedMessage,
} from './connection-state.ts';
import { transition } from './connection-transition.ts';
import type { Command, CommandOutcome, ServerUpdate, PanelMessage } from './messages.ts';
import { Outbox } from './outbox.ts';
import { receive } from './receiving.ts';

/** A timer this much ahead of its moment is left alone, and set again when it fires. */
const TOLERATED_EARLINESS: Milliseconds = 500;

/** Callbacks of a socket. After `closed` there are no more. */
export interface SocketListener {
  opened(): void;
  received(data: unknown): void;
  closed(code: number): void;
}

/** A socket that is open or opening. */
export interface Socket {
  send(data: string): void;
  close(): void;
}

/** The connection's dependencies and callbacks. */
export interface ConnectionPorts {
  readonly timers: Timers;
  /** From 0 to below 1. */
  readonly random: () => number;
  readonly sessionId: () => string;
  readonly openSocket: (listener: SocketListener) => Socket;
  /** The rep's token; `fresh`: a new one. */
  readonly token: (fresh: boolean) => Promise<string>;
  /** A message to act on: in order, without duplicates or gaps. */
  readonly received: (message: ServerUpdate) => void;
  /** The state of the connection, after every change; its moments are those of `timers`. */
  readonly changed: (view: ConnectionView) => void;
  /** Server time minus the time of `timers`. */
  readonly clockOffset: (offset: Milliseconds) => void;
  readonly problem: (about: 'message' | 'token', detail: string) => void;
}

/**
 * A connection to the server that reconnects by itself: the interpreter of the machine in `transition`. At most one
 * socket is live; late events of abandoned ones are ignored.
 */
export class Connection {
  readonly #ports: ConnectionPorts;
  readonly #outbox = new Outbox();
  readonly #offset = new ClockOffset();
  readonly #queue: ConnectionEvent[] = [];
  #machine: ConnectionMachine;
  #socket: Socket | null = null;
  #token = '';
  #toldOffset: Milliseconds | null = null;
  #alarm: { readonly moment: Moment; readonly cancel: () => void } | null = null;
  #proofs: ((proven: boolean) => void)[] = [];
  #working = false;

  constructor(ports: ConnectionPorts) {
    this.#ports = ports;
    this.#machine = initialMachine(ports.timers.now());
  }

  get isLive(): boolean {
    return isLive(this.#machine);
  }

  /**
   * Connects, or retries at once: at the start, on "Reconnect now" and on "Use here". `after`: the state of the
   * connection that this one succeeds.
   */
  connect(after: ConnectionView | null = null): void {
    this.#take({ type: 'wanted', after });
  }

  /** Disconnects; gives up commands without an outcome. */
  disconnect(): void {
    this.#take({ type: 'unwanted' });
    this.#outbox.ended();
  }

  /** Something hints at a change of the link: the page resumed, the network is back. */
  doubt(): void {
    this.#take({ type: 'doubted' });
  }

  /** The machine slept or the page was frozen: verifies the link and requests a snapshot. */
  resynchronise(): void {
    this.#take({ type: 'doubted' });
    this.#take({ type: 'slept' });
  }

  /** Whether a round trip succeeds within three seconds from now. */
  prove(): Promise<boolean> {
    if (!this.isLive) return Promise.resolve(false);
    return new Promise((resolve) => {
      const cancel = this.#ports.timers.after(timeouts.doubt, () => prove(false));
      const prove = (proven: boolean) => {
        cancel();
        this.#proofs = this.#proofs.filter((other) => other !== prove);
        resolve(proven);
      };
      this.#proofs.push(prove);
      this.#take({ type: 'probe' });
    });
  }

  /**
   * Sends a command and resolves with its outcome. With `keep` it waits while not connected, and is sent again under
   * the same id after an interruption. Otherwise an interruption ends it.
   * @throws {OutcomeUnknownError} (rejects) if it ends without an outcome.
   * @throws {NotUnderstoodError} (rejects) if the server could not read it: it has no effect.
   */
  send(command: Command, { keep }: { readonly keep: boolean }): Promise<CommandOutcome> {
    const outcome = this.#outbox.add(command, keep);
    if (this.isLive) this.#post(command);
    else if (!keep) this.#outbox.broken();
    return outcome;
  }

  /** Sends a message that expects no answer; `false` if there is no connection. */
  post(message: Extract<PanelMessage, { type: 'delivered' | 'alert-receipts' }>): boolean {
    if (this.isLive) this.#post(message);
    return this.isLive;
  }

  // An effect may trigger further events: they are queued until the present one is done.
  #take(event: ConnectionEvent): void {
    this.#queue.push(event);
    if (this.#working) return;
    this.#working = true;
    try {
      for (let next = this.#queue.shift(); next; next = this.#queue.shift()) this.#step(next);
    } finally {
      // Even if a listener threw: its fault must not stop the connection.
      this.#working = false;
      this.#setAlarm();
    }
  }

  #step(event: ConnectionEvent): void {
    const { timers, random } = this.#ports;
    const before = this.#machine;
    const { machine, effects } = transition(before, event, { now: timers.now(), random: random() });
    this.#machine = machine;
    // Listed first: commands sent by the snapshot's listeners go out by themselves.
    const kept = !isLive(before) && isLive(machine) ? this.#outbox.commands : [];
    for (const effect of effects) this.#do(effect);
    for (const command of kept) this.#post(command);
    if (isLive(before) && !isLive(machine)) this.#broken();
    if (machine.phase.name === 'resting') this.#socket = null;
    if (isSeen(before, machine)) this.#ports.changed(viewOf(machine));
  }

  #broken(): void {
    this.#outbox.broken();
    for (const prove of [...this.#proofs]) prove(false);
  }

  #do(effect: ConnectionEffect): void {
    switch (effect.type) {
      case 'fetchToken':
        return this.#fetchToken(effect.attempt, effect.fresh);
      case 'open':
        return this.#open(effect.socket);
      case 'greet':
        return this.#post({ type: 'hello', token: this.#token, sessionId: this.#ports.sessionId() });
      case 'drop':
        this.#socket?.close();
        this.#socket = null;
        return;
      case 'send':
        return this.#post(effect.message);
      case 'deliver':
        return this.#deliver(effect.message);
      case 'measured':
        return this.#measured(effect.sentAt, effect.serverTime, effect.fresh);
      case 'serverTime':
        this.#offset.arrived(this.#ports.timers.now(), effect.serverTime);
        return this.#tellOffset();
      case 'problem':
        return this.#ports.problem(effect.about, effect.detail);
    }
  }

  #fetchToken(attempt: number, fresh: boolean): void {
    this.#ports.token(fresh).then(
      (token) => {
        if (attempt === this.#machine.attempt) this.#token = token;
        this.#take({ type: 'token', attempt });
      },
      (error: unknown) => {
        const detail = error instanceof Error ? error.message : 'The token function failed.';
        this.#take({ type: 'noToken', attempt, detail });
      },
    );
  }

  #open(socket: number): void {
    try {
      this.#socket = this.#ports.openSocket({
        opened: () => this.#take({ type: 'opened', socket }),
        received: (data) => this.#take({ type: 'received', socket, received: receive(data) }),
        closed: (code) => this.#take({ type: 'closed', socket, code }),
      });
    } catch {
      // An invalid address, or forbidden by the page's policy: treated as closed.
      this.#take({ type: 'closed', socket, code: 1006 });
    }
  }

  #deliver(message: OrderedMessage): void {
    if (message.type === 'result') this.#outbox.settle(message);
    else if (message.type === 'not-understood') this.#outbox.notUnderstood(message.id, message.detail);
    else this.#ports.received(message);
  }

  #measured(sentAt: Moment, serverTime: Instant, fresh: boolean): void {
    this.#offset.take(measure(sentAt, this.#ports.timers.now(), serverTime));
    this.#tellOffset();
    if (!fresh) for (const prove of [...this.#proofs]) prove(true);
  }

  #tellOffset(): void {
    const { offset } = this.#offset;
    if (offset === null || offset === this.#toldOffset) return;
    this.#toldOffset = offset;
    this.#ports.clockOffset(offset);
  }

  #post(message: PanelMessage): void {
    this.#socket?.send(JSON.stringify(message));
  }

  #setAlarm(): void {
    const moment = nextAlarm(this.#machine);
    // Each message of a burst moves the moment slightly: a timer that fires a little early does no harm.
    const early = moment === null || this.#alarm === null ? Infinity : moment - this.#alarm.moment;
    if (early >= 0 && early < TOLERATED_EARLINESS) return;
    this.#alarm?.cancel();
    this.#alarm = null;
    if (moment === null) return;
    const delay = Math.max(0, moment - this.#ports.timers.now());
    const cancel = this.#ports.timers.after(delay, () => {
      this.#alarm = null;
      this.#take({ type: 'alarm' });
    });
    this.#alarm = { moment, cancel };
  }
}

const isLive = ({ phase }: ConnectionMachine): boolean => phase.name === 'live';

function viewOf({ status, since, reason, roundTrip, grace, phase }: ConnectionMachine): ConnectionView {
  const nextAttemptAt = phase.name === 'waiting' ? phase.until : null;
  return { status, since, reason, roundTrip, grace, nextAttemptAt };
}

function isSeen(before: ConnectionMachine, after: ConnectionMachine): boolean {
  const old = viewOf(before);
  const view = viewOf(after);
  return (Object.keys(view) as (keyof ConnectionView)[]).some((key) => view[key] !== old[key]);
}
