import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { databaseFolder } from '../../../server/start-server.ts';
import type { Milliseconds } from '../../../src/domain/time.ts';
import type { Id } from '../../../src/domain/values.ts';
import makeServerProgram from '../../e2e/support/server/make-server-program.ts';
import { serverProgram } from '../../e2e/support/server/server-program.ts';
import { newImage } from '../database/in-memory.ts';
import { ServerProcess } from '../start/server-process.ts';
import { CrowdMember } from './crowd-member.ts';
import { CROWD_QUEUE, makeCrowd, tokensFor } from './crowd.ts';

const REPS = 150;
/** From the restarted server's ready line until the last rep is connected and up to date. */
const RECOVERED_WITHIN: Milliseconds = 30_000;

let folder: string;
let removeProgram: () => Promise<void>;
let server: ServerProcess;
const members: CrowdMember[] = [];

before(async () => {
  removeProgram = await makeServerProgram();
  folder = await mkdtemp(join(tmpdir(), 'omni-storm-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Workspace</title>');
});
after(async () => {
  for (const { connection } of members) connection.disconnect();
  await server.kill();
  await rm(folder, { recursive: true });
  await removeProgram();
});

const start = (port = 0) =>
  new ServerProcess(['--liftoff-only', serverProgram()], {
    OMNI_DATA: join(folder, 'data'),
    OMNI_WORKSPACE: folder,
    PORT: String(port),
  });

/** The work that a member has accepted, by id. */
const opened = ({ works }: CrowdMember) =>
  [...works.values()]
    .filter(({ status }) => status === 'opened')
    .map(({ id }) => id)
    .toSorted();

const statuses = () => new Set(members.map(({ statusId }) => statusId));

test('after a killed server restarts, all reps are back within 30 s, nobody Offline, no work lost', async (t) => {
  const ids = await makeCrowd(
    { folder: databaseFolder(join(folder, 'data')), image: await newImage() },
    REPS,
  );
  const token = await tokensFor(join(folder, 'data'));
  server = start();
  const client = await server.ready();

  let changed = (): void => undefined;
  const all = (what: (member: CrowdMember) => boolean) =>
    new Promise<void>((resolve) => {
      changed = () => {
        if (members.every(what)) resolve();
      };
      changed();
    });
  const asked = new Set<Id>();
  for (const id of ids) {
    const member: CrowdMember = new CrowdMember(client.address, await token(id, 'omni-channel'), {
      update() {
        // Whatever told of it: a busy machine may lose a connection, and the request comes with the next snapshot.
        for (const { id, status } of member.works.values())
          if (status === 'assigned' && !asked.has(id)) {
            asked.add(id);
            void member.command({ type: 'accept', agentWorkId: id });
          }
        changed();
      },
      changed: () => changed(),
    });
    members.push(member);
  }
  for (const { connection } of members) connection.connect();
  await all(({ isConnected }) => isConnected);
  await Promise.all(members.map((member) => member.command({ type: 'set-status', statusId: 'available' })));
  const source = await token('work-source', 'work-source');
  await Promise.all(
    ids.map(async (_, number) => {
      const item = {
        channel: 'Chat',
        queue: CROWD_QUEUE.developerName,
        subject: `Chat ${String(number)}`,
        customerName: 'Mei Lin',
        recordId: `chat-${String(number)}`,
      };
      const { status } = await client.post('/v1/work-items', item, {
        Authorization: `Bearer ${source}`,
        'Idempotency-Key': `storm-${String(number)}`,
      });
      assert.equal(status, 201);
    }),
  );
  await all(() => members.flatMap(opened).length === REPS);
  const before = members.map(opened);
  assert.deepEqual(
    statuses(),
    new Set(['available']),
    'nobody missed a request before the server was killed',
  );
  const attemptsBefore = members.map(({ attempts }) => attempts);

  await server.kill();
  await all(({ isConnected }) => !isConnected);
  server = start(Number(new URL(client.address).port));
  await server.ready();
  const ready = performance.now();
  await all((member) => member.isConnected);
  const took = performance.now() - ready;
  t.diagnostic(`${String(REPS)} reps were back ${(took / 1000).toFixed(1)} s after the server was`);

  assert.ok(took < RECOVERED_WITHIN, `it took ${took.toFixed(0)} ms`);
  assert.deepEqual(members.map(opened), before, 'each rep has the work of before');
  assert.deepEqual(statuses(), new Set(['available']), 'nobody was away for longer than the grace period');
  // Nobody hammers the server: each delay is drawn from a longer range than the one before.
  assert.ok(members.every(({ attempts }, at) => attempts - (attemptsBefore[at] ?? 0) <= 20));
});
