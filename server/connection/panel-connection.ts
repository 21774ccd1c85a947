import { closeCodes, type CloseReason } from '../../src/protocol/close-reasons.ts';
import {
  MAX_PANEL_MESSAGE_SIZE,
  MAX_SERVER_MESSAGE_SIZE,
  type Command,
  type PanelMessage,
  type ServerMessage,
} from '../../src/protocol/messages.ts';
import type { Milliseconds } from '../../src/domain/time.ts';
import type { Engine, SessionOfRep } from '../routing/engine/engine.ts';
import type { Logger } from '../logger.ts';
import type { Timers } from '../timers.ts';
import { BEAT_INTERVAL, Heartbeat } from './heartbeat.ts';
import { MessageBudget } from './message-budget.ts';
import type { PanelSocket } from './panel-socket.ts';
import { PendingTimers } from './pending-timers.ts';
import { RepState, SERVER_FAILED } from './rep-state.ts';
import { SerialQueue } from './serial-queue.ts';
import { understand } from './understand.ts';
import type { Hello, Welcome } from './welcome-panel.ts';

/** How long a new socket may take to send `hello`. */
const HELLO_TIMEOUT: Milliseconds = 5000;
/** How long the other side may take to close the socket. */
const CLOSE_TIMEOUT: Milliseconds = 2000;
/** A panel with this many unsent bytes is too slow. */
const MAX_BUFFERED = MAX_SERVER_MESSAGE_SIZE;
/** How many commands of one panel may be queued. */
const MAX_WAITING = 1000;

export interface ConnectionOptions {
  readonly engine: Engine;
  readonly timers: Timers;
  readonly logger: Logger;
  /** Checks a hello and claims the rep's session: see `welcomePanel`. */
  readonly welcome: (hello: Hello) => Promise<Welcome>;
  /** How long after losing the connection the rep is set Offline. */
  readonly grace: Milliseconds;
  /** Subscribes the connection to changes of its rep, until the returned function is called. */
  readonly joined: (connection: PanelConnection, repId: string) => () => void;
}

/** The rep of a welcomed connection. */
interface Admitted {
  readonly session: SessionOfRep;
  readonly state: RepState;
  readonly leave: () => void;
}

/** The connection of one panel, for the lifetime of its socket. */
export class PanelConnection {
  readonly #socket: PanelSocket;
  readonly #options: ConnectionOptions;
  readonly #budget: MessageBudget;
  readonly #heartbeat: Heartbeat;
  readonly #timers: PendingTimers;
  readonly #queue = new SerialQueue();
  #phase: 'opened' | 'greeting' | 'welcomed' | 'closed' = 'opened';
  #admitted: Admitted | null = null;
  /** Whether commands that were received but not begun must be dropped. */
  #abandoned = false;

