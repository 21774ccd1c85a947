import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { SERVER_PROGRAM } from './server-program.ts';

const NAME = 'start.mjs';

/** What finds files of its own beside itself, and what only development needs. */
const external = [
  '@electric-sql/pglite',
  '@wasm-audio-decoders/flac',
  '@wasm-audio-decoders/ogg-vorbis',
  'mpg123-decoder',
  'ogg-opus-decoder',
  'vite',
];

/**
 * Puts the server into one file for this run: reading its hundreds of modules costs each process that starts more than
 * all else that a start does. Gives how to clear it away.
 */
export default async function makeServerProgram(): Promise<() => Promise<void>> {
  // Where its packages are found.
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
        // The migrations and the decoder's program stay where they are.
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
