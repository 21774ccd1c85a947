import { rmSync } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Milliseconds } from '../src/domain/time.ts';
import { CrowdMember } from '../test/server/crowd/crowd-member.ts';
import { CROWD_QUEUE, makeCrowd, tokensFor } from '../test/server/crowd/crowd.ts';
import { ServerProcess } from '../test/server/start/server-process.ts';
import { lineOf, table, type Line } from './numbers.ts';

/**
 * `npm run bench:server`: one server process on PGlite, with its reps and work source in this process: how many reps it
 * can handle, how long a request takes to reach its rep, and how it recovers after being killed. If a server is too
 * slow, the table shows the share that it completed in time; the benchmark ends all the same.
 */
const IDLE_REPS = 5000;
const BUSY_REPS = 1000;
const ITEMS_A_SECOND = 200;
const SECONDS = 20;
/** How long each part waits at most. */
const PATIENCE: Milliseconds = 60_000;
/** Clock ticks per second in /proc on Linux. */
const TICKS = 100;

const folder = await mkdtemp(join(tmpdir(), 'omni-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const data = join(folder, 'data');
await writeFile(join(folder, 'index.html'), '<!doctype html><title>Workspace</title>');
const ids = await makeCrowd(data, IDLE_REPS);
const token = await tokensFor(data);
const start = (port = 0) =>
  new ServerProcess('scripts/start.ts', { OMNI_DATA: data, OMNI_WORKSPACE: folder, PORT: String(port) });

let server = start();
const client = await server.ready();
const arrivals = new Map<string, Milliseconds>();
let notify = (): void => undefined;
const members = await Promise.all(
  ids.map(
    async (id) =>
      new CrowdMember(client.address, await token(id, 'omni-channel'), {
        changed: () => notify(),
        update(update, arrivedAt) {
          if (update.type !== 'agent-work-changed' || update.agentWork.status !== 'assigned') return;
          arrivals.set(update.agentWork.workItemId, arrivedAt);
        },
      }),
  ),
);
const lines: Line[] = [];
try {
  lines.push(...(await idle(members)));
  for (const { connection } of members.splice(BUSY_REPS)) connection.disconnect();
  lines.push(...(await offers(members)));
  lines.push(...(await storm(members)));
} finally {
  for (const { connection } of members) connection.disconnect();
  await server.kill();
  console.info(table(lines));
}
process.exit(0);

async function idle(crowd: readonly CrowdMember[]): Promise<Line[]> {
  const connecting = performance.now();
  for (const { connection } of crowd) connection.connect();
  const share = await shareOf(crowd, ({ isConnected }) => isConnected);
  const connected = performance.now() - connecting;
  const attempts = sum(crowd);
  const before = await processorTime();
  const trips: Milliseconds[] = [];
  for (let second = 0; second < SECONDS; second += 1) {
    const asked = performance.now();
    await Promise.all(
      crowd
        .filter((_, at) => at % 100 === second)
        .map(async ({ connection }) => {
          if (await connection.prove()) trips.push(performance.now() - asked);
        }),
    );
    await wait(1000);
  }
  const processor = ((await processorTime()) - before) / SECONDS;
  const who = `${crowd.length.toLocaleString('en')} reps, idle`;
  return [
    lineOf('connected', who, [share * 100], '%', '100 %'),
    lineOf('until the last of them was', who, [connected / 1000], 's'),
    lineOf('processor of the server', who, [processor * 100], '% of a core'),
    lineOf('memory of the server', who, [await residentMegabytes()], 'MB'),
    lineOf('round trip of a probe', who, trips, 'ms'),
    lineOf('sockets that were lost', who, [sum(crowd) - attempts], '', '0'),
  ];
}

async function offers(crowd: readonly CrowdMember[]): Promise<Line[]> {
  for (const member of crowd) void member.command({ type: 'set-status', statusId: 'available' });
  const available = await shareOf(crowd, ({ statusId }) => statusId === 'available');
  const source = await token('work-source', 'work-source');
  let answers = 0;
  const answering = setInterval(() => {
    for (const member of crowd)
      for (const { id, status } of member.works.values()) {
        if (status === 'assigned') void member.command({ type: 'accept', agentWorkId: id });
        else if (status === 'opened') void member.command({ type: 'end-conversation', agentWorkId: id });
        else continue;
        answers += 1;
        member.works.delete(id);
      }
  }, 500);
  const wanted = ITEMS_A_SECOND * SECONDS;
  const created: { readonly id: string; readonly at: Milliseconds }[] = [];
  const answered: Milliseconds[] = [];
  const begun = performance.now();
  const ends = AbortSignal.timeout(SECONDS * 1000 + PATIENCE);
  const creations: Promise<unknown>[] = [];
  const failures: unknown[] = [];
  for (let number = 0; number < wanted && !ends.aborted; number += 1) {
    const early = begun + (number * 1000) / ITEMS_A_SECOND - performance.now();
    if (early > 0) await wait(early);
    const at = performance.now();
    creations.push(
      create(number, source, ends).then(
        (id) => {
          answered.push(performance.now() - at);
          created.push({ id, at });
        },
        (error: unknown) => failures.push(error),
      ),
    );
  }
  await Promise.all(creations);
  if (failures.length > 0) console.warn(`${failures.length} work items were not created:`, failures[0]);
  const end = performance.now() + PATIENCE;
  while (created.some(({ id }) => !arrivals.has(id)) && performance.now() < end) await wait(100);
  const took = (performance.now() - begun) / 1000;
  clearInterval(answering);
  const times = created.flatMap(({ id, at }) => {
    const arrived = arrivals.get(id);
    return arrived === undefined ? [] : [arrived - at];
  });
  const who = `${crowd.length.toLocaleString('en')} reps, asked for ${ITEMS_A_SECOND} items a second`;
  return [
    lineOf('reps who became available', who, [available * 100], '%', '100 %'),
    lineOf('work items created', who, [(answered.length / wanted) * 100], '%', '100 %'),
    lineOf('work item created: answered over HTTP', who, answered, 'ms'),
    lineOf('work item created to request on the socket', who, times, 'ms', '50 ms'),
    lineOf('items that were offered', who, [(times.length / wanted) * 100], '%', '100 %'),
    lineOf('items offered', who, [times.length / took], 'a second', String(ITEMS_A_SECOND)),
    lineOf('answers meanwhile', who, [answers / took], 'a second'),
  ];
}

async function storm(crowd: readonly CrowdMember[]): Promise<Line[]> {
  await server.kill();
  await shareOf(crowd, ({ isConnected }) => !isConnected);
  server = start(Number(new URL(client.address).port));
  await server.ready();
  const ready = performance.now();
  const share = await shareOf(crowd, ({ isConnected }) => isConnected);
  const took = (performance.now() - ready) / 1000;
  const who = `${crowd.length.toLocaleString('en')} reps, server killed and started again`;
  return [
    lineOf('back', who, [share * 100], '%', '100 %'),
    lineOf('until the last of them was', who, [took], 's', '30 s'),
  ];
}

async function create(number: number, source: string, signal: AbortSignal): Promise<string> {
  const item = {
    channel: 'Chat',
    queue: CROWD_QUEUE.developerName,
    subject: `Chat ${String(number)}`,
    customerName: 'Mei Lin',
    recordId: `chat-${String(number)}`,
  };
  const response = await fetch(`${client.address}/v1/work-items`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Authorization: `Bearer ${source}`,
      'Idempotency-Key': `bench-${String(number)}`,
    },
    body: JSON.stringify(item),
    signal,
  });
  if (!response.ok) throw new Error(`The server answered ${response.status}: ${await response.text()}`);
  return ((await response.json()) as { id: string }).id;
}

/** Waits until a condition holds for the whole crowd, or time is up; returns the share for which it holds, 0 to 1. */
async function shareOf(
  crowd: readonly CrowdMember[],
  holds: (member: CrowdMember) => boolean,
): Promise<number> {
  const end = performance.now() + PATIENCE;
  while (!crowd.every(holds) && performance.now() < end)
    await Promise.race([new Promise<void>((resolve) => (notify = resolve)), wait(100)]);
  return crowd.filter(holds).length / crowd.length;
}

function sum(crowd: readonly CrowdMember[]): number {
  return crowd.reduce((total, { attempts }) => total + attempts, 0);
}

/** The CPU seconds that the server has used so far. */
async function processorTime(): Promise<number> {
  const stat = await readFile(`/proc/${String(server.child.pid)}/stat`, 'utf8');
  const [user = '0', system = '0'] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13);
  return (Number(user) + Number(system)) / TICKS;
}

async function residentMegabytes(): Promise<number> {
  const status = await readFile(`/proc/${String(server.child.pid)}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}
