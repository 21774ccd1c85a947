import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { SUBPROTOCOL } from '../../src/protocol/messages.ts';
import { PROBLEM_TYPE, problemBody, type Problem } from '../problem.ts';

/** Where panels connect. */
export const CONNECTION_PATH = '/v1/connection';

/** The path of a request, without its query. */
export function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?', 1)[0] ?? '/';
}

/**
 * Why this upgrade request is refused; `null` if it is not. Browsers always send the origin of the page; a client
 * without an origin is not a browser, so no page can abuse it.
 */
export function refusalOf(request: IncomingMessage, allowedOrigins: readonly string[]): Problem | null {
  const { origin, host } = request.headers;
  if (origin !== undefined && !allowedOrigins.includes(origin) && !isSameOrigin(origin, host))
    return { status: 403, detail: 'This origin is not allowed.' };
  if (!offeredProtocols(request).includes(SUBPROTOCOL))
    return { status: 400, detail: `The subprotocol ${SUBPROTOCOL} is required.` };
  return null;
}

/** Answers an upgrade request with a problem, and ends its socket. */
export function refuseUpgrade(socket: Duplex, problem: Problem): void {
  const body = problemBody(problem);
  const { title } = JSON.parse(body) as { title: string };
  socket.end(
    [
      `HTTP/1.1 ${problem.status} ${title}`,
      'Connection: close',
      `Content-Type: ${PROBLEM_TYPE}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      '',
      body,
    ].join('\r\n'),
  );
}

function offeredProtocols(request: IncomingMessage): string[] {
  return (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
}

// The scheme is not compared: behind a proxy that terminates TLS the server does not know its own.
function isSameOrigin(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host?.toLowerCase();
}
