import type { InlineConfig } from 'vite';
import { howlerWithoutGlobals } from './howler-without-globals.ts';
import { leanTemplates } from './lean-templates.ts';

/** What is inlined brings its licence along, also when minified. */
export const keepLicences = { legal: true, annotation: false, jsdoc: false };

/**
 * The browsers of the last two years. Without it the CSS minifier aims at es2022's browsers and rewrites `light-dark()`,
 * `oklch()` and `:dir()` into what a shadow tree does not have.
 */
export const cssTarget = ['chrome123', 'firefox128', 'safari17.5'];

const common = {
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  plugins: [howlerWithoutGlobals(), leanTemplates(cssTarget)],
} satisfies InlineConfig;

export const packageEntries = {
  index: 'src/index.ts',
  setup: 'src/setup/index.ts',
  // English is inside.
  'locales/de': 'assets/locales/de.ts',
  'locales/ar': 'assets/locales/ar.ts',
};
/** What the package has as it is: the worker file that keeps time, and the tokens for a page of the same look. */
export const packageAssets = ['watchdog.js', 'tokens.css'];

/**
 * For npm: ES modules, in pieces, so that a host's bundler shares lit and drops what it does not use. howler stays
 * inside: a host's own bundler would let it write to window.
 */
export const packageBuild: InlineConfig = {
  ...common,
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: 'es2022',
    cssTarget,
    sourcemap: true,
    minify: false,
    lib: { entry: packageEntries, formats: ['es'] },
    rolldownOptions: {
      external: [/^lit($|\/)/, '@lit/context', '@tanstack/lit-virtual', 'idb', 'valibot'],
      output: { chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
};

/** For a script tag: the panel, and Setup, each one file with everything in it. */
export const cdnBuilds = [
  cdnBuild('omni-channel-panel', packageEntries.index),
  cdnBuild('omni-presence-setup', packageEntries.setup),
];

function cdnBuild(name: string, entry: string): InlineConfig {
  return {
    ...common,
    build: {
      outDir: 'dist/cdn',
      emptyOutDir: false,
      target: 'es2022',
      cssTarget,
      sourcemap: true,
      minify: true,
      lib: { entry: { [name]: entry }, formats: ['es'] },
      // Formats for ES modules keep their white space unless told otherwise.
      rolldownOptions: { output: { codeSplitting: false, comments: keepLicences, minify: true } },
    },
  };
}
