import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

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
