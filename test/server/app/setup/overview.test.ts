import { noAcwOverride } from '../../../../src/domain/configuration/acw-settings.ts';
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Database } from '../../../../server/database/database.ts';
import { assignProfile } from '../../../../server/database/records/people.ts';
import { sounds } from '../../../../server/database/schema/configuration.ts';
import type { Overview } from '../../../../src/domain/setup/overview.ts';
import { openInMemory } from '../../database/in-memory.ts';
import { SetupUnderTest } from '../../setup/setup-under-test.ts';

let database: Database;
let setup: SetupUnderTest;
before(async () => {
  database = await openInMemory();
  setup = await SetupUnderTest.open(database);
});
after(() => database.close());

describe('the overview', () => {
  const overview = async () => (await setup.get<Overview>('overview')).body;

  test('counts what there is, and the reps to whom the default applies', async () => {
    const { presenceConfigurations, reps, repsByDefault, queues, sounds } = await overview();
    const { total } = (await setup.get<{ total: number }>('presence-configurations')).body;
    assert.equal(presenceConfigurations, total);
    assert.deepEqual([reps, repsByDefault, sounds], [3, 1, 0]);
    assert.equal(queues, (await setup.get<{ total: number }>('queues')).body.total);
  });

  test('does not count reps whose profile has a presence configuration', async () => {
    const { profileId } = (await setup.get<{ profileId: string }>('users/amara')).body;
    await database.transaction((tx) => assignProfile(tx, profileId, 'support-declining'));
    assert.equal((await overview()).repsByDefault, 0);
  });

  test('names queues without reps, statuses nobody may choose, channels without a status', async () => {
    assert.deepEqual((await overview()).problems, []);
    const make = async (resource: string, body: object) =>
      (await setup.ask<{ id: string }>('POST', resource, { body })).body.id;
    const queue = await make('queues', {
      name: 'Forgotten',
      developerName: 'Forgotten',
      routingConfigurationId: 'calls',
      // A member who is no rep takes no work.
      memberIds: ['admin'],
    });
    const status = await make('presence-statuses', {
      name: 'Secret',
      developerName: 'Secret',
      kind: 'busy',
      channelIds: [],
    });
    const channel = await make('service-channels', {
      type: 'voice',
      interruptible: false,
      automaticallyAccept: false,
      stopSoundWhenCustomerLeaves: true,
      sound: null,
      soundLengthSeconds: 12,
      ...noAcwOverride,
      name: 'Fax',
      developerName: 'Fax',
    });
    assert.deepEqual((await overview()).problems, [
      { problem: 'queueWithoutMembers', records: [{ id: queue, name: 'Forgotten' }], total: 1 },
      { problem: 'statusNotGranted', records: [{ id: status, name: 'Secret' }], total: 1 },
      { problem: 'channelWithoutStatus', records: [{ id: channel, name: 'Fax' }], total: 1 },
    ]);
    for (const path of [`queues/${queue}`, `presence-statuses/${status}`, `service-channels/${channel}`])
      assert.equal((await setup.ask('DELETE', path)).status, 204, path);
  });

  test('names sounds that are never used: by no channel and no presence configuration', async () => {
    const [bell, chime, horn] = ['a', 'b', 'c'].map((letter) => letter.repeat(64));
    const file = { bytes: new Uint8Array([1]), format: 'wav', lengthSeconds: 1, createdAt: 0 } as const;
    await database.transaction((tx) =>
      tx.insert(sounds).values([
        { ...file, sha256: bell!, name: 'Bell' },
        { ...file, sha256: chime!, name: 'Chime' },
        { ...file, sha256: horn!, name: 'Horn' },
      ]),
    );
    const change = async (path: string, fields: object) => {
      const { version, body } = await setup.get(path);
      const { id: _, ...record } = body;
      const before = (record.configuration as object | undefined) ?? record;
      const { status } = await setup.ask('PUT', path, { body: { ...before, ...fields }, version });
      assert.equal(status, 200, path);
    };
    await change('service-channels/voice', { sound: chime });
    await change('presence-configurations/default', { notificationSound: horn });
    assert.deepEqual((await overview()).problems, [
      { problem: 'soundNotUsed', records: [{ id: bell, name: 'Bell' }], total: 1 },
    ]);
  });
});
