import { createServer } from 'vite';
import type { OpenWorkspace } from '../server/workspace/workspace.ts';

/** The subprotocols of Vite's own socket, which notifies pages of code changes. */
const viteProtocols = ['vite-hmr', 'vite-ping'];

/** In development the policy is in the pages themselves, except for `frame-ancestors`, which a page cannot set. */
const headers = {
  'Content-Security-Policy': "frame-ancestors 'self'",
  'Referrer-Policy': 'no-referrer',
};

/** Serves the pages from their sources, on the same port as the API. */
export const viteWorkspace: OpenWorkspace = async (server) => {
  const vite = await createServer({
    root: new URL('..', import.meta.url).pathname,
    appType: 'mpa',
    clearScreen: false,
    logLevel: 'warn',
    server: { middlewareMode: true, ws: { server }, headers },
  });
  return {
    handle: (request, response) => vite.middlewares(request, response),
    ownsUpgrade: ({ headers: { 'sec-websocket-protocol': protocol = '' } }) =>
      viteProtocols.includes(protocol),
    close: () => vite.close(),
  };
};
