import { randomUUID } from 'node:crypto';
import { closeReason } from '../../../src/protocol/close-reasons.ts';
import {
  parseMessage,
  serverMessageSchema,
  SUBPROTOCOL,
  type PanelMessage,
  type ServerMessage,
} from '../../../src/protocol/messages.ts';

/** A panel's socket: Node's own WebSocket, with each message checked against the schema. */
export class TestPanel {
  readonly socket: WebSocket;
  readonly sessionId: string;
  /** Resolves when the socket is open; rejects if the server refused the upgrade. */
  readonly opened: Promise<void>;
  readonly closed: Promise<{ code: number; phrase: string; reason: string | null }>;
  readonly #waiting: PromiseWithResolvers<ServerMessage>[] = [];
  readonly #received: ServerMessage[] = [];
  /** Why no more messages can arrive. */
  #broken: Error | null = null;

  /** `address` is the API address; `sessionId` names the browser. */
  constructor(
    address: string,
    { origin, sessionId = randomUUID() }: { origin?: string; sessionId?: string } = {},
  ) {
    this.sessionId = sessionId;
    this.socket = new WebSocket(`${address.replace(/^http/, 'ws')}/v1/connection`, {
      protocols: [SUBPROTOCOL],
      headers: origin === undefined ? {} : { Origin: origin },
    });
    this.opened = new Promise((resolve, reject) => {
      this.socket.addEventListener('open', () => resolve());
      this.socket.addEventListener('error', () => reject(new Error('The upgrade was refused.')));
    });
    // Tests that only wait for the close need not handle this.
    this.opened.catch(() => undefined);
    this.closed = new Promise((resolve) =>
      this.socket.addEventListener('close', ({ code, reason }) =>
        resolve({ code, phrase: reason, reason: closeReason(code) }),
      ),
    );
    this.socket.addEventListener('message', ({ data }) => this.#hear(String(data)));
    void this.closed.then(({ code, phrase }) => this.#break(`The socket closed: ${code} ${phrase}`));
  }

  /** Sends hello and returns the first answer. */
  async connect(token: string): Promise<ServerMessage> {
    await this.opened;
    this.send({ type: 'hello', token, sessionId: this.sessionId });
    return this.next();
  }

  send(message: PanelMessage): void {
    this.socket.send(JSON.stringify(message));
  }

  /** The server's next message; heartbeats are answered and skipped. Rejects if none can arrive. */
  next(): Promise<ServerMessage> {
    const message = this.#received.shift();
    if (message) return Promise.resolve(message);
    if (this.#broken) return Promise.reject(this.#broken);
    const waiting = Promise.withResolvers<ServerMessage>();
    this.#waiting.push(waiting);
    return waiting.promise;
  }

  /** The next message that satisfies this condition. */
  async until(holds: (message: ServerMessage) => boolean): Promise<ServerMessage> {
    for (;;) {
      const message = await this.next();
      if (holds(message)) return message;
    }
  }

  #hear(data: string): void {
    const message = parseMessage(serverMessageSchema, data);
    if (message?.type === 'beat') this.send({ type: 'beat', beat: message.beat });
    else if (!message) this.#break(`The server said what is no message: ${data}`);
    else {
      const waiting = this.#waiting.shift();
      if (waiting) waiting.resolve(message);
      else this.#received.push(message);
    }
  }

  #break(why: string): void {
    this.#broken ??= new Error(why);
    for (const waiting of this.#waiting.splice(0)) waiting.reject(this.#broken);
  }
}
