import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { Database } from '../../../server/database/database.ts';
import { openDatabase } from '../../../server/database/open-database.ts';
import { defaultPresenceConfiguration } from '../../../src/domain/configuration/presence-configuration.ts';
import { migrationsFolder } from '../../../server/database/migrations.ts';

/**
 * A database in memory. Creating its tables takes seconds, so an image of a new one is kept among the temporary files
 * for other test files.
 */
export async function openInMemory(): Promise<Database> {
  return openDatabase({ image: await newImage() });
}

/** The data folder of a new database. */
export async function newImage(): Promise<Blob> {
  const file = join(tmpdir(), `omni-channel-new-database-${await hashOfContents()}.tar`);
  try {
    return new Blob([await readFile(file)]);
  } catch {
    const folder = await mkdtemp(join(tmpdir(), 'omni-channel-'));
    await (await openDatabase({ folder })).close();
    const client = await PGlite.create(folder);
    const image = await client.dumpDataDir('none');
    await client.close();
    await rm(folder, { recursive: true });
    // Test files run in parallel: the image must appear atomically.
    const unfinished = `${file}.${process.pid}`;
    await writeFile(unfinished, new Uint8Array(await image.arrayBuffer()));
    await rename(unfinished, file);
    return image;
  }
}

/** A new version of PGlite, a new migration or a new default needs a new image. */
async function hashOfContents(): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(defaultPresenceConfiguration));
  const migrations = globSync('**/*.{sql,json}', { cwd: migrationsFolder }).sort();
  for (const file of [
    createRequire(import.meta.url).resolve('@electric-sql/pglite'),
    ...migrations.map((name) => join(migrationsFolder, name)),
  ])
    hash.update(await readFile(file));
  return hash.digest('hex').slice(0, 16);
}
