import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { builtIns } from './built-ins.ts';
import { openPglite } from './pglite.ts';
import { openPostgres } from './postgres.ts';

/** Queries of either driver, in a transaction or outside of one. */
export type Queries = PgDatabase<PgQueryResultHKT>;

/** The one thing that server processes share. */
export interface Database {
  /** Queries, each on its own. Never from inside a transaction: the one connection of PGlite would wait for itself. */
  readonly queries: Queries;
  /**
   * Runs `work` in a transaction (read committed), again from the start where the database refused it for another
   * transaction's sake. Rejects with what `work` threw, or with the database's error after the last attempt.
   */
  transaction<T>(work: (tx: Queries) => Promise<T>): Promise<T>;
  /** Tells the other processes something, best effort: a hint that may be lost. At most 7,000 bytes. */
  hint(payload: string): Promise<void>;
  /** Calls `listener` with the hints of every process, this one among them; the returned function ends it. */
  onHint(listener: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** A driver as it comes: without what both need at their start. */
export type Driver = Database & { migrate(): Promise<void> };

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
