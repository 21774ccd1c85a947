import config from './playwright.config.ts';

/** The tests under fault: `npm run test:faults`, after `npm run build`. */
export default {
  ...config,
  testDir: 'faults',
  globalSetup: './faults/support/postgres.ts',
  // Measurements are printed, and more workers would distort them.
  workers: 2,
};