  constructor(socket: PanelSocket, options: ConnectionOptions) {
    this.#socket = socket;
    this.#options = options;
    const { timers } = options;
    this.#timers = new PendingTimers(timers);
    this.#budget = new MessageBudget(timers.elapsed);
    this.#heartbeat = new Heartbeat(
      timers,
      (beat) => this.#send({ type: 'beat', beat, serverTime: timers.now() }),
      () => this.close('silent', 'No beat was answered for 9 s.'),
    );
    this.#timers.after(HELLO_TIMEOUT, () => {
      if (this.#phase === 'opened') this.close('misbehaved', 'No hello came within 5 s.');
    });
  }

  /** A message arrived; `null` if it is not text. */
  received(data: string | null): void {
    if (this.#phase === 'closed') return;
    if (data === null) return this.close('misbehaved', 'Messages must be text.');
    if (Buffer.byteLength(data) > MAX_PANEL_MESSAGE_SIZE)
      return this.close('misbehaved', 'The message is over 16 kB.');
    if (!this.#budget.take()) return this.close('misbehaved', 'These are over 50 messages a second.');

    const understood = understand(data);
    if (this.#phase === 'opened') {
      const hello = understood.ok && understood.message.type === 'hello' ? understood.message : null;
      if (!hello) return this.close('misbehaved', 'The first message must be hello.');
      this.#phase = 'greeting';
      return this.#enqueue(() => this.#greet(hello));
    }
    if (!understood.ok) return this.#notUnderstood(understood.detail, understood.id);
    const { message } = understood;
    // Early messages wait for the welcome, which must be the first message to the panel.
    if (this.#phase === 'greeting') this.#enqueue(() => this.#handle(message));
    else this.#handle(message);
  }

  /** The rep's snapshot or session may have changed. */
  mayHaveChanged(): void {
    if (this.#phase !== 'closed') this.#admitted?.state.mayHaveChanged();
  }

  /** Ends the connection; `phrase` is the close reason for people. */
  close(reason: CloseReason, phrase: string): void {
    this.#close(closeCodes[reason], phrase);
  }

  /** The socket closed, or finished closing. */
  socketClosed(): void {
    if (this.#phase !== 'closed') this.#end(null, 'The socket closed.');
  }

  /** Resolves when all messages of the panel have been handled. */
  get idle(): Promise<void> {
    return this.#queue.idle;
  }

  async #greet(hello: Hello): Promise<void> {
    if (this.#isClosed()) return;
    const { engine, timers, logger, grace, joined } = this.#options;
    const welcome = await this.#options.welcome(hello);
    if (welcome.kind !== 'welcome') {
      const code = welcome.kind === 'refused' ? closeCodes.refused : SERVER_FAILED;
      this.#close(code, welcome.detail);
      return;
    }
    const { session, expiresAt } = welcome;
    if (this.#isClosed()) return engine.disconnect(session);
    const state = new RepState({
      session,
      engine,
      timers,
      logger,
      welcome: (snapshot) => ({
        type: 'welcome',
        serverTime: timers.now(),
        beatInterval: BEAT_INTERVAL,
        grace,
        snapshot,
      }),
      send: (message) => this.#send(message),
      end: (code, phrase) => this.#close(code, phrase),
    });
    this.#admitted = { session, state, leave: joined(this, session.repId) };
    await state.refresh();
    if (this.#isClosed()) return;
    this.#phase = 'welcomed';
    this.#heartbeat.start();
    this.#timers.after(expiresAt - timers.now(), () => this.close('refused', 'The token expired.'));
    logger.info('panel-connected', { rep: session.repId });
  }

  #handle(message: PanelMessage): void {
    const admitted = this.#admitted;
    if (this.#phase === 'closed' || !admitted) return;
    const { engine, timers } = this.#options;
    const { repId } = admitted.session;
    switch (message.type) {
      case 'hello':
        return this.#notUnderstood('hello has been said already.', null);
      case 'beat':
        if (!this.#heartbeat.answered(message.beat))
          this.#notUnderstood(`There was no beat ${message.beat}.`, null);
        return;
      case 'probe':
        return this.#send({ type: 'probe-answer', probe: message.probe, serverTime: timers.now() });
      case 'snapshot-request':
        return admitted.state.requestWhole();
      case 'delivered':
        return this.#enqueue(() => engine.delivered(repId, message.agentWorkIds));
      case 'alert-receipts':
        return this.#enqueue(() => engine.noteReceipts(repId, message.receipts));
      default:
        return this.#enqueue(() => this.#execute(admitted, message));
    }
  }

  /** Executes a command. Its changes are sent before its result, so that the panel never shows success too early. */
  async #execute({ session, state }: Admitted, command: Command): Promise<void> {
    if (this.#abandoned) return;
    if (command.type === 'sign-out') state.releaseSession();
    const outcome = await this.#options.engine.execute(session.repId, command);
    if (this.#isClosed()) return;
    await state.refresh();
    this.#send({ type: 'result', id: command.id, outcome });
    if (command.type === 'sign-out' && outcome.kind === 'done')
      this.close('signedOut', 'The rep signed out.');
  }

  #notUnderstood(detail: string, id: string | null): void {
    this.#send({ type: 'not-understood', detail, ...(id !== null && { id }) });
  }

  #send(message: ServerMessage): void {
    if (this.#phase === 'closed') return;
    this.#socket.send(JSON.stringify(message));
    if (this.#socket.bufferedAmount > MAX_BUFFERED)
      this.close('tooSlow', 'The panel takes its messages too slowly.');
  }

  /** Queues a task for the rep. If it fails, its effect is unknown: the panel has to reconnect to find out. */
  #enqueue(task: () => Promise<void> | void): void {
    if (this.#queue.length >= MAX_WAITING) return this.#close(SERVER_FAILED, 'The server does not keep up.');
    this.#queue.add(task, (error) => {
      const rep = this.#admitted?.session.repId ?? null;
      this.#options.logger.error('panel-message-failed', error, { rep });
      this.#close(SERVER_FAILED, 'Something went wrong on the server.');
    });
  }

  #isClosed(): boolean {
    return this.#phase === 'closed';
  }

  #close(code: number, phrase: string): void {
    if (this.#phase === 'closed') return;
    // A panel that was replaced or refused must not act for the rep any more.
    const { replaced, refused, misbehaved } = closeCodes;
    this.#abandoned = [replaced, refused, misbehaved].some((reason) => reason === code);
    this.#end(code, phrase);
    this.#socket.close(code, phrase);
    // On a dead link the close handshake never completes.
    this.#options.timers.after(CLOSE_TIMEOUT, () => this.#socket.terminate());
  }

  #end(code: number | null, phrase: string): void {
    this.#phase = 'closed';
    this.#heartbeat.stop();
    this.#timers.cancelAll();
    if (!this.#admitted) return;
    const { session, state, leave } = this.#admitted;
    leave();
    state.stop();
    const { engine, logger } = this.#options;
    logger.info('panel-disconnected', { rep: session.repId, code, phrase });
    // A process that stops hands over all of its reps together.
    if (code === closeCodes.restarting) return;
    engine
      .disconnect(session)
      .catch((error: unknown) => logger.error('disconnect-failed', error, { rep: session.repId }));
  }
}
