import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { Database } from '../../../../server/database/database.ts';
import { insertUser } from '../../../../server/database/records/people.ts';
import { defaultPresenceConfiguration } from '../../../../src/domain/configuration/presence-configuration.ts';
import type {
  Assigned,
  AssignmentChange,
  AuditEntry,
  Stale,
  UserRow,
} from '../../../../src/domain/setup/setup-api.ts';
import { openInMemory } from '../../database/in-memory.ts';
import { told } from '../app-under-test.ts';
import { SetupUnderTest, type Problem } from '../../setup/setup-under-test.ts';

let database: Database;
let setup: SetupUnderTest;
before(async () => {
  database = await openInMemory();
  setup = await SetupUnderTest.open(database);
  await database.transaction(async (tx) => {
    const user = { lastName: 'Rep', nickname: null, alias: null, profileId: 'support' };
    await insertUser(tx, 'gone', { ...user, firstName: 'Gone', active: false, omniChannel: true }, 0);
  });
});
after(() => database.close());

let first: string;
let second: string;
let made = 0;
/** Two configurations for each test; nobody is assigned anywhere. */
beforeEach(async () => {
  for (const id of ['support-declining', 'specialists-automatic', ...(first ? [first, second] : [])])
    await assign(id, [], []);
  [first, second] = [await configuration('First'), await configuration('Second')];
});

async function configuration(name: string): Promise<string> {
  const body = { ...defaultPresenceConfiguration, name, developerName: `Assigned_${(made += 1)}` };
  const created = await setup.ask<{ id: string }>('POST', 'presence-configurations', { body });
  assert.equal(created.status, 201);
  return created.body.id;
}

const address = (id: string) => `presence-configurations/${id}/assignments`;
const assigned = (id: string) => setup.get<Assigned>(address(id));

/** Assigns people, based on the present version. */
async function assign(id: string, userIds: string[], profileIds: string[] = []) {
  const { version } = await assigned(id);
  const body = { userIds, profileIds };
  return setup.ask<AssignmentChange & Problem>('PUT', address(id), { body, version });
}

const undo = (id: string) => setup.ask<AssignmentChange & Problem>('POST', `assignment-changes/${id}/undo`);

const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

