import { parseArgs } from 'node:util';
import { startTestRunner } from '@web/test-runner';
import {
  componentTestFiles,
  componentTests,
  lockedTestFiles,
  shortTestFiles,
} from '../build/component-tests.ts';
import { engineNames, engines, type EngineName, type Programs } from './engines/engines.ts';
import { launcherOf } from './engines/launchers.ts';
import { BrowserEnvironment } from './engines/browser-environment.ts';

/**
 * `npm run test:browsers`: the tests of the panel in every installed engine. `-- --engine webkit` selects one, which
 * then has to be installed; files select tests; `--short` runs what differs most between engines, in those that the
 * other tests do not use anyway.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    engine: { type: 'string', multiple: true },
    short: { type: 'boolean', default: false },
  },
});
const wanted = values.engine ?? engineNames.filter((name) => !values.short || name !== 'chromium');
const unknown = wanted.filter((name) => !engineNames.includes(name as EngineName));
if (unknown.length > 0)
  throw new Error(`There is no engine ${unknown.join(', ')}: ${engineNames.join(', ')}.`);

const found = new Map<EngineName, Programs>();
const leftOut: string[] = [];
for (const name of wanted as EngineName[]) {
  const programs = engines[name].find();
  if (programs) found.set(name, programs);
  else leftOut.push(engines[name].label);
}
if (leftOut.length > 0)
  console.warn(`Left out, since not installed: ${leftOut.join(', ')}. npm run engines:install gets them.`);
const isRefused = values.engine !== undefined && leftOut.length > 0;
const passed = !isRefused && (found.size === 0 || (await run()));
process.exitCode = passed ? 0 : 1;

async function run(): Promise<boolean> {
  const environment = new BrowserEnvironment();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => void environment.stop().finally(() => process.exit(1)));
  try {
    const launchers = async (isOpen: boolean) => {
      const all = [];
      for (const [name, programs] of found) all.push(await launcherOf(name, programs, environment, isOpen));
      return all;
    };
    const isLocked = (file: string) => file.startsWith('test/locked/');
    const named = positionals.length > 0;
    const whole = values.short ? shortTestFiles : componentTestFiles;
    const open = named ? positionals.filter((file) => !isLocked(file)) : whole;
    const locked = named ? positionals.filter(isLocked) : lockedTestFiles;
    const runner = await startTestRunner({
      config: {
        ...componentTests(await launchers(true)),
        files: open,
        // One after the other, so that each has the processor to itself and sound is not disturbed.
        concurrentBrowsers: 1,
        groups:
          locked.length > 0 ? [{ name: 'locked', files: locked, browsers: await launchers(false) }] : [],
      },
      readCliArgs: false,
      readFileConfig: false,
      autoExitProcess: false,
    });
    if (!runner) return false;
    return await new Promise<boolean>((resolve) => runner.on('stopped', resolve));
  } finally {
    await environment.stop();
  }
}
