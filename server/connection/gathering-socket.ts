import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { PanelSocket } from './panel-socket.ts';

/**
 * A panel's WebSocket on its stream. What is sent in one turn of the event loop, such as the changes of a command and
 * its result, is written by one call to the system: these calls cost more than everything else about a message.
 */
export class GatheringSocket implements PanelSocket {
  readonly #webSocket: WebSocket;
  readonly #stream: Duplex;
  #isGathering = false;

  constructor(webSocket: WebSocket, stream: Duplex) {
    this.#webSocket = webSocket;
    this.#stream = stream;
  }

  get bufferedAmount(): number {
    return this.#webSocket.bufferedAmount;
  }

  send(text: string): void {
    if (!this.#isGathering) {
      this.#isGathering = true;
      this.#stream.cork();
      setImmediate(() => {
        this.#isGathering = false;
        this.#stream.uncork();
      });
    }
    this.#webSocket.send(text);
  }

  close(code: number, reason: string): void {
    this.#webSocket.close(code, reason);
  }

  terminate(): void {
    this.#webSocket.terminate();
  }
}
