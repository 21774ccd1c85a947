import { chromeLauncher } from '@web/test-runner-chrome';
import { viteUnderTest } from './build/vite-under-test.ts';
import { autoplayFlag, chromiumFlags, findChromium } from './scripts/find-chromium.ts';

const vite = viteUnderTest();

/** An error on the console fails the test it happens in. A test that means to cause one replaces console.error. */
const consoleGuard = `
  const write = console.error;
  console.error = (...args) => {
    write(...args);
    reportError(new Error('console.error: ' + args.map(String).join(' ')));
  };
`;

export default {
  // The other folders run in Node or under Playwright.
  files: ['test/**/*.test.ts', '!test/{domain,protocol,sound-check,server,tooling,e2e,faults}/**'],
  browsers: [
    chromeLauncher({
      launchOptions: { executablePath: findChromium(), args: [...chromiumFlags, autoplayFlag] },
    }),
  ],
  // In a tab that is not in front Chromium holds back real pointer and key events: one page at a time.
  concurrency: 1,
  plugins: [vite],
  middleware: [vite.middleware],
  testFramework: { config: { timeout: 5000 } },
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  testsFinishTimeout: 300_000,
  testRunnerHtml: (testFramework) => `<!doctype html>
    <html lang="en">
      <head><title>Tests</title><script>${consoleGuard}</script></head>
      <body><script type="module" src="${testFramework}"></script></body>
    </html>`,
};
