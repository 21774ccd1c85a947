import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Database } from '../../../../server/database/database.ts';
import { defaultPresenceConfiguration } from '../../../../src/domain/configuration/presence-configuration.ts';
import type {
  AuditEntry,
  PresenceConfigurationRecord,
  PresenceConfigurationRow,
  Stale,
} from '../../../../src/domain/setup/setup-api.ts';
import { openInMemory } from '../../database/in-memory.ts';
import { told } from '../app-under-test.ts';
import { SetupUnderTest, type Problem } from '../../setup/setup-under-test.ts';

const path = 'presence-configurations';
interface Rows {
  readonly items: PresenceConfigurationRow[];
  readonly next: string | null;
  readonly total: number;
}

let database: Database;
let setup: SetupUnderTest;
before(async () => {
  database = await openInMemory();
  setup = await SetupUnderTest.open(database);
});
after(() => database.close());

let made = 0;
/** A configuration like the default one, with another name. */
const configuration = (name: string, change: object = {}) => ({
  ...defaultPresenceConfiguration,
  name,
  developerName: `Made_${(made += 1)}`,
  ...change,
});
const create = (body: object) => setup.ask<PresenceConfigurationRecord>('POST', path, { body });

describe('a presence configuration', () => {
  test('is created with a location and a version, and can be read back', async () => {
    const body = configuration('Created');
    const created = await create(body);
    assert.equal(created.status, 201);
    assert.deepEqual(created.body, { id: created.body.id, isDefault: false, configuration: body });
    assert.equal(created.headers.get('Location'), `/v1/setup/${path}/${created.body.id}`);
    const read = await setup.get<PresenceConfigurationRecord>(`${path}/${created.body.id}`);
    assert.deepEqual([read.body, read.version], [created.body, created.version]);
    const same = await setup.ask('GET', `${path}/${created.body.id}`, {
      headers: { 'If-None-Match': read.version },
    });
    assert.equal(same.status, 304);
  });

  test('is created with an id chosen by the caller, once', async () => {
    const headers = { 'If-None-Match': '*' };
    const body = configuration('With an id');
    const created = await setup.ask('PUT', `${path}/own-id`, { body, headers });
    assert.deepEqual([created.status, created.body.id], [201, 'own-id']);
    const again = await setup.ask<Problem>('PUT', `${path}/own-id`, { body, headers });
    assert.deepEqual(
      [again.status, again.body.detail],
      [409, 'There is a presence configuration of this id already.'],
    );
  });

  test('has a unique Developer Name, ignoring case', async () => {
    const body = configuration('Twin', { developerName: 'DEFAULT_presence_CONFIGURATION' });
    const refused = await setup.ask<Problem>('POST', path, { body });
    assert.equal(refused.status, 422);
    assert.deepEqual(told(refused.body.errors), [
      { pointer: '/developerName', detail: 'Another presence configuration has this Developer Name.' },
    ]);
  });

  test('is replaced by callers who know its version, and may keep its Developer Name', async () => {
    const body = configuration('Before');
    const { body: record, version } = await create(body);
    const address = `${path}/${record.id}`;
    const missing = await setup.ask<Problem>('PUT', address, { body });
    assert.equal(missing.status, 428);
    assert.match(missing.body.detail, /^If-Match is missing/);
    for (const malformed of ['*', '3', '"x"', '"1", "2"'])
      assert.equal((await setup.ask('PUT', address, { body, version: malformed })).status, 400, malformed);
    const changed = { ...body, name: ' After ', capacity: 7 };
    const saved = await setup.ask<PresenceConfigurationRecord>('PUT', address, { body: changed, version });
    assert.equal(saved.status, 200);
    assert.deepEqual(saved.body.configuration, { ...changed, name: 'After' });
    assert.notEqual(saved.version, version);
  });

  test('is not overwritten: a stale save is refused with what changed, by whom and when', async () => {
    const body = configuration('Contested', { allowDecline: true });
    const { body: record, version } = await create(body);
    const address = `${path}/${record.id}`;
    const theirs = { ...body, capacity: 6, name: 'Theirs' };
    const first = await setup.ask('PUT', address, { body: theirs, version, subject: 'admin' });
    const second = await setup.ask('PUT', address, {
      body: { ...theirs, capacity: 8, soundLengthSeconds: 3 },
      version: first.version,
      subject: 'robot',
    });
    const third = await setup.ask('PUT', address, {
      body: { ...body, capacity: 8, soundLengthSeconds: 3 },
      version: second.version,
      subject: 'robot',
    });
    const refused = await setup.ask<Problem & Stale>('PUT', address, { body, version });
    assert.equal(refused.status, 412);
    assert.equal(refused.body.detail, 'Somebody has changed this presence configuration meanwhile.');
    assert.deepEqual([refused.body.version, refused.version], [third.version, third.version]);
    assert.deepEqual(refused.body.current, third.body);
    const robot = { by: { id: 'robot', name: 'robot' }, at: setup.server.timers.now() };
    assert.deepEqual(
      [...refused.body.changes].sort((one, other) => (one.pointer < other.pointer ? -1 : 1)),
      [
        { pointer: '/capacity', from: 5, to: 8, ...robot },
        { pointer: '/soundLengthSeconds', from: 10, to: 3, ...robot },
      ],
    );
    assert.deepEqual((await setup.get(address)).body, third.body);
    const removal = await setup.ask('DELETE', address, { version });
    assert.equal(removal.status, 412);
  });

  test('is saved once when two callers save the same version at once', async () => {
    const { body: record, version } = await create(configuration('Raced'));
    const saves = await Promise.all(
      [1, 2, 3, 4].map((capacity) =>
        setup.ask('PUT', `${path}/${record.id}`, { body: { ...record.configuration, capacity }, version }),
      ),
    );
    assert.deepEqual(saves.map(({ status }) => status).sort(), [200, 412, 412, 412]);
  });

  test('can be deleted unless somebody is assigned to it or it is the default', async () => {
    const { body: record } = await create(configuration('Short-lived'));
    assert.equal((await setup.ask('DELETE', `${path}/${record.id}`)).status, 204);
    assert.equal((await setup.get(`${path}/${record.id}`)).status, 404);
    const used = await setup.ask<Problem & { usedBy: unknown }>('DELETE', `${path}/support-declining`);
    assert.deepEqual(
      [used.status, used.body.detail, used.body.usedBy],
      [
        409,
        'Support with declining is used by the user Sofia Marin.',
        [{ kind: 'users', id: 'sofia', name: 'Sofia Marin' }],
      ],
    );
    const byDefault = await setup.ask<Problem>('DELETE', `${path}/default`);
    assert.equal(byDefault.status, 409);
    assert.match(byDefault.body.detail, /^The Default Presence Configuration cannot be deleted/);
  });

  test('does not reuse the versions of a deleted one with the same id', async () => {
    const headers = { 'If-None-Match': '*' };
    const body = configuration('Phoenix');
    const first = await setup.ask('PUT', `${path}/phoenix`, { body, headers });
    const changed = await setup.ask('PUT', `${path}/phoenix`, { body, version: first.version });
    await setup.ask('DELETE', `${path}/phoenix`);
    const second = await setup.ask('PUT', `${path}/phoenix`, { body, headers });
    assert.ok(![first.version, changed.version].includes(second.version));
  });

  test('does not exist for an unknown or invalid id', async () => {
    for (const id of ['nothing', '%20', 'a%2Fb', 'ü'.repeat(9)]) {
      assert.equal((await setup.get(`${path}/${id}`)).status, 404, id);
      const body = configuration('Nobody');
      assert.equal((await setup.ask('PUT', `${path}/${id}`, { body, version: '"1"' })).status, 404, id);
      assert.equal((await setup.ask('DELETE', `${path}/${id}`)).status, 404, id);
    }
  });
});

