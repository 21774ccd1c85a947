import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PROBLEM_TYPE, problemBody } from './problem.ts';

/** The server cannot listen on the given address and port. */
export class CannotListenError extends Error {
  override readonly name = 'CannotListenError';
}

const starting = { status: 503, detail: 'The server is starting; try again soon.' };

/** The port of a server: bound before anything else starts, and kept until all requests have been answered. */
export class HttpFront {
  readonly server: Server;
  #listener: RequestListener = (_request, response) => {
    response.writeHead(starting.status, { 'Content-Type': PROBLEM_TYPE, 'Retry-After': '1' });
    response.end(problemBody(starting));
  };

  private constructor() {
    this.server = createServer((request, response) => this.#listener(request, response));
  }

  /** Listens; port 0 means any free port. Rejects with `CannotListenError`. */
  static async listen(port: number, host: string | undefined): Promise<HttpFront> {
    const front = new HttpFront();
    await new Promise<void>((resolve, reject) => {
      front.server.once('error', (error: NodeJS.ErrnoException) => reject(cannotListen(error, port)));
      front.server.listen(port, host, resolve);
    });
    return front;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Starts answering requests. */
  open(listener: RequestListener): void {
    this.#listener = listener;
  }

  /** Accepts no more requests. Resolves when those received are answered. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      this.server.closeIdleConnections();
    });
  }
}

function cannotListen(error: NodeJS.ErrnoException, port: number): Error {
  const sentences: Readonly<Record<string, string>> = {
    EADDRINUSE: `The port ${port} is taken by another program; choose another one with PORT.`,
    EACCES: `The port ${port} may not be used by this user; choose another one with PORT.`,
    EADDRNOTAVAIL: 'OMNI_HOST is no address of this machine.',
    ENOTFOUND: 'OMNI_HOST is no address of this machine.',
  };
  const sentence = sentences[error.code ?? ''];
  return sentence === undefined ? error : new CannotListenError(sentence);
}
