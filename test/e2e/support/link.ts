import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { FrameReader, type Frame } from './frames.ts';

export type Direction = 'toServer' | 'toBrowser';
/** Replaces a WebSocket frame by the chunks to pass on. */
export type Tamper = (frame: Frame, direction: Direction) => readonly Buffer[];

/** A connection of the browser with its counterpart to the server. */
interface Line {
  readonly ends: Readonly<Record<Direction, Socket>>;
  readonly readers: Readonly<Record<Direction, FrameReader>>;
  /** When the latest delayed bytes are due, so that the order is kept. */
  readonly due: Record<Direction, number>;
  /** Bytes that are held back; `null`: nothing is. */
  held: { readonly direction: Direction; readonly bytes: Buffer }[] | null;
  isWebSocket: boolean;
}

const other = { toServer: 'toBrowser', toBrowser: 'toServer' } as const;

/**
 * The link between a browser and the server, controlled by a test: a TCP proxy that can swallow everything (a black
 * hole: sockets stay open and nothing arrives), cut or reset open sockets, be slow, hold bytes back until others have
 * arrived, and change WebSocket frames.
 */
export class Link {
  readonly #server: Server;
  readonly #lines = new Set<Line>();
  readonly #held = new Set<Line>();
  #swallows = false;
  #refuses = false;
  #bytesLeft = Infinity;
  /** The delay in milliseconds, in each direction. */
  delay = 0;
  /** Changes WebSocket frames; `null`: passes them on unchanged. */
  tamper: Tamper | null = null;
  /** When the server answered each WebSocket, milliseconds since 1970. */
  readonly webSocketsAt: number[] = [];
  /** When each WebSocket was closed, milliseconds since 1970. */
  readonly webSocketsEndedAt: number[] = [];

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

  /** How many WebSockets are open. */
  get webSockets(): number {
    return [...this.#lines].filter(({ isWebSocket }) => isWebSocket).length;
  }

  /** From now on nothing arrives in either direction, on old and new sockets, without any sign of it. */
  swallow(): void {
    this.#swallows = true;
  }

  /** From now on every new socket is closed at once. */
  refuse(): void {
    this.#refuses = true;
  }

  /** New sockets reach the server again; swallowed bytes are lost, and old sockets are closed. */
  restore(): void {
    if (this.#swallows) this.cut();
    this.#swallows = false;
    this.#refuses = false;
    this.#bytesLeft = Infinity;
  }

  /** Ends all sockets, as a restarted proxy does. */
  cut(): void {
    for (const { ends } of this.#lines) for (const end of Object.values(ends)) end.destroy();
  }

  /** Ends all sockets with a reset. */
  reset(): void {
    for (const { ends } of this.#lines) for (const end of Object.values(ends)) end.resetAndDestroy();
  }

  /** Resets all sockets after this many more WebSocket bytes to the browser, in the middle of a frame or not. */
  resetAfter(bytes: number): void {
    this.#bytesLeft = bytes;
  }

  /** Holds back everything on the present WebSockets from now on, in both directions; later sockets are unaffected. */
  hold(): void {
    for (const line of this.#lines) {
      if (!line.isWebSocket) continue;
      line.held = [];
      this.#held.add(line);
    }
  }

  /** The browser loses the held sockets; the server does not notice yet. */
  loseHeld(): void {
    for (const { ends } of this.#held) ends.toBrowser.resetAndDestroy();
  }

  /** Releases what was held back, even to a socket whose other end is gone. */
  release(): void {
    for (const line of this.#held) {
      const { ends, held } = line;
      line.held = null;
      for (const { direction, bytes } of held ?? [])
        if (!ends[direction].destroyed) ends[direction].write(bytes);
      for (const direction of ['toServer', 'toBrowser'] as const)
        if (ends[other[direction]].destroyed) ends[direction].end();
    }
    this.#held.clear();
  }

  async close(): Promise<void> {
    this.#held.clear();
    this.cut();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #join(browser: Socket, port: number): void {
    if (this.#refuses) {
      browser.destroy();
      return;
    }
    const line: Line = {
      ends: { toServer: connect(port, 'localhost'), toBrowser: browser },
      readers: { toServer: new FrameReader(), toBrowser: new FrameReader() },
      due: { toServer: 0, toBrowser: 0 },
      held: null,
      isWebSocket: false,
    };
    this.#lines.add(line);
    for (const direction of ['toServer', 'toBrowser'] as const) {
      const from = line.ends[other[direction]];
      from.setNoDelay();
      from.on('data', (data) => this.#pass(line, direction, data));
      from.on('close', () => {
        if (this.#lines.delete(line) && line.isWebSocket) this.webSocketsEndedAt.push(Date.now());
        // Held bytes may still reach the other end, as after a suspended network.
        if (line.held === null) line.ends[direction].destroy();
      });
      // After an error a socket closes, which is handled above.
      from.on('error', () => undefined);
    }
  }

  #pass(line: Line, direction: Direction, data: Buffer): void {
    if (this.#swallows) return;
    if (direction === 'toServer')
      line.isWebSocket ||= /^upgrade: websocket\r$/im.test(data.toString('latin1'));
    if (!line.isWebSocket) return this.#send(line, direction, data);
    if (direction === 'toBrowser' && data.toString('latin1', 0, 12) === 'HTTP/1.1 101')
      this.webSocketsAt.push(Date.now());
    for (const frame of line.readers[direction].push(data)) {
      const pieces = this.tamper && frame.text !== null ? this.tamper(frame, direction) : [frame.bytes];
      for (const piece of pieces) this.#count(line, direction, piece);
    }
  }

  #count(line: Line, direction: Direction, bytes: Buffer): void {
    if (direction === 'toServer' || this.#bytesLeft === Infinity) return this.#send(line, direction, bytes);
    this.#send(line, direction, bytes.subarray(0, this.#bytesLeft));
    this.#bytesLeft -= bytes.length;
    if (this.#bytesLeft > 0) return;
    this.#bytesLeft = Infinity;
    // The bytes let through must arrive before the reset.
    setImmediate(() => this.reset());
  }

  #send(line: Line, direction: Direction, bytes: Buffer): void {
    if (line.held) {
      line.held.push({ direction, bytes });
      return;
    }
    const due = Math.max(line.due[direction], performance.now() + this.delay);
    line.due[direction] = due;
    const wait = due - performance.now();
    if (wait <= 0) line.ends[direction].write(bytes);
    else setTimeout(() => line.ends[direction].write(bytes), wait);
  }
}
