import config from './playwright.config.ts';

/** What happens when something goes wrong: `npm run test:faults`, after `npm run build`. */
export default {
  ...config,
  testDir: 'faults',
  globalSetup: './faults/support/postgres.ts',
  // What is measured is printed, and is to be the panel's.
  workers: 2,
};
