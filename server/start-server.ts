import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { Seconds } from '../src/domain/time.ts';
import { createApp } from './app.ts';
import { developmentIssuer, developmentSecret, developmentVerifier } from './auth/development-tokens.ts';
import type { TokenIssuer } from './auth/development-tokens.ts';
import { keySetVerifier, type IdentityProvider } from './auth/key-set.ts';
import type { TokenVerifier } from './auth/token-verifier.ts';
import { PanelConnections } from './connection/panel-connections.ts';
import { pathOf } from './connection/upgrade.ts';
import { createEngine } from './routing/engine/create-engine.ts';
import { openDatabase, type DatabaseAddress } from './database/open-database.ts';
import { CustomerSimulator } from './demo/customer-simulator.ts';
import { demoRoutes } from './demo/demo-routes.ts';
import { seededRandom } from './demo/random.ts';
import type { Engine } from './routing/engine/engine.ts';
import { HttpFront } from './http-front.ts';
import type { Logger } from './logger.ts';
import { GRACE } from './routing/reps/rep-connection.ts';
import { seedDemo } from './seed/demo.ts';
import { createSetup } from './setup/create-setup.ts';
import type { Setup } from './setup/setup.ts';
import { SoundDecoding } from './sounds/sound-decoding.ts';
import { StopSteps } from './stop-steps.ts';
import { systemTimers as timers } from './timers.ts';
import type { OpenWorkspace } from './workspace/workspace.ts';

interface DemoOptions {
  /** Whether customers are simulated. */
  readonly simulator: boolean;
  /** The seed of the simulated customers. */
  readonly seed?: number | undefined;
  readonly tokenLifetime?: Seconds | undefined;
}

export interface ServerOptions {
  /** 0: any free port. */
  readonly port: number;
  /** The address to listen on; `undefined`: all interfaces. */
  readonly host?: string | undefined;
  /** The folder of the development secret, and of the database unless `databaseUrl` names one; or `memory`. */
  readonly dataFolder: string;
  readonly databaseUrl?: string | undefined;
  /** The provider whose tokens are accepted; `null`: tokens signed with the secret in the data folder. */
  readonly identityProvider: IdentityProvider | null;
  /** `null`: no demo, and no tokens without signing in. */
  readonly demo: DemoOptions | null;
  readonly openWorkspace?: OpenWorkspace | undefined;
  /** Other origins whose pages may use this API. */
  readonly allowedOrigins: readonly string[];
  readonly logger: Logger;
}

export interface RunningServer {
  readonly port: number;
  readonly address: string;
  /** Closes the connections, finishes pending requests, and releases everything. Further calls do nothing. */
  stop(): Promise<void>;
}

/** Starts database, routing, API, WebSocket, and the demo's additions. Rejects with a sentence if it cannot. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { demo, logger } = options;
  const steps = new StopSteps(logger);
  try {
    // The port comes first: if it is in use, that is found before anything else starts.
    const front = await HttpFront.listen(options.port, options.host);
    steps.set('http', () => front.close());
    const { verifier, issuer } = await tokens(options);
    const database = await openDatabase(databaseAddress(options));
    steps.set('database', () => database.close());
    if (demo) await seedDemo(database, timers.now());
    const engine = createEngine({ database, logger });
    steps.set('engine', () => engine.stop());
    await engine.start();
    const decoding = new SoundDecoding({ timers });
    steps.set('sounds', () => decoding.stop());
    const setup = createSetup({
      database,
      now: () => timers.now(),
      decode: decoding.decode,
      changed: () => engine.configurationChanged(),
    });
    await serve(options, { front, engine, setup, verifier, issuer, steps });
    if (demo?.simulator) simulate(engine, demo, logger, steps);
    logger.info('server-started', { port: front.port });
    return { port: front.port, address: `http://localhost:${front.port}`, stop: () => steps.run() };
  } catch (error) {
    await steps.run();
    throw error;
  }
}

interface Parts {
  readonly front: HttpFront;
  readonly engine: Engine;
  readonly setup: Setup;
  readonly verifier: TokenVerifier;
  readonly issuer: TokenIssuer | null;
  readonly steps: StopSteps;
}

/** Puts the API, the WebSocket and the workspace behind the port. */
async function serve(
  options: ServerOptions,
  { front, engine, setup, verifier, issuer, steps }: Parts,
): Promise<void> {
  const { allowedOrigins, logger } = options;
  const workspace = await options.openWorkspace?.(front.server);
  if (workspace) steps.set('workspace', () => workspace.close());
  const common = { engine, verifier, timers, logger, allowedOrigins };
  const connections = new PanelConnections({
    ...common,
    grace: GRACE,
    isElsewhere: (request) => workspace?.ownsUpgrade(request) ?? false,
  });
  steps.set('connections', () => connections.stop());
  connections.listenTo(front.server);

  const demo = issuer && demoRoutes(issuer);
  const app = createApp({ ...common, setup, demo, isStopping: () => steps.begun });
  const api = getRequestListener(app.fetch);
  const paths = demo ? /^\/(?:v1\/|healthz$|demo\/tokens$)/ : /^\/(?:v1\/|healthz$)/;
  front.open((request, response) => {
    if (workspace && !paths.test(pathOf(request))) workspace.handle(request, response);
    else void api(request, response);
  });
}

function simulate(engine: Engine, { seed }: DemoOptions, logger: Logger, steps: StopSteps): void {
  const random = seededRandom(seed ?? timers.now());
  const simulator = new CustomerSimulator({ engine, timers, random, logger });
  steps.set('simulator', () => simulator.stop());
  simulator.start();
}

/** The verifier of tokens, and in a demo their issuer. */
async function tokens(
  options: ServerOptions,
): Promise<{ verifier: TokenVerifier; issuer: TokenIssuer | null }> {
  const { demo, identityProvider, dataFolder } = options;
  if (identityProvider) {
    if (demo) throw new Error('A demo gives out its own tokens; it has no identity provider.');
    return { verifier: keySetVerifier(identityProvider, timers.now), issuer: null };
  }
  const secret = await developmentSecret(dataFolder);
  return {
    verifier: developmentVerifier(secret, timers.now),
    issuer: demo && developmentIssuer(secret, demo.tokenLifetime ?? 3600, timers.now),
  };
}

/** The folder of the database within the data folder. */
export function databaseFolder(dataFolder: string): string {
  return dataFolder === 'memory' ? dataFolder : join(dataFolder, 'database');
}

function databaseAddress({ databaseUrl, dataFolder }: ServerOptions): DatabaseAddress {
  return databaseUrl === undefined ? { folder: databaseFolder(dataFolder) } : { url: databaseUrl };
}
