import { closeCodes, type CloseReason } from '../../src/protocol/close-reasons.ts';
import {
  LARGEST_PANEL_MESSAGE,
  LARGEST_SERVER_MESSAGE,
  type Command,
  type PanelMessage,
  type ServerMessage,
} from '../../src/protocol/messages.ts';
import type { Instant, Milliseconds } from '../../src/domain/time.ts';
import type { Engine, SessionOfRep } from '../engine.ts';
import type { Logger } from '../logger.ts';
import type { Timers } from '../timers.ts';
import type { RepSnapshot } from './changes.ts';
import { BEAT_INTERVAL, Heartbeat } from './heartbeat.ts';
import { MessageBudget } from './message-budget.ts';
import type { PanelSocket } from './panel-socket.ts';
import { SerialQueue } from './serial-queue.ts';
import { SnapshotFeed } from './snapshot-feed.ts';
import { understand } from './understand.ts';
import type { Hello, Welcome } from './welcome-panel.ts';

/** How long a new socket may take to say `hello`. */
export const HELLO_WITHIN: Milliseconds = 5000;
/** Snapshots are sent on request at most this often. */
export const SNAPSHOT_EVERY: Milliseconds = 1000;
/** A failed read of the present state is tried again after this, so often. */
const READ_AGAIN: Milliseconds = 1000;
const MOST_FAILED_READS = 5;
/** How long the other side may take to close its end. */
const FAREWELL: Milliseconds = 2000;
/** A panel that lets so many bytes wait is too slow. */
const MOST_BUFFERED = LARGEST_SERVER_MESSAGE;
/** Commands of one panel that may wait for the database. */
const MOST_WAITING = 1000;

/** The standard code for what is no fault of the panel: to it the connection just broke. */
const SERVER_FAILED = 1011;

export interface ConnectionOptions {
  readonly engine: Engine;
  readonly timers: Timers;
  readonly logger: Logger;
  /** Checks a hello and takes the rep's place; see `welcomePanel`. */
  readonly welcome: (hello: Hello) => Promise<Welcome>;
  /** How long after a lost connection the rep is set Offline. */
  readonly grace: Milliseconds;
  /** The connection has its rep: from now on it wants to hear of changes, until the returned function is called. */
  readonly joined: (connection: PanelConnection, repId: string) => () => void;
}

type State = 'opened' | 'greeting' | 'welcomed' | 'closed';

/** One panel on one socket, from the first message to the last. */
export class PanelConnection {
  readonly #socket: PanelSocket;
  readonly #options: ConnectionOptions;
  readonly #budget: MessageBudget;
  readonly #heartbeat: Heartbeat;
  readonly #feed: SnapshotFeed;
  readonly #queue = new SerialQueue();
  /** What must stop with the connection: timers, and hearing of changes. */
  readonly #ending = new Set<() => void>();
  #state: State = 'opened';
  #session: SessionOfRep | null = null;
  /** Whether commands that were received but not begun must not be done any more. */
  #abandoned = false;
  #snapshotSentAt: Milliseconds = -Infinity;
  #snapshotPlanned = false;
  #failedReads = 0;
  #signingOut = false;

