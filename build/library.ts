import type { InlineConfig } from 'vite';
import { howlerWithoutGlobals } from './howler-without-globals.ts';
import { leanTemplates } from './lean-templates.ts';
import { scopedElementNames } from './scoped-element-names.ts';

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
  // A page without a bundler has no `process`, which @tanstack/virtual-core asks for.
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
} satisfies InlineConfig;

const plugins = (bundle: string) => [
  howlerWithoutGlobals(),
  scopedElementNames(bundle),
  leanTemplates(cssTarget),
];

export const packageEntries = {
  index: 'src/index.ts',
  setup: 'src/setup/index.ts',
  errors: 'src/errors.ts',
  // A file of its own, so that it is run before lit, which is another package.
  'no-document': 'src/no-document.ts',
  react: 'src/react.ts',
  testing: 'src/testing/index.ts',
  // English is built in.
  'locales/de': 'assets/locales/de.ts',
  'locales/ar': 'assets/locales/ar.ts',
  'locales/es': 'assets/locales/es.ts',
  'locales/ja': 'assets/locales/ja.ts',
  'setup/locales/de': 'assets/locales/setup/setup.de.ts',
  'setup/locales/ar': 'assets/locales/setup/setup.ar.ts',
  'setup/locales/es': 'assets/locales/setup/setup.es.ts',
  'setup/locales/ja': 'assets/locales/setup/setup.ja.ts',
};
/** Files that the package ships unchanged: the workers, and the tokens for pages with the same look. */
export const packageAssets = [
  'watchdog.js',
  'watchdog.d.ts',
  'notification-worker.js',
  'notification-worker.d.ts',
  'tokens.css',
];

const banners: Readonly<Record<string, string>> = {
  // Before the chunks, whose order is not that of the imports.
  index: "import './no-document.js';",
  // Frameworks that render on the server have to know that a component is for the browser.
  react: "'use client';",
};

/**
 * For npm: separate ES modules, so that a host's bundler can share lit and drop unused code. howler is bundled: a
 * host's own bundler would let it write to window. So is @tanstack/lit-virtual, which needs `process` without one.
 */
export const packageBuild: InlineConfig = {
  ...common,
  plugins: plugins('npm'),
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: 'es2022',
    cssTarget,
    minify: false,
    lib: { entry: packageEntries, formats: ['es'] },
    rolldownOptions: {
      external: [/^lit($|\/)/, '@lit/context', '@lit/react', 'react', 'idb', 'valibot'],
      output: {
        chunkFileNames: 'chunks/[name]-[hash].js',
        banner: ({ name }) => banners[name] ?? '',
      },
    },
  },
};

/** For a script tag: the panel and Setup, each in one self-contained file. */
export const cdnBuilds = [
  cdnBuild('omni-channel-panel', packageEntries.index, 'cdn'),
  cdnBuild('omni-presence-setup', packageEntries.setup, 'cdn-setup'),
];

/** The command line, with everything that it needs but Node: the package's dependencies are those of pages. */
export const commandBuild: InlineConfig = {
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  ssr: { noExternal: true },
  build: {
    ssr: 'server/cli/omni-channel.ts',
    outDir: 'dist/cli',
    emptyOutDir: false,
    target: 'node20',
    minify: false,
    rolldownOptions: {
      output: { entryFileNames: 'omni-channel.js', codeSplitting: false, comments: keepLicences },
    },
  },
};

function cdnBuild(name: string, entry: string, bundle: string): InlineConfig {
  return {
    ...common,
    plugins: plugins(bundle),
    build: {
      outDir: 'dist/cdn',
      emptyOutDir: false,
      target: 'es2022',
      cssTarget,
      // For whoever debugs a build; the package has none.
      sourcemap: 'hidden',
      minify: true,
      lib: { entry: { [name]: entry }, formats: ['es'] },
      // By default ES module output keeps its white space.
      rolldownOptions: { output: { codeSplitting: false, comments: keepLicences, minify: true } },
    },
  };
}
