import type { Socket, SocketListener } from '../protocol/connection.ts';

/** What answers instead of the network. */
export interface Answers {
  /** Answers a GET of a path below the address. */
  readonly get: (path: string) => Promise<Response>;
  /** Accepts a WebSocket. */
  readonly openSocket: (listener: SocketListener) => Socket;
}

/**
 * Lets the page's `fetch` and `WebSocket` answer at this address without a network; everything else stays as it is.
 * Call the returned function to undo it.
 */
export function answerInPage(address: string, { get, openSocket }: Answers): () => void {
  const http = new URL(`${address.replace(/\/$/, '')}/`);
  const { fetch: realFetch, WebSocket: RealWebSocket } = globalThis;
  const pathOf = (url: URL): string | null => {
    const asHttp = new URL(url.href.replace(/^ws/, 'http'));
    return asHttp.href.startsWith(http.href) ? asHttp.href.slice(http.href.length) : null;
  };

  const ownFetch: typeof fetch = (input, init) => {
    // Not with a request made of these: that would use up a body which the network still needs.
    const given = input instanceof Request ? input : { url: input, method: 'GET' };
    const { baseURI } = document;
    const path = URL.canParse(given.url, baseURI) ? pathOf(new URL(given.url, baseURI)) : null;
    if (path === null) return realFetch(input, init);
    if ((init?.method ?? given.method).toUpperCase() === 'GET') return get(path);
    const detail = 'The test server has only what a panel reads.';
    return Promise.resolve(Response.json({ title: 'Not found', detail }, { status: 404 }));
  };
  const OwnWebSocket = new Proxy(RealWebSocket, {
    construct: (Real, [url, ...rest]: [string | URL, ...(string | string[])[]]) =>
      pathOf(new URL(url, document.baseURI)) === null
        ? new Real(url, ...(rest as [string | string[]]))
        : new InPageSocket(openSocket),
  });
  globalThis.fetch = ownFetch;
  globalThis.WebSocket = OwnWebSocket;
  return () => {
    // Whoever replaced them since then keeps what they have.
    if (globalThis.fetch === ownFetch) globalThis.fetch = realFetch;
    if (globalThis.WebSocket === OwnWebSocket) globalThis.WebSocket = RealWebSocket;
  };
}

/** The parts of a WebSocket that the panel uses. */
class InPageSocket extends EventTarget {
  readyState: number = WebSocket.CONNECTING;
  readonly #socket: Socket;

  constructor(open: (listener: SocketListener) => Socket) {
    super();
    this.#socket = open({
      opened: () => {
        this.readyState = WebSocket.OPEN;
        this.dispatchEvent(new Event('open'));
      },
      received: (data) => this.dispatchEvent(new MessageEvent('message', { data })),
      closed: (code) => {
        this.readyState = WebSocket.CLOSED;
        this.dispatchEvent(new CloseEvent('close', { code }));
      },
    });
  }

  send(data: string): void {
    this.#socket.send(data);
  }

  close(): void {
    this.readyState = WebSocket.CLOSED;
    this.#socket.close();
  }
}
