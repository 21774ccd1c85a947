import { builtIns } from './built-ins.ts';
import type { Database } from './database.ts';
import { openPglite } from './pglite.ts';
import { openPostgres } from './postgres.ts';

/** Where the data is: a server by its URL, or a folder on this machine (`memory`: nothing is stored). */
export interface DatabaseAddress {
  readonly url?: string;
  readonly folder?: string;
  /** A dump of a data folder to start from, which is faster than creating one. A folder on disk must be empty. */
  readonly image?: Blob;
}

/**
 * Opens the database, migrates its tables and creates missing built-in records. Rejects if the server
 * cannot be reached or the folder is in use.
 */
export async function openDatabase(address: DatabaseAddress): Promise<Database> {
  const { url, folder = 'memory', image } = address;
  const driver = url === undefined ? await openPglite(folder, image) : openPostgres(url);
  try {
    await driver.migrate();
    await driver.transaction(builtIns);
  } catch (error) {
    await driver.close();
    throw error;
  }
  return driver;
}
