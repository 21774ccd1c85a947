import { defineConfig } from 'vite';
import { demoPageFiles, demoPages } from './build/demo-pages.ts';
import { howlerWithoutGlobals } from './build/howler-without-globals.ts';
import { leanTemplates } from './build/lean-templates.ts';
import { cssTarget, keepLicences } from './build/library.ts';

/** The workspace pages: the dev server, the server under the tests, and dist/workspace. */
export default defineConfig({
  plugins: [demoPages(), howlerWithoutGlobals(), leanTemplates(cssTarget)],
  build: {
    outDir: 'dist/workspace',
    target: 'es2022',
    cssTarget,
    sourcemap: true,
    // A worker has to be a file.
    assetsInlineLimit: (file) => (file.endsWith('watchdog.js') ? false : undefined),
    rolldownOptions: { input: ['index.html', ...demoPageFiles], output: { comments: keepLicences } },
  },
  server: { host: '127.0.0.1' },
});
