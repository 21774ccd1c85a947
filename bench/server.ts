import { rmSync } from 'node:fs';
import { chmod, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../test/server/database/real-postgres.ts';
import { table, type Line } from './numbers.ts';
import { budget, budgetTable, costSoFar, type Row } from './server/budget.ts';
import { lifeInGraphileWorker, lifeInPgBoss } from './server/job-queues.ts';
import { databaseTime, load } from './server/machine.ts';
import type { Moment } from './server/item-life.ts';
import { countStatements } from './server/statements.ts';
import { WholeServer, type Site } from './server/whole-server.ts';

/**
 * `npm run bench:server [-- part ...]`: what a work item costs through its life, beside job queues on the same
 * PostgreSQL, and what a whole server bears. Without names all parts run, on an idle machine in less than six minutes.
 */
const JOBS = 100;
const SECONDS = 15;

const folder = await mkdtemp(join(tmpdir(), 'omni-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
await chmod(folder, 0o755);
await writeFile(join(folder, 'index.html'), '<!doctype html><title>Workspace</title>');
const postgres = await startPostgres();
const postmaster = Number(
  (await readFile(join(postgres.folder, 'data', 'postmaster.pid'), 'utf8')).split('\n', 1)[0],
);
const ofPostgres = () => databaseTime(postmaster);
const none = () => Promise.resolve(0);
let number = 0;

async function newDatabase(): Promise<string> {
  const name = `bench_${String((number += 1))}`;
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return postgres.url.replace(/[^/]*$/, name);
}

const newFolder = () => join(folder, `data-${String((number += 1))}`);
const pglite = (): Site => ({
  name: 'PGlite',
  data: newFolder(),
  workspace: folder,
  processes: 1,
  databaseTime: none,
});
const onPostgres = async (processes: number): Promise<Site> => ({
  name: `PostgreSQL, ${String(processes)} processes`,
  data: newFolder(),
  workspace: folder,
  url: await newDatabase(),
  processes,
  databaseTime: ofPostgres,
});

async function works(site: Site, rates: readonly number[]): Promise<Line[]> {
  const server = await WholeServer.open(site, 1000);
  const lines = [...(await server.connect()), ...(await server.work(rates, SECONDS))];
  await server.kill();
  return lines;
}

/** The parts by name; each returns a table. */
const all: Readonly<Record<string, () => Promise<string>>> = {
  async 'budget-postgres'() {
    countStatements();
    const soFar = (at: Moment) => costSoFar(ofPostgres, at);
    const rows: Row[] = [
      { what: 'pg-boss: a job', cost: await lifeInPgBoss(await newDatabase(), soFar, JOBS) },
      { what: 'graphile-worker: a job', cost: await lifeInGraphileWorker(await newDatabase(), soFar, JOBS) },
      ...(await budget({
        name: 'PostgreSQL',
        address: async () => ({ url: await newDatabase() }),
        databaseTime: ofPostgres,
      })),
    ];
    return budgetTable(rows);
  },
  async 'budget-pglite'() {
    countStatements();
    const rows = await budget({
      name: 'PGlite',
      address: () => Promise.resolve({ folder: newFolder() }),
      databaseTime: none,
    });
    return budgetTable(rows);
  },
  postgres: async () => table(await works(await onPostgres(2), [75, 150])),
  pglite: async () => table(await works(pglite(), [30, 60])),
  async crowd() {
    const server = await WholeServer.open(pglite(), 2000);
    return table([
      ...(await server.connect()),
      ...(await server.idle(10)),
      ...(await server.storm()),
      ...(await server.stop()),
    ]);
  },
  async stop() {
    const server = await WholeServer.open(await onPostgres(1), 5000);
    return table([...(await server.connect()), ...(await server.stop())]);
  },
};

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !(name in all));
if (unknown !== undefined) throw new Error(`There is no part ${unknown}: ${Object.keys(all).join(', ')}.`);
try {
  for (const [name, run] of Object.entries(all)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const before = load();
    const result = await run();
    console.info(`## ${name} (load of the machine: ${before} before, ${load()} after)\n\n${result}\n`);
  }
} finally {
  await postgres.stop();
}
process.exit(0);
