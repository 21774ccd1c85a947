import { spawnSync } from 'node:child_process';

/** `npm run test:examples`: all of them, or with `-- react vue` only these. */
const projects = process.argv.slice(2).map((name) => `--project=${name}`);
const command = ['test', '--config', 'test/playwright.examples.config.ts', ...projects];
const { status } = spawnSync('node_modules/.bin/playwright', command, { stdio: 'inherit' });
process.exit(status ?? 1);
