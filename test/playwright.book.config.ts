import { defineConfig } from '@playwright/test';
import { autoplayFlag, chromiumFlags, findChromium } from '../scripts/find-chromium.ts';

/** `npm run test:book`: the built book, as a designer opens it. */
export default defineConfig({
  testDir: 'book',
  globalSetup: './book/serve-book.ts',
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 300_000,
  fullyParallel: true,
  expect: { timeout: 60_000 },
  reporter: [['list']],
  outputDir: '../test-results',
  use: {
    actionTimeout: 60_000,
    launchOptions: { executablePath: findChromium(), args: [...chromiumFlags, autoplayFlag] },
    trace: 'off',
  },
});
