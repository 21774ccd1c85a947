import { builtIns } from './built-ins.ts';
import type { Database } from './database.ts';
import { openPglite } from './pglite.ts';
import { openPostgres } from './postgres.ts';

/** Where the data is: a server by its address, or a folder of this machine (`memory`: nothing is kept). */
export interface DatabaseAddress {
  readonly url?: string;
  readonly folder?: string;
  /** A dumped data folder to begin with, which saves making one; another folder than `memory` must be empty. */
  readonly image?: Blob;
}

/**
 * Opens the database, brings its tables up to date and makes sure of the built-in records. Rejects where the server
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
