import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/**
 * The line between a browser and the server, in the hands of a test: a TCP proxy that can swallow everything (a black
 * hole: sockets stay open and nothing arrives) or cut what is open.
 */
export class Link {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #swallows = false;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async to(port: number): Promise<Link> {
    const server = createServer();
    const link = new Link(server);
    server.on('connection', (browser) => link.#join(browser, port));
    server.listen(0, 'localhost');
    await once(server, 'listening');
    return link;
  }

  get address(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('The link does not listen.');
    return `http://localhost:${String(address.port)}`;
  }

  /** From now on nothing arrives, in either direction, on old sockets and new ones. Nobody is told. */
  swallow(): void {
    this.#swallows = true;
  }

  /** New sockets reach the server again; what was swallowed is lost, and the old sockets with it. */
  restore(): void {
    this.#swallows = false;
    for (const socket of this.#sockets) socket.destroy();
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #join(browser: Socket, port: number): void {
    const server = connect(port, 'localhost');
    for (const [from, to] of [
      [browser, server],
      [server, browser],
    ] as const) {
      this.#sockets.add(from);
      from.on('data', (data) => {
        if (!this.#swallows) to.write(data);
      });
      from.on('close', () => {
        this.#sockets.delete(from);
        to.destroy();
      });
      // A socket that breaks closes next, which is handled above.
      from.on('error', () => undefined);
    }
  }
}
