import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import type { Driver, Queries, Statement, StatementValue } from './database.ts';
import { listenForHints } from './postgres-hints.ts';
import { migrationsFolder } from './migrations.ts';
import { retrying } from './retry.ts';

const CHANNEL = 'omni_channel';
/** An arbitrary number that no other software on this database uses for an advisory lock. */
const MIGRATION_LOCK = 7_310_224_118;

/** Milliseconds. A process that is suspended in a transaction must not hold its locks for long. */
const IDLE_IN_TRANSACTION = 5_000;
const WAIT_FOR_LOCK = 10_000;

/** Whole numbers and decimals as numbers: none of ours is too large for one. */
const numbers = new Set<number>([pg.types.builtins.INT8, pg.types.builtins.NUMERIC]);
const types: pg.CustomTypesConfig = {
  getTypeParser: ((type: Parameters<typeof pg.types.getTypeParser>[0], format?: 'text'): unknown =>
    numbers.has(type) ? Number : pg.types.getTypeParser(type, format)) as typeof pg.types.getTypeParser,
};

/** A PostgreSQL server, through a connection pool. */
export function openPostgres(url: string): Driver {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION,
    lock_timeout: WAIT_FOR_LOCK,
  });
  // The pool replaces a connection that breaks while idle; without a listener the error would end the process.
  pool.on('error', () => undefined);
  const queries = drizzle({ client: pool });
  return {
    queries: queries as unknown as Queries,
    async run<Row>(statement: Statement, values: readonly StatementValue[]) {
      const query = { ...statement, values: [...values], types };
      return (await retrying(() => pool.query(query))).rows as Row[];
    },
    transaction: (work) => retrying(() => queries.transaction((tx) => work(tx as unknown as Queries))),
    async hint(payload) {
      await pool.query('select pg_notify($1, $2)', [CHANNEL, payload]);
    },
    onHint: (listener) => listenForHints(url, CHANNEL, listener),
    migrate: () => migrateAlone(pool),
    close: () => pool.end(),
  };
}

/** Processes that start together migrate one after another. */
async function migrateAlone(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('set lock_timeout = 0');
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await migrate(drizzle({ client }), { migrationsFolder });
  } finally {
    // The lock and the setting end with the connection.
    client.release(true);
  }
}
