import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

const core = createRequire(import.meta.url).resolve('howler/src/howler.core.js');

/**
 * Serves `howler` as an ES module that leaves `window` alone.
 *
 * howler is a UMD script: it writes `Howl`, `Howler`, `HowlerGlobal` and `Sound` to `global` where there is one, else
 * to `window`, and so would overwrite the howler of a host page. Shadowing `global`, `exports` and `define` in the
 * module's own scope redirects all its exports to private objects. Only the core is included, without the spatial
 * plugin, which the panel does not use.
 */
export function howlerWithoutGlobals(): Plugin {
  return {
    name: 'howler-without-globals',
    enforce: 'pre',
    // Pre-bundling would bypass the loader below, and howler is a single file anyway.
    config: () => ({ optimizeDeps: { exclude: ['howler'] } }),
    resolveId: (source) => (source === 'howler' ? core : null),
    load: async (id) => (id === core ? asModule(await readFile(core, 'utf8')) : null),
  };
}

function asModule(script: string): { code: string; map: null } {
  const code = [
    'const exports = {}, global = {}, define = undefined;',
    script,
    'export const Howl = exports.Howl;',
    'export const Howler = exports.Howler;',
  ].join('\n');
  return { code, map: null };
}
