import pg from 'pg';
import { startPostgres } from '../../server/database/real-postgres.ts';
import makeServerProgram from '../../e2e/support/server/make-server-program.ts';
import { TestServer } from '../../e2e/support/server/server.ts';

/** The environment variable that tells every worker the PostgreSQL of the run. */
const POSTGRES = 'OMNI_FAULTS_POSTGRES';

/**
 * One PostgreSQL for the run, so that tests can read what the server writes while it runs. A server initialises its
 * first database once; each test starts from a copy. Returns the clean-up.
 */
export default async function makePostgres(): Promise<() => Promise<void>> {
  const removeProgram = await makeServerProgram();
  const { url, stop } = await startPostgres();
  process.env[POSTGRES] = url;
  const server = await TestServer.start({ DATABASE_URL: url });
  await server.stop();
  return async () => {
    await stop();
    await removeProgram();
  };
}

/** A database for the test, in the state of a freshly started server. */
export async function newDatabase(): Promise<{ readonly url: string; readonly drop: () => Promise<void> }> {
  const template = process.env[POSTGRES];
  if (template === undefined) throw new Error('The PostgreSQL of this run was not started.');
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`;
  await administer(template, `create database ${name} template postgres`);
  return {
    url: template.replace(/postgres$/, name),
    drop: () => administer(template, `drop database ${name} with (force)`),
  };
}

async function administer(url: string, command: string): Promise<void> {
  const client = new pg.Client({ connectionString: url.replace(/postgres$/, 'template1') });
  await client.connect();
  try {
    await client.query(command);
  } catch (error) {
    // Two workers copied at once: PostgreSQL allows only one connection to the template.
    if (!(error instanceof pg.DatabaseError) || error.code !== '55006') throw error;
    await client.query('select pg_sleep(0.2)');
    await client.end();
    return administer(url, command);
  }
  await client.end();
}
