import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { defaultReporter, type TestRunnerConfig } from '@web/test-runner';
import { realInput } from './real-input.ts';
import { sumReporter } from './sum-reporter.ts';
import { viteUnderTest } from './vite-under-test.ts';

type Middleware = NonNullable<TestRunnerConfig['middleware']>[number];

/** An error on the console fails the test it happens in. A test that means to cause one replaces console.error. */
const consoleGuard = `
  const write = console.error;
  console.error = (...args) => {
    write(...args);
    reportError(new Error('console.error: ' + args.map(String).join(' ')));
  };
`;

/** The tests that need a browser; the other folders run in Node or under Playwright. */
export const componentTestFiles = [
  'test/**/*.test.ts',
  '!test/{domain,protocol,sound-check,server,tooling,e2e,faults,book,locked}/**',
];

/**
 * Tests that use the history of their page, which the runner shares between files. Once a history is full, Chromium
 * first drops entries without a user gesture, which are all of the test's own.
 */
export const isolatedTestFiles = ['test/components/setup/addresses.test.ts'];

/** The tests that listen to real sounds: most of their time they wait. */
export const soundTestFiles = [
  'test/platform/{sound/*,page-sound}.test.ts',
  'test/components/panel/channel-panel/{sound,offline}.test.ts',
  'test/services/sound/alarm.test.ts',
];

/** The stories: they keep the processor busy. */
export const storyTestFiles = [
  'test/stories.test.ts',
  'test/components/forced-colours.test.ts',
  'test/languages/stories-in-languages.test.ts',
];

/** Tests in pages that may not play sound before a user gesture, for browsers started that way. */
export const lockedTestFiles = ['test/locked/**/*.test.ts'];

/** What differs most between engines: sound, storage, the connection, and the panel as a whole. */
export const shortTestFiles = [
  'test/platform/{archive,sound/audio-power,sound/ringer,sound/sound-decoder,time/watchdog}.test.ts',
  'test/components/panel/channel-panel/{channel-panel,answering,updates}.test.ts',
];

/** How the tests of the panel run in any browser. */
export function componentTests(browsers: NonNullable<TestRunnerConfig['browsers']>): TestRunnerConfig {
  const vite = viteUnderTest();
  return {
    files: componentTestFiles,
    browsers,
    // Chromium does not deliver real pointer and key events to a background tab: one page at a time.
    concurrency: 1,
    plugins: [vite, realInput(), a11ySnapshotPlugin()],
    middleware: [vite.middleware as Middleware],
    // Tests wait for conditions, and a busy machine is slow: these limits, in milliseconds, only end tests that hang.
    testFramework: { config: { timeout: 120_000 } },
    browserStartTimeout: 120_000,
    testsStartTimeout: 120_000,
    testsFinishTimeout: 900_000,
    reporters: [defaultReporter(), sumReporter()],
    filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
    testRunnerHtml: (testFramework) => `<!doctype html>
    <html lang="en">
      <head><title>Tests</title><script>${consoleGuard}</script></head>
      <body><script type="module" src="${testFramework}"></script></body>
    </html>`,
  };
}
