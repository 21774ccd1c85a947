import { mkdir } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import type { Driver, Queries, Statement, StatementValue } from './database.ts';
import { lockFolder } from './folder-lock.ts';
import { migrationsFolder } from './migrations.ts';
import { PreparedStatements } from './pglite-statements.ts';
import { retrying } from './retry.ts';

/**
 * PostgreSQL inside this process, in a folder or in memory. It has one connection, so transactions run one after
 * another, and one process, so hints stay inside it.
 */
export async function openPglite(folder: string, image?: Blob): Promise<Driver> {
  const inMemory = folder === 'memory';
  if (!inMemory) await mkdir(folder, { recursive: true });
  const release = inMemory ? () => Promise.resolve() : await lockFolder(folder);
  let client: PGlite;
  try {
    client = await PGlite.create({
      ...(!inMemory && { dataDir: folder }),
      ...(image && { loadDataDir: image }),
    });
  } catch (error) {
    await release();
    throw error;
  }
  const queries = drizzle({ client });
  const prepared = new PreparedStatements(client);
  const listeners = new Set<(payload: string) => void>();
  return {
    queries: queries as unknown as Queries,
    run: <Row>(statement: Statement, values: readonly StatementValue[]) =>
      retrying(() => prepared.run<Row>(statement, values)),
    transaction: (work) => retrying(() => queries.transaction((tx) => work(tx as unknown as Queries))),
    hint(payload) {
      for (const listener of listeners) listener(payload);
      return Promise.resolve();
    },
    onHint(listener) {
      listeners.add(listener);
      return Promise.resolve(() => {
        listeners.delete(listener);
        return Promise.resolve();
      });
    },
    migrate: () => migrate(queries, { migrationsFolder }),
    async close() {
      await client.close();
      await release();
    },
  };
}
