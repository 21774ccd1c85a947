import { defineConfig } from '@playwright/test';
import { autoplayFlag, chromiumFlags, findChromium } from './scripts/find-chromium.ts';

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '*.spec.ts',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 30_000,
  reporter: [['list']],
  outputDir: 'test-results',
  use: {
    launchOptions: { executablePath: findChromium(), args: [...chromiumFlags, autoplayFlag] },
    trace: 'retain-on-failure',
  },
});
