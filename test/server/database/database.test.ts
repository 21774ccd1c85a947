import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { createEngine } from '../../../server/routing/engine/create-engine.ts';
import type { Database } from '../../../server/database/database.ts';
import { openDatabase } from '../../../server/database/open-database.ts';
import { RecordRefused } from '../../../server/database/records/checked.ts';
import { assignProfile, assignUser } from '../../../server/database/records/people.ts';
import { insertPresenceConfiguration } from '../../../server/database/records/presence-configurations.ts';
import { insertSound } from '../../../server/database/records/sounds.ts';
import { retrying, sqlState, RetryTransaction } from '../../../server/database/retry.ts';
import { seedDemo } from '../../../server/seed/demo.ts';
import { defaultPresenceConfiguration } from '../../../src/domain/configuration/presence-configuration.ts';

const logger = { info: () => undefined, error: (_: string, error: unknown) => assert.fail(String(error)) };

let folder: string;
let database: Database;
before(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'omni-')), 'data');
  database = await openDatabase({ folder });
  await seedDemo(database, 1_000);
});
after(async () => {
  await database.close();
  await rm(join(folder, '..'), { recursive: true });
});

test('a folder in use is refused to a second server, with a sentence', async () => {
  await assert.rejects(openDatabase({ folder }), /^Error: The data folder .* is in use by process \d+\./);
});

test('data persists when the folder is reopened, and neither start nor seed duplicates anything', async () => {
  await database.close();
  database = await openDatabase({ folder });
  await seedDemo(database);
  const { rows } = (await database.queries.execute(
    'select id from presence_configurations order by id',
  )) as unknown as {
    rows: { id: string }[];
  };
  assert.deepEqual(
    rows.map(({ id }) => id),
    ['default', 'specialists-automatic', 'support-declining'],
  );
});

test('the demo has reps with different configurations, by different routes', async () => {
  const engine = createEngine({ database, logger });
  const sofia = (await engine.effectiveConfiguration('sofia'))!.configuration;
  assert.deepEqual(
    sofia.settings.declineReasons.value.map(({ label }) => label),
    ['On another call', 'Needs a specialist', 'Wrong language', 'Technical problem', 'Break is due'],
  );
  assert.equal(sofia.settings.agentAlias.value, 'Sofi');
  const noah = (await engine.effectiveConfiguration('noah'))!.configuration;
  assert.deepEqual(noah.settings.automaticallyAccept, { value: true, source: 'configuration' });
  const amara = (await engine.effectiveConfiguration('amara'))!.configuration;
  assert.deepEqual([amara.route, amara.configuration.name], ['default', 'Default Presence Configuration']);
  assert.deepEqual(
    amara.statuses.map(({ name }) => name),
    ['Available', 'Messaging only', 'Lunch', 'Training', 'Offline'],
  );
  assert.equal(await engine.isRep('admin'), false);
});

test('a user and a profile are in one presence configuration at most', async () => {
  const twice = database.transaction((tx) => assignUser(tx, 'sofia', 'default'));
  assert.equal(sqlState(await twice.catch((error: unknown) => error)), '23505');
  await database.transaction((tx) => assignProfile(tx, 'administrators', 'default'));
  const again = database.transaction((tx) => assignProfile(tx, 'administrators', 'support-declining'));
  assert.equal(sqlState(await again.catch((error: unknown) => error)), '23505');
});

test('a configuration that breaks rules is refused with all violations', async () => {
  const broken = {
    ...defaultPresenceConfiguration,
    developerName: 'support_WITH_declining',
    allowDecline: true,
    automaticallyAccept: true,
  };
  const refused = await database
    .transaction((tx) => insertPresenceConfiguration(tx, 'broken', broken))
    .catch((error: unknown) => error);
  assert.ok(refused instanceof RecordRefused);
  assert.deepEqual(refused.violations.map(({ pointer }) => pointer).sort(), [
    '/allowDecline',
    '/developerName',
  ]);
});

test('a sound is stored once by its hash, and served with its type', async () => {
  const m4a = new Uint8Array([0, 0, 0, 24, ...new TextEncoder().encode('ftypM4A ')]);
  const store = (bytes: Uint8Array, format: 'aac' | 'ogg') =>
    database.transaction((tx) => insertSound(tx, { name: 'Bell', bytes, format, lengthSeconds: 1.5 }, 0));
  const sha256 = await store(m4a, 'aac');
  assert.equal(await store(m4a, 'aac'), sha256);
  const engine = createEngine({ database, logger });
  assert.deepEqual(await engine.sound(sha256), { bytes: m4a, contentType: 'audio/mp4' });
  const raw = await store(new Uint8Array([255, 241, 80]), 'aac');
  assert.equal((await engine.sound(raw))?.contentType, 'audio/aac');
  assert.equal(await engine.sound('0'.repeat(64)), null);
});

test('a transaction that conflicts with another is retried a limited number of times', async () => {
  const refusal = Object.assign(new Error('deadlock detected'), { code: '40P01' });
  let tried = 0;
  const second = await retrying(() => {
    tried += 1;
    return tried === 1
      ? Promise.reject(new Error('Failed query', { cause: refusal }))
      : Promise.resolve('done');
  });
  assert.deepEqual([second, tried], ['done', 2]);
  tried = 0;
  const never = retrying(() => {
    tried += 1;
    return Promise.reject(new RetryTransaction('It changed.'));
  });
  await assert.rejects(never, RetryTransaction);
  assert.equal(tried, 8);
  tried = 0;
  const other = retrying(() => {
    tried += 1;
    return Promise.reject(new Error('No.'));
  });
  await assert.rejects(other, /No\./);
  assert.equal(tried, 1);
});
