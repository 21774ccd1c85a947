import { defineConfig } from '@playwright/test';
import { autoplayFlag, chromiumFlags, findChromium } from '../scripts/find-chromium.ts';

export default defineConfig({
  testDir: 'e2e',
  // The tests that wait for half a minute of wrap-up begin first, beside others that use the processor.
  projects: [
    { name: 'long', testMatch: '**/wrap-up.spec.ts' },
    { name: 'other', testMatch: '**/*.spec.ts', testIgnore: '**/wrap-up.spec.ts' },
  ],
  globalSetup: './e2e/support/server/make-new-data.ts',
  // Each test has its own server and browser, and mostly waits: more workers than a small machine has cores.
  workers: 3,
  retries: 0,
  forbidOnly: true,
  timeout: 180_000,
  // A test that only waits does not keep others waiting.
  fullyParallel: true,
  // A loaded machine is slow, not wrong: what must be quick is measured and asserted with its own limit.
  expect: { timeout: 30_000 },
  reporter: [['list']],
  outputDir: '../test-results',
  use: {
    actionTimeout: 30_000,
    launchOptions: {
      executablePath: findChromium(),
      // Elements know the name and the role that the accessibility tree has for them.
      args: [...chromiumFlags, autoplayFlag, '--enable-blink-features=ComputedAccessibilityInfo'],
    },
    // Recording slows every test and hides races; `--trace retain-on-failure` turns it on.
    trace: 'off',
  },
});
