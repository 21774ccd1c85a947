import { Hono, type MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { HTTPException } from 'hono/http-exception';
import type { TokenVerifier } from './auth/token-verifier.ts';
import type { Engine } from './routing/engine/engine.ts';
import type { Logger } from './logger.ts';
import { ProblemError, problemResponse, type Problem } from './problem.ts';
import { onlyMethods } from './routes/methods.ts';
import { openApiRoutes } from './routes/openapi.ts';
import { presenceConfigurationRoutes } from './routes/presence-configuration.ts';
import { setupRoutes } from './routes/setup/setup.ts';
import { soundRoutes } from './routes/sounds.ts';
import { transferDestinationRoutes } from './routes/transfer-destinations.ts';
import { workItemRoutes } from './routes/work-items.ts';
import type { Setup } from './setup/setup.ts';
import type { Timers } from './timers.ts';

export interface AppOptions {
  readonly engine: Engine;
  readonly setup: Setup;
  readonly verifier: TokenVerifier;
  readonly logger: Logger;
  readonly timers: Timers;
  /** Other origins whose pages may call this API, as browsers write them: `https://console.example.com`. */
  readonly allowedOrigins: readonly string[];
  /** The demo's routes under `/demo`; `null`: none. */
  readonly demo: Hono | null;
  /** Whether the server is going down, so that nothing new should be sent to it. */
  readonly isStopping: () => boolean;
}

/** The HTTP API. */
export function createApp(options: AppOptions): Hono {
  const { engine, setup, verifier, timers } = options;
  const app = new Hono();
  app.use(logRequests(options.logger, timers), apiHeaders, allowOrigins(options.allowedOrigins));
  app.get('/healthz', (context) =>
    options.isStopping() ? context.json({ status: 'stopping' }, 503) : context.json({ status: 'ok' }),
  );
  app.route('/v1/presence-configuration', presenceConfigurationRoutes(engine, verifier));
  app.route('/v1/sounds', soundRoutes(engine, verifier));
  app.route('/v1/transfer-destinations', transferDestinationRoutes(engine, verifier));
  app.route('/v1/work-items', workItemRoutes(engine, verifier));
  app.route('/v1/setup', setupRoutes({ engine, setup, verifier, timers }));
  app.route('/v1/openapi.json', openApiRoutes());
  app.get('/v1/connection', () => {
    throw new ProblemError({
      status: 426,
      detail: 'This is a WebSocket: ask for an upgrade.',
      headers: { Upgrade: 'websocket', Connection: 'Upgrade' },
    });
  });
  app.all('/v1/connection', onlyMethods('GET'));
  if (options.demo) app.route('/demo', options.demo);
  app.notFound(() => problemResponse({ status: 404, detail: 'There is nothing at this address.' }));
  app.onError((error) => problemResponse(problemOf(error, options.logger)));
  return app;
}

function problemOf(error: Error, logger: Logger): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof HTTPException && error.status < 500)
    return { status: error.status, detail: 'The request could not be understood.' };
  logger.error('request-failed', error);
  return { status: 500, detail: 'Something went wrong on the server; it has been logged.' };
}

function logRequests(logger: Logger, timers: Timers): MiddlewareHandler {
  return async (context, next) => {
    const start = timers.elapsed();
    await next();
    // The path without its query, so that no secret that a caller put there by mistake is logged.
    logger.info('request', {
      method: context.req.method,
      path: context.req.path.slice(0, 200),
      status: context.res.status,
      milliseconds: Math.round(timers.elapsed() - start),
    });
  };
}

// No response of the API is a page, so its content must never run as one.
const apiHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  const { headers } = context.res;
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
};

function allowOrigins(allowed: readonly string[]): MiddlewareHandler {
  return cors({
    origin: (origin) => (allowed.includes(origin) ? origin : null),
    allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key', 'If-None-Match', 'If-Match'],
    exposeHeaders: ['ETag', 'Location'],
    maxAge: 600,
  });
}
