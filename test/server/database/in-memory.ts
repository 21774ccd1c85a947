import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { openDatabase, type Database } from '../../../server/database/database.ts';

/**
 * A database in memory. Making an empty one takes seconds, so that an image of it is kept among the temporary files
 * for the next test file; tables and records are made anew each time.
 */
export async function openInMemory(): Promise<Database> {
  return openDatabase({ image: await emptyImage() });
}

/** A dumped data folder without a table. */
export async function emptyImage(): Promise<Blob> {
  // Another version of PGlite makes another image.
  const library = await readFile(createRequire(import.meta.url).resolve('@electric-sql/pglite'));
  const hash = createHash('sha256').update(library).digest('hex').slice(0, 16);
  const file = join(tmpdir(), `omni-channel-empty-database-${hash}.tar`);
  try {
    return new Blob([await readFile(file)]);
  } catch {
    const client = await PGlite.create();
    const image = await client.dumpDataDir('none');
    await client.close();
    // Test files run side by side: the image appears whole or not at all.
    const unfinished = `${file}.${process.pid}`;
    await writeFile(unfinished, new Uint8Array(await image.arrayBuffer()));
    await rename(unfinished, file);
    return image;
  }
}
