import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { builtIns } from './built-ins.ts';
import { openPglite } from './pglite.ts';
import { openPostgres } from './postgres.ts';

/** Queries of either driver, inside or outside a transaction. */
export type Queries = PgDatabase<PgQueryResultHKT>;

/** The only thing that server processes share. */
export interface Database {
  /** Queries outside a transaction. Do not use inside one: PGlite's only connection would deadlock. */
  readonly queries: Queries;
  /**
   * Runs `work` in a transaction (read committed), and retries it from the start after a serialization failure or
   * deadlock. Rejects with what `work` threw, or with the database's error after the last attempt.
   */
  transaction<T>(work: (tx: Queries) => Promise<T>): Promise<T>;
  /** Notifies the other processes, best effort: a hint may be lost. At most 7,000 bytes. */
  hint(payload: string): Promise<void>;
  /** Calls `listener` with the hints of every process, including this one; the returned function unsubscribes. */
  onHint(listener: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** A driver before the common steps at the start. */
export type Driver = Database & { migrate(): Promise<void> };

/** Where the data is: a server by its address, or a local folder (`memory`: nothing is kept). */
export interface DatabaseAddress {
  readonly url?: string;
  readonly folder?: string;
  /** A dumped data folder to start from, which is faster than migrating; the folder must be empty or `memory`. */
  readonly image?: Blob;
}

/**
 * Opens the database, migrates its tables and creates the built-in records. Rejects if the server cannot be reached or
 * the folder is in use.
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
