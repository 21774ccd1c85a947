import { problemOf, type Http } from '../../platform/network/http.ts';
import type { ConnectionStore } from '../../stores/connection.ts';

/**
 * Finds out why a panel has never connected, once it gives up waiting: whether the server can be reached at all, or only
 * its WebSocket cannot, which a proxy or a policy may block; and why the server refused the token. The rep and the host are
 * told once. Call the returned function to stop.
 */
export function findObstacle(deps: {
  readonly connection: ConnectionStore;
  readonly http: Http;
  /** Where the server should be. */
  readonly address: () => string;
  /** The origin of the page. */
  readonly origin: string;
  /** Whether anything answers at an address, even if it does not let this page read the answer. */
  readonly answers: (address: string) => Promise<boolean>;
  /** Calls back with what the page's Content Security Policy blocked; returns the function that stops it. */
  readonly onBlocked: (call: (address: string) => void) => () => void;
  /** Reports to the host. */
  readonly problem: (about: 'connection' | 'token', detail: string) => void;
}): () => void {
  const { connection, http, address, origin, answers, onBlocked, problem } = deps;
  const stopping = new AbortController();
  let isAsking = false;
  let isRefused = false;

  const found = (obstacle: NonNullable<typeof connection.state.obstacle>, detail: string) => {
    if (connection.state.grace !== null || connection.state.obstacle === obstacle) return;
    connection.update({ obstacle });
    problem('connection', detail);
  };
  const read = (signal: AbortSignal) =>
    http
      .get('v1/presence-configuration', { signal, cache: 'no-store' })
      // The token function failed, or there was no answer.
      .catch(() => null);
  const ask = async (signal: AbortSignal) => {
    const where = address();
    const answer = await read(signal);
    const isThere = answer !== null || (await answers(where));
    if (signal.aborted || connection.state.obstacle === 'policy') return;
    if (!isThere)
      found('server', `There is no answer from ${where}: is the address right, and does the server run?`);
    else if (!answer)
      found(
        'policy',
        `${where} does not answer pages of ${origin}: is the address right, and is that origin among those allowed?`,
      );
    // The API's refusals are JSON too.
    else if (!/\bjson\b/.test(answer.headers.get('content-type') ?? ''))
      found('server', `What answers at ${where} is not the API: is the address right?`);
    else found('socket', `${where} answers, but no WebSocket to it opens: a proxy may block them.`);
  };
  const askWhyRefused = async (signal: AbortSignal) => {
    const answer = await read(signal);
    if (signal.aborted) return;
    const why = answer && !answer.ok ? ` ${await problemOf(answer)}` : '';
    problem('token', `The server refused the token.${why}`);
  };
  const follow = () => {
    const { status, grace, detail, obstacle } = connection.state;
    if (status === 'connected') isRefused = false;
    if (status === 'connected' && obstacle !== null) connection.update({ obstacle: null });
    // With a detail the reason is known: the server answered, or the host has no token.
    if (detail !== null) return;
    if (status === 'refused' && !isRefused) {
      isRefused = true;
      void askWhyRefused(stopping.signal);
    }
    if (status !== 'lost' || grace !== null || isAsking) return;
    isAsking = true;
    void ask(stopping.signal);
  };
  const stops = [
    connection.subscribe(follow),
    onBlocked((blocked) => {
      if (new URL(address()).host === hostOf(blocked))
        found('policy', `The page’s Content Security Policy blocks ${blocked}: connect-src must allow it.`);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
    stopping.abort();
    if (connection.state.obstacle !== null) connection.update({ obstacle: null });
  };
}

function hostOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).host : null;
}