  constructor(socket: PanelSocket, options: ConnectionOptions) {
    this.#socket = socket;
    this.#options = options;
    const { timers } = options;
    this.#budget = new MessageBudget(timers.elapsed);
    this.#heartbeat = new Heartbeat(
      timers,
      (beat) => this.#send({ type: 'beat', beat, serverTime: timers.now() }),
      () => this.close('silent', 'No beat was answered for 9 s.'),
    );
    this.#feed = new SnapshotFeed({
      read: () => this.#read(),
      welcome: (snapshot) => ({
        type: 'welcome',
        serverTime: timers.now(),
        beatInterval: BEAT_INTERVAL,
        grace: options.grace,
        snapshot,
      }),
      now: timers.now,
      send: (message) => this.#send(message),
    });
    this.#later(HELLO_WITHIN, () => {
      if (this.#state === 'opened') this.close('misbehaved', 'No hello came within 5 s.');
    });
  }

  /** A text message came; `null`: one that is no text. */
  received(data: string | null): void {
    if (this.#state === 'closed') return;
    if (data === null) return this.close('misbehaved', 'Messages must be text.');
    if (Buffer.byteLength(data) > LARGEST_PANEL_MESSAGE)
      return this.close('misbehaved', 'The message is over 16 kB.');
    if (!this.#budget.take()) return this.close('misbehaved', 'These are over 50 messages a second.');

    const understood = understand(data);
    if (this.#state === 'opened') {
      const hello = understood.ok && understood.message.type === 'hello' ? understood.message : null;
      if (!hello) return this.close('misbehaved', 'The first message must be hello.');
      this.#state = 'greeting';
      return this.#enqueue(() => this.#greet(hello));
    }
    if (!understood.ok) return this.#notUnderstood(understood.detail, understood.id);
    const { message } = understood;
    // Whatever comes early waits for the welcome, which is the first thing a panel hears.
    if (this.#state === 'greeting') {
      this.#enqueue(() => this.#handle(message));
      return;
    }
    this.#handle(message);
  }

  /** What the rep's panel shows may have changed, or who holds the rep's place. */
  mayHaveChanged(): void {
    if (this.#state === 'closed') return;
    this.#feed.refresh().then(
      () => {
        this.#failedReads = 0;
      },
      (error: unknown) => this.#readFailed(error),
    );
  }

  /** Ends the connection; `phrase` is for people. */
  close(reason: CloseReason, phrase: string): void {
    // Whoever lost the place, or was never let in, has nothing done in the rep's name any more.
    this.#abandoned ||= reason === 'replaced' || reason === 'refused' || reason === 'misbehaved';
    this.#close(closeCodes[reason], phrase);
  }

  /** The socket closed by itself, or finished closing. */
  socketClosed(): void {
    if (this.#state === 'closed') return;
    this.#end(null, 'The socket closed.');
  }

  /** Resolves when all that the panel sent has been dealt with. */
  get idle(): Promise<void> {
    return this.#queue.idle;
  }

  async #greet(hello: Hello): Promise<void> {
    if (this.#state === 'closed') return;
    const welcome = await this.#options.welcome(hello);
    if (welcome.kind === 'refused') {
      this.close('refused', welcome.detail);
      return;
    }
    if (welcome.kind === 'unavailable') {
      this.#close(SERVER_FAILED, welcome.detail);
      return;
    }
    const { session, expiresAt } = welcome;
    if (this.#isClosed()) return this.#options.engine.disconnect(session);
    this.#session = session;
    this.#ending.add(this.#options.joined(this, session.repId));
    await this.#feed.refresh();
    if (this.#isClosed()) return;
    this.#state = 'welcomed';
    this.#heartbeat.start();
    this.#expireAt(expiresAt);
    this.#options.logger.info('panel-connected', { rep: session.repId });
  }

  #handle(message: PanelMessage): void {
    if (this.#state === 'closed') return;
    switch (message.type) {
      case 'hello':
        return this.#notUnderstood('hello has been said already.', null);
      case 'beat':
        if (!this.#heartbeat.answered(message.beat))
          this.#notUnderstood(`There was no beat ${message.beat}.`, null);
        return;
      case 'probe':
        return this.#send({
          type: 'probe-answer',
          probe: message.probe,
          serverTime: this.#options.timers.now(),
        });
      case 'snapshot-request':
        return this.#planSnapshot();
      case 'delivered':
        return this.#enqueue((repId) => this.#options.engine.delivered(repId, message.agentWorkIds));
      default:
        return this.#enqueue((repId) => this.#execute(repId, message));
    }
  }

  /** Does a command. What it changed is sent before its result: "accepted" is shown when it is true. */
  async #execute(repId: string, command: Command): Promise<void> {
    if (this.#abandoned) return;
    this.#signingOut = command.type === 'sign-out';
    const outcome = await this.#options.engine.execute(repId, command);
    if (this.#isClosed()) return;
    await this.#feed.refresh();
    this.#send({ type: 'result', id: command.id, outcome });
    if (command.type === 'sign-out' && outcome.kind === 'done')
      this.close('signedOut', 'The rep signed out.');
  }

  async #read(): Promise<RepSnapshot> {
    const session = this.#session;
    if (!session) throw new Error('A connection without its rep has nothing to read.');
    const { engine } = this.#options;
    const [place, snapshot] = await Promise.all([
      engine.currentSession(session.repId),
      engine.snapshot(session.repId),
    ]);
    this.#keepPlace(place, session);
    return snapshot;
  }

  #keepPlace(place: Awaited<ReturnType<Engine['currentSession']>>, session: SessionOfRep): void {
    if (place === null) {
      // Grace ran out behind a process that stood still: the rep has to come in anew to be offered anything.
      if (!this.#signingOut) this.#close(SERVER_FAILED, 'The server took this rep for gone.');
    } else if (place.sessionId !== session.sessionId) this.close('replaced', 'The rep signed in elsewhere.');
    else if (place.socketId !== session.socketId)
      this.close('takenOver', 'This session came on a newer socket.');
  }

  #readFailed(error: unknown): void {
    this.#options.logger.error('snapshot-failed', error, { rep: this.#session?.repId ?? null });
    this.#failedReads += 1;
    if (this.#failedReads > MOST_FAILED_READS)
      this.#close(SERVER_FAILED, 'Something went wrong on the server.');
    else this.#later(READ_AGAIN, () => this.mayHaveChanged());
  }

  #planSnapshot(): void {
    if (this.#snapshotPlanned) return;
    this.#snapshotPlanned = true;
    const wait = this.#snapshotSentAt + SNAPSHOT_EVERY - this.#options.timers.elapsed();
    const send = () => {
      this.#snapshotPlanned = false;
      this.#snapshotSentAt = this.#options.timers.elapsed();
      this.#enqueue(() => this.#feed.sendWhole());
    };
    if (wait <= 0) send();
    else this.#later(wait, send);
  }

  #expireAt(expiresAt: Instant): void {
    this.#later(expiresAt - this.#options.timers.now(), () => this.close('refused', 'The token expired.'));
  }

  #notUnderstood(detail: string, id: string | null): void {
    this.#send({ type: 'not-understood', detail, ...(id !== null && { id }) });
  }

  #send(message: ServerMessage): void {
    if (this.#state === 'closed') return;
    this.#socket.send(JSON.stringify(message));
    if (this.#socket.bufferedAmount > MOST_BUFFERED)
      this.close('tooSlow', 'The panel takes its messages too slowly.');
  }

  /** Adds work in the rep's name. When it fails its effect is unknown: the panel must come back and ask. */
  #enqueue(task: (repId: string) => Promise<void> | void): void {
    if (this.#queue.length >= MOST_WAITING) return this.#close(SERVER_FAILED, 'The server does not keep up.');
    this.#queue.add(
      () => task(this.#session?.repId ?? ''),
      (error) => {
        this.#options.logger.error('panel-message-failed', error, { rep: this.#session?.repId ?? null });
        this.#close(SERVER_FAILED, 'Something went wrong on the server.');
      },
    );
  }

  #later(delay: Milliseconds, run: () => void): void {
    const cancel = this.#options.timers.after(delay, () => {
      this.#ending.delete(cancel);
      run();
    });
    this.#ending.add(cancel);
  }

  #isClosed(): boolean {
    return this.#state === 'closed';
  }

  #close(code: number, phrase: string): void {
    if (this.#state === 'closed') return;
    this.#end(code, phrase);
    this.#socket.close(code, phrase);
    // A dead link never answers the farewell.
    this.#options.timers.after(FAREWELL, () => this.#socket.terminate());
  }

  #end(code: number | null, phrase: string): void {
    this.#state = 'closed';
    this.#heartbeat.stop();
    for (const end of this.#ending) end();
    this.#ending.clear();
    const { engine, logger } = this.#options;
    const session = this.#session;
    if (!session) return;
    logger.info('panel-disconnected', { rep: session.repId, code, phrase });
    // A process that stops hands over all of its reps at once.
    if (code === closeCodes.restarting) return;
    engine
      .disconnect(session)
      .catch((error: unknown) => logger.error('disconnect-failed', error, { rep: session.repId }));
  }
}
