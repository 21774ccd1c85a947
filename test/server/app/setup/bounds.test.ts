import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Database } from '../../../../server/database/database.ts';
import { insertDeclineReason } from '../../../../server/database/records/decline-reasons.ts';
import { sounds } from '../../../../server/database/schema/configuration.ts';
import {
  defaultPresenceConfiguration,
  type PresenceConfiguration,
} from '../../../../src/domain/configuration/presence-configuration.ts';
import { existing, settingBounds } from '../../../helpers/setting-bounds.ts';
import { openInMemory } from '../../database/in-memory.ts';
import { told } from '../app-under-test.ts';
import { SetupUnderTest, type Problem } from '../../setup/setup-under-test.ts';

let database: Database;
let setup: SetupUnderTest;
before(async () => {
  database = await openInMemory();
  setup = await SetupUnderTest.open(database);
  await database.transaction(async (tx) => {
    await insertDeclineReason(tx, existing.retiredReasonId, {
      label: 'Out of use',
      developerName: 'Out_of_use',
      retired: true,
    });
    await tx.insert(sounds).values({
      sha256: existing.sound,
      name: 'Bell',
      bytes: new Uint8Array([1]),
      format: 'wav',
      lengthSeconds: 1,
      createdAt: 0,
    });
  });
});
after(() => database.close());

describe('a setting through the API', () => {
  const path = 'presence-configurations/default';

  for (const { setting, tried, base, value, sentence, pointer = `/${setting}` } of settingBounds)
    test(`${setting}: ${tried} is ${sentence === null ? 'accepted' : 'refused'}`, async () => {
      const { version } = await setup.get(path);
      const body = { ...defaultPresenceConfiguration, ...base, [setting]: value };
      const { status, body: answered } = await setup.ask('PUT', path, { body, version });
      if (sentence === null) {
        assert.equal(status, 200, JSON.stringify(answered));
        const { configuration } = answered as unknown as { configuration: PresenceConfiguration };
        assert.deepEqual(configuration[setting], typeof value === 'string' ? value.trim() : value);
        assert.deepEqual((await setup.get(path)).body, answered);
      } else {
        assert.equal(status, 422);
        const { errors = [] } = answered as unknown as Problem;
        assert.deepEqual(
          told(errors).filter((error) => error.pointer === pointer),
          [{ pointer, detail: sentence }],
          JSON.stringify(errors),
        );
      }
    });

  test('a status on push time-out needs a routing configuration with a push time-out', async () => {
    const bare = await openInMemory();
    const empty = new SetupUnderTest(bare);
    const { version } = await empty.get(path);
    const body = { ...defaultPresenceConfiguration, statusOnPushTimeoutId: 'offline' };
    const refused = await empty.ask<Problem>('PUT', path, { body, version });
    assert.deepEqual(told(refused.body.errors), [
      {
        pointer: '/statusOnPushTimeoutId',
        detail: 'Update status on push time-out needs a routing configuration with a push time-out.',
      },
    ]);
    await bare.close();
  });

  test('every violation is reported at once', async () => {
    const { version } = await setup.get(path);
    const body = { ...defaultPresenceConfiguration, name: '', capacity: 0, giveAcw: true, extra: 1 };
    const refused = await setup.ask<Problem>('PUT', path, { body, version });
    assert.deepEqual(refused.body.errors?.map(({ pointer }) => pointer).sort(), [
      '/acwDurationSeconds',
      '/capacity',
      '/extra',
      '/name',
    ]);
  });
});
