import { existsSync } from 'node:fs';
import { defineConfig } from 'vite';
import { howlerWithoutGlobals } from './build/howler-without-globals.ts';
import { leanTemplates } from './build/lean-templates.ts';
import { cssTarget, keepLicences } from './build/library.ts';

const pages = ['index.html', 'inline.html', 'two-panels.html', 'setup.html'].filter((page) =>
  existsSync(page),
);

/** The workspace pages: the dev server, the server under the tests, and dist/workspace. */
export default defineConfig({
  plugins: [howlerWithoutGlobals(), leanTemplates(cssTarget)],
  build: {
    outDir: 'dist/workspace',
    target: 'es2022',
    cssTarget,
    sourcemap: true,
    // A worker has to be a file.
    assetsInlineLimit: (file) => (file.endsWith('watchdog.js') ? false : undefined),
    rolldownOptions: { input: pages, output: { comments: keepLicences } },
  },
  server: { host: '127.0.0.1' },
});
