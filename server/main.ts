import { run } from './run.ts';
import { commonSettings, identityProvider, logger } from './settings.ts';
import { startServer } from './start-server.ts';

/** The server in production: API and WebSocket, tokens of an identity provider, settings from the environment. */
await run(() => {
  const { env } = process;
  const settings = commonSettings(env);
  return startServer({
    ...settings,
    port: settings.port ?? 8080,
    identityProvider: identityProvider(env),
    demo: null,
    logger: logger(env, 'info'),
  });
});
