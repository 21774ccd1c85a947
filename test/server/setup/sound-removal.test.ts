import { noAcwOverride } from '../../../src/domain/configuration/acw-settings.ts';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Database } from '../../../server/database/database.ts';
import { openDatabase } from '../../../server/database/open-database.ts';
import { insertServiceChannel } from '../../../server/database/records/service-channels.ts';
import { insertSound } from '../../../server/database/records/sounds.ts';
import { SetupEditing } from '../../../server/setup/editing.ts';
import { StoredSounds } from '../../../server/setup/sounds.ts';
import { startPostgres } from '../database/real-postgres.ts';

/** A real PostgreSQL: the database in memory has only one connection. */
let database: Database;
const ends: (() => Promise<void>)[] = [];
before(async () => {
  const postgres = await startPostgres();
  ends.unshift(() => postgres.stop());
  database = await openDatabase({ url: postgres.url });
  ends.unshift(() => database.close());
});
after(async () => {
  for (const end of ends) await end();
});

test('a sound that comes into use while it is being deleted stays', async () => {
  const editing = new SetupEditing({ database, now: () => 0, changed: () => undefined });
  const sounds = new StoredSounds({ database, editing, decode: (_, walked) => Promise.resolve(walked) });
  const sound = { name: 'Bell', bytes: new Uint8Array([1]), format: 'mp3', lengthSeconds: 1 } as const;
  const sha256 = await database.transaction((tx) => insertSound(tx, sound, 0));
  const [used, mayCommit] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
  const using = database.transaction(async (tx) => {
    await insertServiceChannel(tx, 'chat', {
      name: 'Chat',
      developerName: 'Chat',
      type: 'chat',
      interruptible: false,
      automaticallyAccept: false,
      stopSoundWhenCustomerLeaves: false,
      sound: sha256,
      soundLengthSeconds: null,
      ...noAcwOverride,
    });
    used.resolve(undefined);
    await mayCommit.promise;
  });
  await used.promise;
  const removal = sounds.remove('ada', sha256);
  await waitingForLock();
  mayCommit.resolve(undefined);
  await using;
  const usedBy = { presenceConfigurations: [], serviceChannels: [{ id: 'chat', name: 'Chat' }] };
  assert.deepEqual(await removal, { kind: 'inUse', usedBy });
  assert.deepEqual((await sounds.list({ search: 'BELL', limit: 1, after: null })).items, [
    {
      sha256,
      name: 'Bell',
      format: 'mp3',
      lengthSeconds: 1,
      size: 1,
      createdAt: 0,
      usedBy,
      address: `/v1/sounds/${sha256}`,
    },
  ]);
  assert.deepEqual((await sounds.list({ search: '', limit: 1, after: { name: 'bell', sha256 } })).items, []);
});

/** Resolves when one transaction is waiting for another. */
async function waitingForLock(): Promise<void> {
  for (;;) {
    const { rows } = (await database.queries.execute(
      "select 1 from pg_stat_activity where wait_event_type = 'Lock'",
    )) as unknown as { rows: unknown[] };
    if (rows.length > 0) return;
  }
}
