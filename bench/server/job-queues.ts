import { Logger, run } from 'graphile-worker';
import { PgBoss } from 'pg-boss';
import { combine, nothing, type Cost, type SoFar } from './item-life.ts';

/** Runs jobs through their life, one after another, and returns what they cost together. */
type Jobs = (count: number) => Promise<void>;

/** What one job through its whole life (created, fetched, completed) costs in pg-boss. */
export async function lifeInPgBoss(url: string, soFar: SoFar, jobs: number): Promise<Cost> {
  const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false });
  boss.on('error', (error) => console.error(error));
  await boss.start();
  await boss.createQueue('bench');
  const cost = await measured(soFar, jobs, async (count) => {
    for (let job = 0; job < count; job += 1) {
      await boss.send('bench', { customerName: 'Mei Lin' });
      const [fetched] = await boss.fetch('bench');
      if (!fetched) throw new Error('pg-boss lost a job.');
      await boss.complete('bench', fetched.id);
    }
  });
  await boss.stop({ graceful: false });
  return cost;
}

/** The same for graphile-worker, whose worker fetches and completes by itself. */
export async function lifeInGraphileWorker(
  connectionString: string,
  soFar: SoFar,
  jobs: number,
): Promise<Cost> {
  const runner = await run({
    connectionString,
    concurrency: 1,
    noHandleSignals: true,
    logger: new Logger(() => () => undefined),
    taskList: { bench: () => undefined },
  });
  const cost = await measured(soFar, jobs, async (count) => {
    for (let job = 0; job < count; job += 1) {
      const completed = new Promise<void>((resolve) => runner.events.once('job:complete', () => resolve()));
      await runner.addJob('bench', { customerName: 'Mei Lin' });
      await completed;
    }
  });
  await runner.stop();
  return cost;
}

async function measured(soFar: SoFar, jobs: number, live: Jobs): Promise<Cost> {
  await live(Math.ceil(jobs / 5));
  const before = await soFar('begin');
  await live(jobs);
  const total = combine(await soFar('end'), before, -1);
  return combine(nothing, total, 1 / jobs);
}
