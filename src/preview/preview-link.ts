import type { Milliseconds, Timers } from '../domain/time.ts';
import type { Socket, SocketListener } from '../protocol/connection.ts';
import { closeCodes, type CloseReason } from '../protocol/close-reasons.ts';
import {
  panelMessageSchema,
  parseMessage,
  type ChangeMessage,
  type PanelMessage,
  type ServerMessage,
} from '../protocol/messages.ts';

type Unnumbered<Message> = Message extends unknown ? Omit<Message, 'revision'> : never;
export type Change = Unnumbered<ChangeMessage>;

const BEAT_INTERVAL: Milliseconds = 4000;
/** The close code of a connection that just broke. */
const BROKEN = 1006;

interface Wire {
  readonly listener: SocketListener;
  revision: number;
  isWelcome: boolean;
  stopBeating: () => void;
}

/**
 * An in-memory link between the panel and a server in the page: it carries the same messages as a WebSocket, in order
 * and never synchronously. It serves one panel at most.
 */
export class PreviewLink {
  readonly #timers: Timers;
  readonly #answer: (message: PanelMessage) => void;
  #wire: Wire | null = null;
  #isCut = false;

  constructor(deps: { readonly timers: Timers; readonly answer: (message: PanelMessage) => void }) {
    this.#timers = deps.timers;
    this.#answer = deps.answer;
  }

  /** Whether the panel has been welcomed and is still connected. */
  get isLive(): boolean {
    return this.#wire?.isWelcome ?? false;
  }

  /** The panel opens a socket. */
  open(listener: SocketListener): Socket {
    const wire: Wire = { listener, revision: 0, isWelcome: false, stopBeating: () => undefined };
    this.#leave();
    this.#wire = wire;
    this.#later(wire, () => {
      if (this.#isCut) this.#close(wire, BROKEN);
      else listener.opened();
    });
    return {
      send: (data) => {
        this.#later(wire, () => this.#take(data));
      },
      close: () => {
        if (this.#wire === wire) this.#leave();
      },
    };
  }

  /** Answers `hello`; from now on the panel receives every change. */
  welcome(message: (beatInterval: Milliseconds) => ServerMessage): void {
    const wire = this.#wire;
    if (!wire) return;
    wire.stopBeating();
    wire.isWelcome = true;
    this.send(message(BEAT_INTERVAL));
    this.#beat(wire, 1);
  }

  /** The number of the last change sent. */
  get revision(): number {
    return this.#wire?.revision ?? 0;
  }

  /** Sends a change with the next number, if the panel is connected. */
  sendChange(change: Change): void {
    const wire = this.#wire;
    if (!wire?.isWelcome) return;
    wire.revision += 1;
    this.send({ ...change, revision: wire.revision } as ServerMessage);
  }

  send(message: ServerMessage): void {
    const wire = this.#wire;
    if (wire) this.#later(wire, () => wire.listener.received(JSON.stringify(message)));
  }

  /** Resolves once the panel has what was sent so far. */
  delivered(): Promise<void> {
    return new Promise((resolve) => {
      this.#timers.after(0, resolve);
    });
  }

  /** Closes the connection with a reason. */
  close(reason: CloseReason): void {
    const wire = this.#wire;
    if (wire) this.#later(wire, () => this.#close(wire, closeCodes[reason]));
  }

  /** Breaks the connection, and every attempt to reconnect until it is repaired. */
  cut(): void {
    this.#isCut = true;
    if (this.#wire) this.#close(this.#wire, BROKEN);
  }

  restore(): void {
    this.#isCut = false;
  }

  #take(data: string): void {
    const message = parseMessage(panelMessageSchema, data);
    if (message) this.#answer(message);
    else this.send({ type: 'not-understood', detail: 'The preview does not know this message.' });
  }

  #beat(wire: Wire, beat: number): void {
    wire.stopBeating = this.#timers.after(BEAT_INTERVAL, () => {
      if (this.#wire !== wire) return;
      this.send({ type: 'beat', beat, serverTime: Math.round(this.#timers.now()) });
      this.#beat(wire, beat + 1);
    });
  }

  #close(wire: Wire, code: number): void {
    if (this.#wire !== wire) return;
    this.#leave();
    wire.listener.closed(code);
  }

  #leave(): void {
    this.#wire?.stopBeating();
    this.#wire = null;
  }

  // A socket never calls back before `open` has returned.
  #later(wire: Wire, call: () => void): void {
    this.#timers.after(0, () => {
      if (this.#wire === wire) call();
    });
  }
}
