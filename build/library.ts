import type { InlineConfig } from 'vite';
import { howlerWithoutGlobals } from './howler-without-globals.ts';
import { leanTemplates } from './lean-templates.ts';

/** Bundled code keeps its licence comments, even when minified. */
export const keepLicences = { legal: true, annotation: false, jsdoc: false };

/**
 * The browsers of the last two years. Without it the CSS minifier targets es2022 browsers and rewrites `light-dark()`,
 * `oklch()` and `:dir()` into code that does not work in a shadow tree.
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
  // English is built in.
  'locales/de': 'assets/locales/de.ts',
  'locales/ar': 'assets/locales/ar.ts',
};
/** Files that the package ships unchanged: the watchdog worker, and the tokens for pages with the same look. */
export const packageAssets = ['watchdog.js', 'tokens.css'];

/**
 * For npm: separate ES modules, so that a host's bundler can share lit and drop unused code. howler is bundled: a
 * host's own bundler would let it write to window.
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

/** For a script tag: the panel and Setup, each in one self-contained file. */
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
      // By default ES module output keeps its white space.
      rolldownOptions: { output: { codeSplitting: false, comments: keepLicences, minify: true } },
    },
  };
}
