/**
 * Writes the migration that the schema's changes need: `node server/database/generate-migration.ts <name>`. drizzle-kit
 * is installed at the workspace root and looks for drizzle-orm there, which only the server has.
 */
import { createRequire, registerHooks } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
registerHooks({
  resolve: (specifier, context, next) =>
    /^drizzle-orm($|\/)/.test(specifier) && context.parentURL?.includes('/drizzle-kit/')
      ? { url: pathToFileURL(require.resolve(specifier)).href, shortCircuit: true }
      : next(specifier, context),
});

const name = process.argv[2];
if (!name) throw new Error('Name the migration.');
process.argv.splice(2, 1, 'generate', '--config', 'server/database/drizzle.config.ts', '--name', name);
require(join(dirname(require.resolve('drizzle-kit')), 'bin.cjs'));