describe('the assignments of a presence configuration', () => {
  test('are replaced as a whole: people who are not in the list are no longer assigned', async () => {
    const named = { id: first, name: 'First' };
    const put = await assign(first, ['sofia', 'noah'], ['support']);
    assert.equal(put.status, 200);
    assert.deepEqual(
      put.body.moved.map(({ kind, id, name, from, to }) => [kind, id, name, from, to]),
      [
        ['user', 'noah', 'Noah Fischer', null, named],
        ['user', 'sofia', 'Sofia Marin', null, named],
        ['profile', 'support', 'Support', null, named],
      ],
    );
    const { body } = await assigned(first);
    assert.deepEqual([idsOf(body.users), idsOf(body.profiles)], [['noah', 'sofia'], ['support']]);
    assert.deepEqual(body.users[1], {
      id: 'sofia',
      name: 'Sofia Marin',
      active: true,
      omniChannel: true,
      profile: { id: 'support', name: 'Support' },
      assignedTo: named,
    });
    const fewer = await assign(first, ['noah'], ['support']);
    assert.deepEqual(fewer.body.moved, [
      { kind: 'user', id: 'sofia', name: 'Sofia Marin', from: named, to: null },
    ]);
  });

  test('move people who are assigned elsewhere, and report from where', async () => {
    await assign(first, ['sofia'], ['support']);
    const put = await assign(second, ['sofia'], ['support']);
    const [from, to] = [
      { id: first, name: 'First' },
      { id: second, name: 'Second' },
    ];
    assert.deepEqual(put.body.moved, [
      { kind: 'user', id: 'sofia', name: 'Sofia Marin', from, to },
      { kind: 'profile', id: 'support', name: 'Support', from, to },
    ]);
    assert.deepEqual((await assigned(first)).body, { users: [], profiles: [] });
  });

  test('accept only active users with the Omni-Channel permission, with a pointer to each other one', async () => {
    const refused = await assign(first, ['sofia', 'gone', 'admin', 'nobody'], ['nothing']);
    assert.equal(refused.status, 422);
    assert.deepEqual(told(refused.body.errors), [
      { pointer: '/userIds/1', detail: 'Gone Rep is not active.' },
      { pointer: '/userIds/2', detail: 'Ada Lindqvist does not have the Omni-Channel permission.' },
      { pointer: '/userIds/3', detail: 'There is no such user.' },
      { pointer: '/profileIds/0', detail: 'There is no such profile.' },
    ]);
    assert.deepEqual((await assigned(first)).body.users, []);
    const twice = await assign(first, ['sofia', 'sofia']);
    assert.deepEqual(told(twice.body.errors), [
      { pointer: '/userIds', detail: 'Users must not name one twice.' },
    ]);
  });

  test('keep people who were eligible when they were assigned', async () => {
    await assign(first, ['amara']);
    const { body, version } = await setup.get('users/amara');
    const { id: _, ...fields } = body;
    const away = await setup.ask('PUT', 'users/amara', { body: { ...fields, active: false }, version });
    const put = await assign(first, ['amara', 'sofia']);
    assert.deepEqual(idsOf(put.body.moved), ['sofia']);
    const elsewhere = await assign(second, ['amara']);
    assert.equal(elsewhere.status, 422);
    await setup.ask('PUT', 'users/amara', { body: fields, version: away.version });
  });

  test('are not overwritten from an older list: the problem says who was moved in between', async () => {
    await assign(first, ['sofia', 'noah']);
    const { version } = await assigned(first);
    const change = await assign(second, ['sofia']);
    const body = { userIds: ['sofia', 'noah', 'amara'], profileIds: [] };
    const refused = await setup.ask<Stale & Problem>('PUT', address(first), { body, version });
    assert.equal(refused.status, 412);
    assert.deepEqual(idsOf((refused.body.current as Assigned).users), ['noah']);
    assert.deepEqual(refused.body.changes, [
      {
        pointer: '/users/sofia',
        from: change.body.moved[0]?.from,
        to: change.body.moved[0]?.to,
        by: { id: 'admin', name: 'Ada Lindqvist' },
        at: setup.server.timers.now(),
      },
    ]);
    const missing = await setup.ask('PUT', address(first), { body });
    assert.equal(missing.status, 428);
    const begun = await setup.ask('PUT', address(await configuration('Empty')), { body });
    assert.equal(begun.status, 200);
  });

  test('appear in the audit log for each person moved', async () => {
    await assign(first, ['sofia']);
    await assign(second, ['sofia']);
    const { body } = await setup.get<{ items: AuditEntry[] }>('audit-log?record=sofia&limit=1');
    assert.deepEqual(body.items[0]?.changes, [
      { pointer: '/assignedTo', from: { id: first, name: 'First' }, to: { id: second, name: 'Second' } },
    ]);
    assert.deepEqual([body.items[0].action, body.items[0].resource], ['assigned', 'users']);
  });

  test('are in the history of the configurations that they concern, with the change to undo', async () => {
    await assign(first, ['sofia', 'noah']);
    const moved = (await assign(second, ['sofia'], ['support'])).body.id;
    const history = async (id: string) => {
      const query = `audit-log?resource=presence-configurations&record=${id}`;
      const { items } = (await setup.get<{ items: AuditEntry[] }>(query)).body;
      return items.map(({ action, record, assignmentChange }) => [action, record.name, assignmentChange]);
    };
    const change = { id: moved, isUndone: false };
    const [created, ...names] = (await history(second)).reverse();
    assert.deepEqual(created, ['created', 'Second', null]);
    assert.deepEqual(names.toSorted(), [
      ['assigned', 'Sofia Marin', change],
      ['assigned', 'Support', change],
    ]);
    // Of the change that moved Sofia away, the first one's history has only her.
    const left = (await history(first)).filter(([, , one]) => (one as typeof change | null)?.id === moved);
    assert.deepEqual(left, [['assigned', 'Sofia Marin', change]]);
    const undone = (await undo(moved)).body.id;
    assert.deepEqual(
      (await history(first)).slice(0, 2).map(([action, , one]) => [action, one]),
      [
        ['undone', { id: undone, isUndone: false }],
        ['assigned', { id: moved, isUndone: true }],
      ],
    );
  });

  test('do not exist for an unknown presence configuration', async () => {
    assert.equal((await assigned('nothing')).status, 404);
    const body = { userIds: [], profileIds: [] };
    assert.equal((await setup.ask('PUT', address('nothing'), { body })).status, 404);
  });
});

