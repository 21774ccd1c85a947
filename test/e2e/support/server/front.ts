import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

/** What a proxy in front of the API does wrong. */
export type Mistake =
  | 'upgrade refused with 400'
  | 'upgrade refused with 502'
  | 'upgrade swallowed'
  /** It answers every request itself: the address is that of something else than the API. */
  | 'a web page';

const refusals = {
  'upgrade refused with 400': '400 Bad Request',
  'upgrade refused with 502': '502 Bad Gateway',
};

/** A reverse proxy in front of the API, perhaps with a mistake in it. */
export class ApiFront {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(server: Server) {
    this.#server = server;
    server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
  }

  static async open(port: number, mistake: Mistake | null = null): Promise<ApiFront> {
    const isPage = mistake === 'a web page';
    const server = createServer((asked, answer) => {
      if (isPage) answer.writeHead(200, { ...cors, 'content-type': 'text/html' }).end('<h1>Welcome</h1>');
      else pass(port, asked, answer);
    });
    server.on('upgrade', (asked, socket: Socket, head: Buffer) => {
      socket.on('error', () => undefined);
      const status = isPage ? '200 OK' : refusals[mistake as keyof typeof refusals];
      if (status) socket.end(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\n\r\n`);
      else if (mistake === null) passUpgrade(port, asked, socket, head);
    });
    server.listen(0, 'localhost');
    await once(server, 'listening');
    return new ApiFront(server);
  }

  get address(): string {
    return `http://localhost:${String((this.#server.address() as AddressInfo).port)}`;
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
  }
}

const cors = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };

function pass(port: number, asked: IncomingMessage, answer: ServerResponse): void {
  const { method, url: path, headers } = asked;
  const on = request({ host: 'localhost', port, method, path, headers }, (answered) => {
    answer.writeHead(answered.statusCode ?? 502, answered.headers);
    answered.pipe(answer);
  });
  on.on('error', () => answer.destroy());
  asked.pipe(on);
}

function passUpgrade(
  port: number,
  { url = '/', rawHeaders }: IncomingMessage,
  socket: Socket,
  head: Buffer,
): void {
  const on = connect(port, 'localhost', () => {
    const lines = rawHeaders.flatMap((name, index) =>
      index % 2 === 0 ? [`${name}: ${rawHeaders[index + 1] ?? ''}`] : [],
    );
    on.write(`GET ${url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
    on.write(head);
    on.pipe(socket).pipe(on);
  });
  on.on('error', () => socket.destroy());
  socket.on('close', () => on.destroy());
}
