import { readFileSync, writeFileSync } from 'node:fs';
import { cli } from '@custom-elements-manifest/analyzer/cli.js';

interface Manifest {
  modules: { path: string }[];
}

const file = 'custom-elements.json';

/** Writes custom-elements.json from the elements' own documentation; with --check, only reports whether it is stale. */
const manifest = (await cli({
  argv: [
    'analyze',
    '--litelement',
    '--quiet',
    '--globs',
    'components/**/*.ts',
    '--exclude',
    'components/**/*.stories.ts',
    'components/**/*.styles.ts',
    'components/shared/stories/*.ts',
  ],
  noWrite: true,
})) as Manifest;
// The order of a folder differs between file systems.
manifest.modules.sort((a, b) => (a.path < b.path ? -1 : 1));
const fresh = `${JSON.stringify(manifest, null, 2)}\n`;

if (!process.argv.includes('--check')) {
  writeFileSync(file, fresh);
} else if (readOrNothing() !== fresh) {
  console.error(`${file} is stale. Run: npm run manifest`);
  process.exit(1);
}

function readOrNothing(): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
