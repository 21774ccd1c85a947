import { readdirSync } from 'node:fs';
import config from './playwright.config.ts';

const examples = readdirSync('examples', { withFileTypes: true }).filter((entry) => entry.isDirectory());

/** Each of the hosts in examples/, from its installation on: `npm run test:examples`, after `npm run build`. */
export default {
  ...config,
  testDir: 'examples',
  projects: examples.map(({ name }) => ({ name })),
  // Two builds of a framework at once are slower than one after the other.
  workers: 1,
  // A registry may be slow.
  timeout: 600_000,
};