describe('the list of presence configurations', () => {
  test('is paged in the order of names, with the total and the assignments', async () => {
    for (const name of ['paged c', 'Paged B', 'Paged a', 'paged D']) await create(configuration(name));
    const names: string[] = [];
    let cursor = '';
    for (let pages = 0; pages < 2; pages += 1) {
      const { body } = await setup.get<Rows>(`${path}?search=PAGED&limit=2${cursor}`);
      assert.equal(body.total, 4);
      names.push(...body.items.map(({ name }) => name));
      assert.equal(body.next === null, pages === 1);
      cursor = `&cursor=${String(body.next)}`;
    }
    assert.deepEqual(names, ['Paged a', 'Paged B', 'paged c', 'paged D']);
    const { body } = await setup.get<Rows>(`${path}?search=support%20with`);
    assert.deepEqual(body.items, [
      {
        id: 'support-declining',
        name: 'Support with declining',
        developerName: 'Support_with_declining',
        isDefault: false,
        users: 1,
        profiles: 0,
        changedAt: null,
      },
    ]);
  });

  test('can be ordered by latest change, page by page', async () => {
    const ids: string[] = [];
    for (const name of ['Sorted 1', 'Sorted 2', 'Sorted 3']) {
      ids.push((await create(configuration(name))).body.id);
      await setup.server.timers.pass(1000);
    }
    const first = await setup.get<Rows>(`${path}?sort=changed&limit=2&search=sorted`);
    const second = await setup.get<Rows>(
      `${path}?sort=changed&limit=2&search=sorted&cursor=${String(first.body.next)}`,
    );
    assert.deepEqual(
      [...first.body.items, ...second.body.items].map(({ id }) => id),
      ids.reverse(),
    );
    assert.equal(first.body.items[0]?.changedAt, setup.server.timers.now() - 1000);
  });

  test('searches for literal text, not for a pattern', async () => {
    await create(configuration('100 % _off_'));
    for (const [search, found] of [
      ['%25', 1],
      ['_off_', 1],
      ['a_l', 0],
      ["'%20or%20''='", 0],
    ] as const)
      assert.equal((await setup.get<Rows>(`${path}?search=${search}`)).body.total, found, search);
    assert.equal((await setup.get(`${path}?search=%00`)).status, 400);
  });

  test('refuses unknown query parameters', async () => {
    const { body, status } = await setup.get<Problem>(`${path}?sort=capacity&limit=0&cursor=x&eligible=true`);
    assert.equal(status, 400);
    assert.deepEqual(told(body.errors), [
      { pointer: '/sort', detail: 'Sort must be name or changed.' },
      { pointer: '/limit', detail: 'Limit must be a whole number from 1 to 100.' },
      { pointer: '/cursor', detail: 'Cursor must be the next of an earlier page.' },
      { pointer: '/eligible', detail: 'There is no such parameter.' },
    ]);
  });
});

