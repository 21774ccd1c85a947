import { defineConfig } from '@playwright/test';
import { autoplayFlag, chromiumFlags, findChromium } from './scripts/find-chromium.ts';

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '*.spec.ts',
  globalSetup: './test/e2e/support/make-new-data.ts',
  // Each test has a server and a browser of its own, and mostly waits: more of them than a small machine has cores.
  workers: 3,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  // A loaded machine is slow, not wrong: what must be quick is asserted with a time of its own.
  expect: { timeout: 10_000 },
  reporter: [['list']],
  outputDir: 'test-results',
  use: {
    launchOptions: { executablePath: findChromium(), args: [...chromiumFlags, autoplayFlag] },
    // Recording slows every test and hides what only quick hands meet; `--trace retain-on-failure` turns it on.
    trace: 'off',
  },
});
