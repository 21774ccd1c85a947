import { rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type ViteDevServer } from 'vite';
import { mswWorker } from './msw-worker.ts';

interface Context {
  req: IncomingMessage;
  res: ServerResponse;
  url: string;
  respond?: boolean;
}

/** Separate for this run, so that neither the dev server nor another run deletes its files. */
const cacheDir = `node_modules/.cache/vite-test/${String(process.pid)}`;

/** Paths that the test runner serves itself: its page and its own scripts. */
const runnersOwn = /^\/(\?|$|__web-|__wtr)/;

/** The project's own Vite as a plugin of the test runner, so that development, build and tests share one pipeline. */
export function viteUnderTest() {
  let vite: ViteDevServer;
  return {
    name: 'vite-under-test',
    async serverStart() {
      vite = await createServer({
        appType: 'custom',
        cacheDir,
        logLevel: 'warn',
        server: { middlewareMode: true, hmr: false, ws: false, watch: null },
        // A dependency found late means a reload in the middle of a test: find them all before the first, and scan
        // again each time, since a cached list lacks imports added since.
        optimizeDeps: {
          force: true,
          entries: ['test/**/*.test.ts', 'components/**/*.stories.ts'],
          exclude: ['@web/test-runner-commands'],
        },
        plugins: [
          mswWorker(),
          {
            name: 'runners-own',
            enforce: 'pre',
            resolveId: (id) => (runnersOwn.test(id) ? { id, external: true } : null),
          },
        ],
      });
    },
    async serverStop() {
      await vite.close();
      await rm(cacheDir, { recursive: true, force: true });
    },
    /** Must come first: the runner's static file server would serve `.ts` files as they are. */
    middleware: (context: Context, next: () => Promise<void>): Promise<void> => {
      if (runnersOwn.test(context.url)) return next();
      return new Promise((resolve, reject) => {
        const { req, res } = context;
        // Koa would answer 404 by itself unless disabled.
        context.respond = false;
        res.statusCode = 200;
        res.once('close', resolve);
        vite.middlewares(req, res, (error?: Error) => {
          context.respond = true;
          res.statusCode = 404;
          if (error) reject(error);
          else next().then(resolve, reject);
        });
      });
    },
  };
}
