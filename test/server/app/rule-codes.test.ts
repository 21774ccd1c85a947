import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Database } from '../../../server/database/database.ts';
import { defaultPresenceConfiguration } from '../../../src/domain/configuration/presence-configuration.ts';
import { openInMemory } from '../database/in-memory.ts';
import { SetupUnderTest, type Problem } from '../setup/setup-under-test.ts';

let database: Database;
let setup: SetupUnderTest;
before(async () => {
  database = await openInMemory();
  setup = await SetupUnderTest.open(database);
});
after(() => database.close());

/** What the Default Presence Configuration with a change is refused with. */
async function refusedWith(change: object) {
  const path = 'presence-configurations/default';
  const { version } = await setup.get(path);
  const body = { ...defaultPresenceConfiguration, ...change };
  const refused = await setup.ask<Problem>('PUT', path, { body, version });
  assert.equal(refused.status, 422);
  return refused.body.errors;
}

describe('a violated rule through the API', () => {
  test('has the code and the bounds of a value', async () => {
    assert.deepEqual(await refusedWith({ capacity: 0 }), [
      {
        pointer: '/capacity',
        rule: 'wholeNumber',
        params: { what: 'Capacity', min: 1, max: 10_000 },
        detail: 'Capacity must be a whole number from 1 to 10,000.',
      },
    ]);
  });

  test('has the code of a rule between settings', async () => {
    assert.deepEqual(await refusedWith({ acwDurationSeconds: 60 }), [
      {
        pointer: '/acwDurationSeconds',
        rule: 'needsWrapUp',
        params: { what: 'ACW duration' },
        detail: 'ACW duration needs Give wrap-up time.',
      },
    ]);
  });

  test('has the code of a reference to nothing', async () => {
    const refused = await setup.ask<Problem>('POST', 'flows', { body: { name: 'Returns', queueId: 'none' } });
    assert.deepEqual(refused.body.errors, [
      {
        pointer: '/queueId',
        rule: 'queueExists',
        params: { what: 'Queue' },
        detail: 'Queue must name a queue.',
      },
    ]);
  });

  test('has the name of a user who is not active', async () => {
    const { body, version } = await setup.get('users/noah');
    const { id: _, ...fields } = body;
    await setup.ask('PUT', 'users/noah', { body: { ...fields, active: false }, version });
    const assigned = await setup.get('presence-configurations/default/assignments');
    const refused = await setup.ask<Problem>('PUT', 'presence-configurations/default/assignments', {
      body: { userIds: ['noah'], profileIds: [] },
      version: assigned.version,
    });
    const name = `${String(fields.firstName)} ${String(fields.lastName)}`;
    assert.deepEqual(refused.body.errors, [
      { pointer: '/userIds/0', rule: 'userActive', params: { name }, detail: `${name} is not active.` },
    ]);
  });
});
