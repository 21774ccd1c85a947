import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

/** Queries of either driver, inside or outside a transaction. */
export type Queries = PgDatabase<PgQueryResultHKT>;

/**
 * A statement that is run so often that building and planning it each time would cost more than running it: each
 * connection prepares it once. Each value has to be cast where it is used (`$1::bigint`).
 */
export interface Statement {
  /** Unique among all statements: letters and underscores. */
  readonly name: string;
  readonly text: string;
}

/** What a statement is given for its parameters; lists and records go as JSON. */
export type StatementValue = string | number | boolean | null;

/** The only thing that server processes share. */
export interface Database {
  /** Queries outside a transaction. Do not use inside one: PGlite's only connection would deadlock. */
  readonly queries: Queries;
  /**
   * Runs `work` in a transaction (read committed), and retries it from the start after a serialization failure or
   * deadlock. Rejects with what `work` threw, or with the database's error after the last attempt.
   */
  transaction<T>(work: (tx: Queries) => Promise<T>): Promise<T>;
  /**
   * Runs a prepared statement by itself, outside any transaction, and again after a serialization failure or deadlock.
   * Rows have the names of the statement; whole numbers and decimals come as numbers.
   */
  run<Row>(statement: Statement, values: readonly StatementValue[]): Promise<Row[]>;
  /** Notifies the other processes, best effort: a hint may be lost. At most 7,000 bytes. */
  hint(payload: string): Promise<void>;
  /** Calls `listener` with the hints of every process, including this one; the returned function unsubscribes. */
  onHint(listener: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** A driver before the common steps at the start. */
export type Driver = Database & { migrate(): Promise<void> };
