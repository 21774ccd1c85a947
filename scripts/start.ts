import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { demoReps } from '../server/demo/demo-reps.ts';
import { resetData } from '../server/demo/reset-data.ts';
import { run } from '../server/run.ts';
import { commonSettings, logger, setting, SettingsError, wholeNumberSetting } from '../server/settings.ts';
import { startServer, type RunningServer } from '../server/start-server.ts';
import { builtWorkspace } from '../server/workspace/built-workspace.ts';

/** `npm start`: the demo on one port, with its workspace, its reps and its customers. */
await run(async () => {
  const { env } = process;
  const { reset, simulator } = readArguments();
  const settings = commonSettings(env);
  if (reset) await resetData(settings);
  const built = setting(env, 'OMNI_WORKSPACE');
  const server = await startServer({
    ...settings,
    port: settings.port ?? 5173,
    // The demo issues tokens without a password, so by default it listens on this machine only.
    host: settings.host ?? '127.0.0.1',
    identityProvider: null,
    demo: {
      simulator,
      seed: wholeNumberSetting(env, 'OMNI_SIMULATOR_SEED', { least: 0, most: 2 ** 32 - 1 }),
      tokenLifetime: wholeNumberSetting(env, 'OMNI_DEMO_TOKEN_SECONDS', { least: 1, most: 86_400 }),
    },
    // Vite is slow to load, so it is loaded only if needed.
    openWorkspace: built
      ? builtWorkspace(resolve(built))
      : (await import('./vite-workspace.ts')).viteWorkspace,
    logger: logger(env, 'error'),
  });
  process.stdout.write(welcome(server, simulator, settings));
  return server;
});

function readArguments(): { reset: boolean; simulator: boolean } {
  try {
    const { values } = parseArgs({
      options: { reset: { type: 'boolean' }, 'no-simulator': { type: 'boolean' } },
    });
    const isOff = setting(process.env, 'OMNI_SIMULATOR') === 'off';
    return { reset: values.reset ?? false, simulator: !isOff && !values['no-simulator'] };
  } catch {
    throw new SettingsError('npm start takes only -- --reset (begin with new data) and -- --no-simulator.');
  }
}

function welcome(
  { address }: RunningServer,
  simulator: boolean,
  { dataFolder, databaseUrl }: ReturnType<typeof commonSettings>,
): string {
  const reps = demoReps.map((rep) => `  ${address}/?rep=${rep}`);
  const customers = simulator
    ? 'Customers come by themselves while a rep is available (npm start -- --no-simulator: they do not).'
    : 'Customers come only when you make them.';
  const data =
    databaseUrl === undefined
      ? `The data is in ${dataFolder}; npm start -- --reset begins anew.`
      : 'The data is in the database of DATABASE_URL.';
  return [`Ready on ${address}`, '', ...reps, '', customers, data, 'Ctrl+C stops.', ''].join('\n');
}
