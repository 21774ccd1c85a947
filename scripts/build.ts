import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'vite';
import { writeHostFiles } from './package/host-files.ts';
import { writeSchemas } from './package/schemas.ts';
import { cdnBuilds, commandBuild, packageAssets, packageBuild, packageEntries } from '../build/library.ts';

/** Everything in dist/: the package, the CDN files, the workspace's pages, the types. */
const missing = Object.values(packageEntries).filter((entry) => !existsSync(entry));
if (missing.length > 0) {
  console.error(`Nothing to build from: ${missing.join(', ')} is missing.`);
  process.exit(1);
}
rmSync('dist', { recursive: true, force: true });
await build(packageBuild);
for (const cdnBuild of cdnBuilds) await build(cdnBuild);
await build(commandBuild);
chmodSync('dist/cli/omni-channel.js', 0o755);
for (const asset of packageAssets) copyFileSync(`assets/${asset}`, `dist/${asset}`);
await build({ configFile: 'vite.config.ts', logLevel: 'warn' });
execFileSync(process.execPath, ['node_modules/typescript-native/bin/tsc', '-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
});
// The compiler names the package of which lit is made, which a host need not be able to find.
for (const file of globSync('dist/types/**/*.d.ts')) {
  const types = readFileSync(file, 'utf8');
  writeFileSync(file, types.replaceAll('import("lit-html")', 'import("lit")'));
}
writeHostFiles();
writeSchemas();