describe('undoing a change of assignments', () => {
  test('puts everybody back, once', async () => {
    await assign(first, ['sofia'], ['support']);
    const change = await assign(second, ['sofia', 'amara'], ['support']);
    const undone = await undo(change.body.id);
    assert.equal(undone.status, 200);
    assert.deepEqual(
      undone.body.moved,
      change.body.moved.map(({ from, to, ...rest }) => ({ ...rest, from: to, to: from })),
    );
    const { body } = await assigned(first);
    assert.deepEqual([idsOf(body.users), idsOf(body.profiles)], [['sofia'], ['support']]);
    assert.deepEqual((await assigned(second)).body, { users: [], profiles: [] });
    const again = await undo(change.body.id);
    assert.deepEqual([again.status, again.body.detail], [409, 'This change has been undone already.']);
  });

  test('is refused if somebody was moved again since, with their name', async () => {
    const change = await assign(first, ['sofia', 'noah', 'amara']);
    await assign(second, ['sofia', 'noah']);
    const refused = await undo(change.body.id);
    assert.deepEqual(
      [refused.status, refused.body.detail],
      [409, 'This cannot be undone: Noah Fischer and Sofia Marin were moved again since.'],
    );
    assert.deepEqual(idsOf((await assigned(second)).body.users), ['noah', 'sofia']);
  });

  test('is refused if people would go back to a deleted configuration', async () => {
    await assign(first, ['sofia']);
    const change = await assign(second, ['sofia']);
    assert.equal((await setup.ask('DELETE', `presence-configurations/${first}`)).status, 204);
    const refused = await undo(change.body.id);
    assert.equal(refused.body.detail, 'This cannot be undone: First was deleted since.');
    await assign(second, []);
    first = second;
  });

  test('is a problem for an unknown change', async () => {
    assert.equal((await undo('nothing')).status, 404);
  });
});

describe('ten thousand users', () => {
  before(async () => {
    await database.queries.execute(`
      insert into users (id, first_name, last_name, profile_id, active, omni_channel)
      select 'many-' || n, 'First ' || n, 'Last', 'support', n % 10 <> 0, true from generate_series(1, 10000) n`);
    await database.queries.execute('analyze users');
  });

  test('are listed and searched by the index, page by page', async () => {
    const { rows } = (await database.queries.execute(
      `explain select id from users order by lower(first_name || ' ' || last_name) collate "C", id limit 51`,
    )) as unknown as { rows: { 'QUERY PLAN': string }[] };
    assert.match(rows.map((row) => row['QUERY PLAN']).join('\n'), /users_name/);
    const { body } = await setup.get<{ items: UserRow[]; total: number }>(
      'users?search=first%20999&eligible=true&limit=100',
    );
    // 999 and 9990 to 9999, except those who are not active.
    assert.equal(body.total, 10);
    assert.ok(body.items.every(({ active }) => active));
  });

  test('are assigned and taken back in one go', async () => {
    const ids = Array.from({ length: 10_000 }, (_, index) => `many-${index + 1}`).filter(
      (_, index) => (index + 1) % 10 !== 0,
    );
    const put = await assign(first, ids);
    assert.equal(put.body.moved.length, 9000);
    assert.equal((await assigned(first)).body.users.length, 9000);
    const undone = await undo(put.body.id);
    assert.equal(undone.body.moved.length, 9000);
    assert.equal((await assigned(first)).body.users.length, 0);
  });
});
