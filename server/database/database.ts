import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

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
