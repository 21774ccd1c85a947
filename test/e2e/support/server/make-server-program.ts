import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { SERVER_PROGRAM } from './server-program.ts';

const NAME = 'start.mjs';

/** Packages that look for files beside themselves, and those that only development needs. */
const external = [
  '@electric-sql/pglite',
  '@wasm-audio-decoders/flac',
  '@wasm-audio-decoders/ogg-vorbis',
  'mpg123-decoder',
  'ogg-opus-decoder',
  'vite',
];

/**
 * Bundles the server into one file for this run: loading its hundreds of modules takes each new process longer than the
 * rest of its start. Returns the clean-up.
 */
export default async function makeServerProgram(): Promise<() => Promise<void>> {
  // Inside the project, so that it finds its packages.
  const caches = 'node_modules/.cache';
  await mkdir(caches, { recursive: true });
  const folder = await mkdtemp(join(caches, 'server-under-test-'));
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [
      {
        name: 'own-address',
        // The migrations and the decoder program are found at their original location.
        transform: (code, id) =>
          id.includes('node_modules')
            ? null
            : code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href)),
      },
    ],
    ssr: { noExternal: true, external },
    build: {
      ssr: 'scripts/start.ts',
      outDir: folder,
      target: 'es2023',
      minify: false,
      rolldownOptions: { output: { entryFileNames: NAME } },
    },
  });
  process.env[SERVER_PROGRAM] = join(folder, NAME);
  return () => rm(folder, { recursive: true, force: true });
}
