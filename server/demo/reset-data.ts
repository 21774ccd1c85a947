import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { lockFolder } from '../database/folder-lock.ts';
import { SettingsError } from '../settings.ts';
import { databaseFolder } from '../start-server.ts';

/**
 * Removes the demo's data from its folder, and nothing else that may be there. Rejects with a sentence if a server is
 * using it or if the data is not in the folder.
 */
export async function resetData({
  dataFolder,
  databaseUrl,
}: {
  readonly dataFolder: string;
  readonly databaseUrl?: string | undefined;
}): Promise<void> {
  if (databaseUrl !== undefined)
    throw new SettingsError('--reset removes a data folder; the database of DATABASE_URL is left alone.');
  if (dataFolder === 'memory') return;
  const database = databaseFolder(dataFolder);
  await mkdir(dataFolder, { recursive: true });
  const release = await lockFolder(database);
  try {
    await rm(database, { recursive: true, force: true });
    await rm(join(dataFolder, 'token-secret'), { force: true });
  } finally {
    await release();
  }
}