describe('the audit log', () => {
  const log = async (query: string) =>
    (await setup.get<{ items: AuditEntry[]; next: string | null }>(`audit-log?${query}`)).body;

  test('lists who changed which field of which record, from what to what, latest first', async () => {
    const { body: record, version } = await create(configuration('Logged'));
    const at = setup.server.timers.now();
    const changed = { ...record.configuration, capacity: 9 };
    await setup.server.timers.pass(5000);
    const refused = await setup.ask('PUT', `${path}/${record.id}`, { body: {}, version });
    assert.equal(refused.status, 422);
    await setup.ask('PUT', `${path}/${record.id}`, { body: changed, version });
    await setup.ask('DELETE', `${path}/${record.id}`, { subject: 'robot' });
    const { items, next } = await log(`resource=${path}&record=${record.id}`);
    assert.equal(next, null);
    assert.deepEqual(
      items.map(({ action, by, at: when }) => [action, by.name, when - at]),
      [
        ['deleted', 'robot', 5000],
        ['changed', 'Ada Lindqvist', 5000],
        ['created', 'Ada Lindqvist', 0],
      ],
    );
    assert.deepEqual(items[1]?.changes, [{ pointer: '/capacity', from: 5, to: 9 }]);
    assert.deepEqual(items[0]?.record, { id: record.id, name: 'Logged' });
    const created = items[2]?.changes ?? [];
    assert.deepEqual(
      created.find(({ pointer }) => pointer === '/capacity'),
      { pointer: '/capacity', from: null, to: 5 },
    );

    const iso = (instant: number) => new Date(instant).toISOString();
    const within = await log(`record=${record.id}&from=${iso(at)}&to=${iso(at + 1)}`);
    assert.deepEqual(
      within.items.map(({ action }) => action),
      ['created'],
    );
    const found = async (query: string) =>
      (await log(`record=${record.id}&${query}`)).items.map(({ action }) => action);
    assert.deepEqual(await found('action=changed'), ['changed']);
    assert.deepEqual(await found('search=robot'), ['deleted']);
    assert.deepEqual(await found('search=logge'), ['deleted', 'changed', 'created']);
    assert.deepEqual(await found('search=nobody'), []);
    assert.equal((await setup.get('audit-log?action=eaten')).status, 400);
    const first = await log(`record=${record.id}&limit=2`);
    const second = await log(`record=${record.id}&limit=2&cursor=${String(first.next)}`);
    assert.deepEqual([...first.items, ...second.items], items);
  });

  test('names the records that a change refers to, also those that no longer exist', async () => {
    const made = async (kind: string, body: object) =>
      (await setup.ask<{ id: string }>('POST', kind, { body })).body.id;
    const lunch = await made('presence-statuses', {
      name: 'Second lunch',
      developerName: 'Second_lunch',
      kind: 'busy',
      channelIds: [],
    });
    const { body: record, version } = await create(configuration('Naming'));
    const { configuration: before } = record;
    const put = (change: object, tag: string) =>
      setup.ask('PUT', `${path}/${record.id}`, { body: { ...before, ...change }, version: tag });
    const set = await put({ allowDecline: true, statusOnDeclineId: lunch }, version);
    assert.equal(set.status, 200);
    const entryOf = async () =>
      (await log(`resource=${path}&record=${record.id}`)).items.find(({ changes }) =>
        changes.some(({ pointer, to }) => pointer === '/statusOnDeclineId' && to === lunch),
      );
    assert.deepEqual((await entryOf())?.names, [
      { resource: 'presence-statuses', id: lunch, name: 'Second lunch' },
    ]);

    assert.equal((await put({ allowDecline: true, statusOnDeclineId: null }, set.version)).status, 200);
    const { version: known } = await setup.get(`presence-statuses/${lunch}`);
    const gone = await setup.ask('DELETE', `presence-statuses/${lunch}`, { version: known });
    assert.equal(gone.status, 204);
    assert.equal((await entryOf())?.names[0]?.name, 'Second lunch');

    const queue = await setup.get<{ memberIds: string[] }>('queues/sales-chat');
    const { memberIds } = queue.body;
    const { id: _, ...fields } = queue.body as Record<string, unknown>;
    await setup.ask('PUT', 'queues/sales-chat', {
      body: { ...fields, memberIds: [] },
      version: queue.version,
    });
    const [emptied] = (await log('resource=queues&record=sales-chat')).items;
    assert.deepEqual(
      emptied?.names.map(({ resource, id }) => [resource, id]).sort(),
      memberIds.map((id) => ['users', id]).sort(),
    );
    assert.equal(emptied.names.find(({ id }) => id === 'sofia')?.name, 'Sofia Marin');
  });

  test('requires the permission, as does every other part of Setup', async () => {
    const rep = await setup.server.as('sofia', 'omni-channel', 'work-source');
    for (const address of [
      'audit-log',
      path,
      `${path}/default`,
      `${path}/default/assignments`,
      'users',
      'users/sofia/effective-configuration',
      'queues/sales-chat',
    ]) {
      assert.equal((await setup.server.get(`/v1/setup/${address}`)).status, 401, address);
      assert.equal((await setup.server.get(`/v1/setup/${address}`, rep)).status, 403, address);
    }
  });
});
