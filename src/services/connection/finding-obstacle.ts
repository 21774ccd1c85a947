import type { Http } from '../../platform/network/http.ts';
import type { ConnectionStore } from '../../stores/connection.ts';

/**
 * Finds out why a panel has never connected, once it gives up waiting: whether the server can be reached at all, or only
 * its WebSocket cannot, which a proxy or the page's own policy may block. The rep and the host are told once. Call the
 * returned function to stop.
 */
export function findObstacle(deps: {
  readonly connection: ConnectionStore;
  readonly http: Http;
  /** Where the server should be. */
  readonly address: () => string;
  /** Calls back with what the page's Content Security Policy blocked; returns the function that stops it. */
  readonly onBlocked: (call: (address: string) => void) => () => void;
  /** Reports to the host. */
  readonly problem: (detail: string) => void;
}): () => void {
  const { connection, http, address, onBlocked, problem } = deps;
  let asking: AbortController | null = null;

  const found = (obstacle: NonNullable<typeof connection.state.obstacle>, detail: string) => {
    if (connection.state.grace !== null || connection.state.obstacle === obstacle) return;
    connection.update({ obstacle });
    problem(detail);
  };
  const ask = async (signal: AbortSignal) => {
    const answer = await http
      .get('v1/presence-configuration', { signal, cache: 'no-store' })
      // The token function failed, or there was no answer.
      .catch(() => null);
    if (signal.aborted || connection.state.obstacle === 'policy') return;
    if (!answer)
      found(
        'server',
        `There is no answer from ${address()}: does it run, and does it allow this page’s origin?`,
      );
    // The API's refusals are JSON too.
    else if (!/\bjson\b/.test(answer.headers.get('content-type') ?? ''))
      found('server', `What answers at ${address()} is not the API: is the address right?`);
    else found('socket', `${address()} answers, but no WebSocket to it opens: a proxy may block them.`);
  };
  const follow = () => {
    const { status, grace, detail, obstacle } = connection.state;
    if (status === 'connected' && obstacle !== null) connection.update({ obstacle: null });
    // With a detail the reason is known: the server answered, or the host has no token.
    if (status !== 'lost' || grace !== null || detail !== null || asking) return;
    asking = new AbortController();
    void ask(asking.signal);
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
    asking?.abort();
    asking = null;
    if (connection.state.obstacle !== null) connection.update({ obstacle: null });
  };
}

function hostOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).host : null;
}
