import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Database } from '../../../../server/database/database.ts';
import { setupResources } from '../../../../server/setup/resources.ts';
import { defaultPresenceConfiguration } from '../../../../src/domain/configuration/presence-configuration.ts';
import type {
  ProfileRow,
  QueueMembers,
  RecordUses,
  UserConfiguration,
  UserRow,
} from '../../../../src/domain/setup/setup-api.ts';
import { openInMemory } from '../../database/in-memory.ts';
import { SetupUnderTest, type Problem } from '../../setup/setup-under-test.ts';
import { examples } from './record-examples.ts';

let database: Database;
let setup: SetupUnderTest;
before(async () => {
  database = await openInMemory();
  setup = await SetupUnderTest.open(database);
});
after(() => database.close());

type InUse = Problem & { readonly usedBy?: readonly { kind: string; id: string; name: string }[] };

for (const [resource, { good, change, bad, faults }] of Object.entries(examples))
  describe(resource, () => {
    test('are created, read, listed, changed, logged and deleted', async () => {
      const created = await setup.ask<{ id: string }>('POST', resource, { body: good });
      assert.equal(created.status, 201, JSON.stringify(created.body));
      const { id } = created.body;
      assert.deepEqual(created.body, { id, ...good });
      assert.deepEqual((await setup.get(`${resource}/${id}`)).body, created.body);
      const { label, name = label, firstName } = good as Record<string, string>;
      const search = encodeURIComponent((firstName ?? name)!.toUpperCase());
      const { body: page } = await setup.get<{ items: { id: string }[]; total: number }>(
        `${resource}?search=${search}`,
      );
      assert.deepEqual([page.items.map((row) => row.id), page.total], [[id], 1]);

      const body = { ...good, ...change };
      const changed = await setup.ask('PUT', `${resource}/${id}`, { body, version: created.version });
      assert.deepEqual([changed.status, changed.body], [200, { id, ...body }]);
      const again = await setup.ask('PUT', `${resource}/${id}`, { body, version: changed.version });
      assert.deepEqual(
        [again.status, again.version, again.body],
        [200, changed.version, changed.body],
        'a change that changes nothing keeps its version',
      );
      const stale = await setup.ask('PUT', `${resource}/${id}`, { body: good, version: created.version });
      assert.equal(stale.status, 412);
      const { body: log } = await setup.get<{ items: { action: string; changes: object[] }[] }>(
        `audit-log?resource=${resource}&record=${id}`,
      );
      assert.deepEqual(
        log.items.map(({ action }) => action),
        ['changed', 'created'],
      );
      assert.equal(log.items[0]?.changes.length, Object.keys(change).length);

      const deleted = await setup.ask<Problem>('DELETE', `${resource}/${id}`, { version: changed.version });
      if (resource === 'decline-reasons') {
        assert.equal(deleted.status, 409);
        assert.match(deleted.body.detail, /Retire it instead/);
      } else {
        assert.equal(deleted.status, 204, JSON.stringify(deleted.body));
        assert.equal((await setup.get(`${resource}/${id}`)).status, 404);
      }
    });

    test('that break rules are refused with all of them at once', async () => {
      const before = await setup.get<{ total: number }>(resource);
      const refused = await setup.ask<Problem>('POST', resource, { body: { ...good, ...bad } });
      assert.equal(refused.status, 422);
      const told = (refused.body.errors ?? []).map(({ pointer, detail }) => [pointer, detail]);
      assert.deepEqual(Object.fromEntries(told), faults);
      assert.equal((await setup.get<{ total: number }>(resource)).body.total, before.body.total);
      assert.equal((await setup.ask('POST', resource, { body: 'text' })).status, 422);
    });
  });

describe('what is in use', () => {
  const uses: readonly [path: string, usedBy: readonly string[]][] = [
    ['service-channels/voice', ['presence-statuses available']],
    ['routing-configurations/calls', ['queues billing-voice']],
    ['queues/sales-chat', ['flows new-contract']],
    ['flows/returns', ['presence-configurations specialists-automatic']],
    ['presence-statuses/available', ['profiles specialists', 'profiles support']],
    ['profiles/specialists', ['users noah']],
    ['users/sofia', ['presence-configurations support-declining', 'queues back-office']],
  ];
  for (const [path, expected] of uses)
    test(`${path} cannot be deleted, and the problem says where it is used`, async () => {
      const refused = await setup.ask<InUse>('DELETE', path);
      assert.equal(refused.status, 409);
      const usedBy = (refused.body.usedBy ?? []).map(({ kind, id }) => `${kind} ${id}`);
      for (const use of expected) assert.ok(usedBy.includes(use), usedBy.join());
      assert.match(refused.body.detail, / is used by the /);
      const asked = await setup.get<RecordUses>(`${path}/uses`);
      assert.deepEqual(asked.body, { obstacle: refused.body.detail, usedBy: refused.body.usedBy });
      assert.equal((await setup.get(path)).status, 200);
    });

  test('a queue or profile that reps may transfer to, or a queue with work, cannot be deleted', async () => {
    const path = 'presence-configurations/default';
    const { version } = await setup.get(path);
    const transferDestinations = {
      messaging: { profileIds: ['administrators'], queueIds: [], flowIds: [] },
      voice: { profileIds: [], queueIds: ['back-office'] },
    };
    const body = { ...defaultPresenceConfiguration, transferDestinations };
    const changed = await setup.ask('PUT', path, { body, version });
    for (const [one, kind] of [
      ['queues/back-office', 'presence-configurations'],
      ['profiles/administrators', 'presence-configurations'],
    ] as const) {
      const refused = await setup.ask<InUse>('DELETE', one);
      assert.ok(
        refused.body.usedBy?.some((use) => use.kind === kind && use.id === 'default'),
        one,
      );
    }
    await setup.ask('PUT', path, { body: defaultPresenceConfiguration, version: changed.version });
    const item = { channel: 'Case', queue: 'Back_office', subject: 'A broken lid' };
    await setup.engine.createWorkItem('shop', 'one', {
      ...item,
      customerName: 'Mei Lin',
      recordId: '1',
      highlights: [],
      requiredRepId: null,
    });
    const refused = await setup.ask<InUse>('DELETE', 'queues/back-office');
    assert.deepEqual(refused.body.detail, 'Back office is used by the work item A broken lid.');
    assert.deepEqual(
      (await setup.ask<InUse>('DELETE', 'service-channels/case')).body.usedBy?.map(({ kind }) => kind),
      ['presence-statuses', 'work-items'],
    );
  });

  test('Offline is built in: it can be neither changed nor deleted', async () => {
    const { version, body } = await setup.get('presence-statuses/offline');
    assert.deepEqual(body, {
      id: 'offline',
      name: 'Offline',
      developerName: 'Offline',
      kind: 'offline',
      channelIds: [],
    });
    const renamed = { name: 'Away', developerName: 'Away', kind: 'busy', channelIds: [] };
    const changed = await setup.ask<Problem>('PUT', 'presence-statuses/offline', { body: renamed, version });
    assert.deepEqual(
      [changed.status, changed.body.detail],
      [409, 'Offline is built in; it cannot be changed.'],
    );
    const refused = await setup.ask<Problem>('DELETE', 'presence-statuses/offline');
    assert.equal(refused.status, 409);
    const asked = await setup.get<RecordUses>('presence-statuses/offline/uses');
    assert.deepEqual(asked.body, { obstacle: refused.body.detail, usedBy: [] });
  });

  test('what nothing uses can be deleted, and asking deletes nothing', async () => {
    const body = { name: 'Spare', developerName: 'Spare', kind: 'busy', channelIds: [] };
    const { id } = (await setup.ask<{ id: string }>('POST', 'presence-statuses', { body })).body;
    const asked = await setup.get<RecordUses>(`presence-statuses/${id}/uses`);
    assert.deepEqual(asked.body, { obstacle: null, usedBy: [] });
    assert.equal((await setup.ask('DELETE', `presence-statuses/${id}`)).status, 204);
    assert.equal((await setup.get(`presence-statuses/${id}/uses`)).status, 404);
  });

  test('the last push time-out cannot be removed while a presence configuration sets a status on it', async () => {
    const path = 'presence-configurations/default';
    const { version } = await setup.get(path);
    const body = { ...defaultPresenceConfiguration, statusOnPushTimeoutId: 'lunch' };
    const saved = await setup.ask('PUT', path, { body, version });
    const off = async (id: string) => {
      const found = await setup.get(`routing-configurations/${id}`);
      const { id: _, ...fields } = found.body;
      return setup.ask<InUse>('PUT', `routing-configurations/${id}`, {
        body: { ...fields, pushTimeoutSeconds: null },
        version: found.version,
      });
    };
    assert.deepEqual([(await off('calls')).status, (await off('chats')).status], [200, 200]);
    const last = await off('messages');
    assert.equal(last.status, 409);
    assert.equal(
      last.body.detail,
      'This is the last push time-out, and a status on push time-out is set by Default Presence Configuration.',
    );
    assert.deepEqual(
      last.body.usedBy?.map(({ id }) => id),
      ['default'],
    );
    // Nothing uses this one, which alone has a push time-out: the rule holds for deleting it, too.
    const alone = { ...examples['routing-configurations'].good, developerName: 'Alone' };
    const created = await setup.ask<{ id: string }>('POST', 'routing-configurations', { body: alone });
    assert.equal((await off('messages')).status, 200);
    const one = `routing-configurations/${created.body.id}`;
    const asked = await setup.get<RecordUses>(`${one}/uses`);
    assert.equal(asked.body.obstacle, last.body.detail);
    assert.equal((await setup.ask<InUse>('DELETE', one)).body.detail, last.body.detail);
    await setup.ask('PUT', path, { body: defaultPresenceConfiguration, version: saved.version });
    assert.equal((await setup.ask('DELETE', one)).status, 204);
  });
});

describe('users', () => {
  test('are listed with their profile and their own assignment', async () => {
    const { body } = await setup.get<{ items: UserRow[] }>('users?search=sofia');
    assert.deepEqual(body.items[0]?.assignedTo, { id: 'support-declining', name: 'Support with declining' });
    const profiles = await setup.get<{ items: ProfileRow[] }>('profiles?search=special');
    assert.deepEqual(profiles.body.items, [
      { id: 'specialists', name: 'Specialists', users: 1, assignedTo: null },
    ]);
  });

  test('can be filtered by whether they can be assigned', async () => {
    const { body } = await setup.get<{ items: UserRow[] }>('users?eligible=true');
    assert.deepEqual(
      body.items.map(({ id }) => id),
      ['amara', 'noah', 'sofia'],
    );
  });

  test('can be filtered by what their alias could not merge', async () => {
    const ids = async (query: string) =>
      (await setup.get<{ items: UserRow[] }>(`users?eligible=true&${query}`)).body.items.map(({ id }) => id);
    assert.deepEqual(await ids('withoutNickname=true'), ['noah']);
    assert.deepEqual(await ids('withoutAlias=true'), []);
  });

  test('can sign in as reps as soon as they are created', async () => {
    const fields = { firstName: 'Zoe', lastName: 'Lang', nickname: null, alias: null, profileId: 'support' };
    const body = { ...fields, active: true, omniChannel: true };
    const headers = { 'If-None-Match': '*' };
    const created = await setup.ask('PUT', 'users/zoe.not', { body, headers });
    assert.equal(created.status, 404);
    await setup.ask('PUT', 'users/zoe', { body, headers });
    const session = { repId: 'zoe', sessionId: 'session', socketId: 'socket' };
    await setup.engine.connect(session);
    assert.equal((await setup.engine.snapshot('zoe')).presence.status.id, 'offline');
  });

  test('have an effective configuration, with the way they come to it', async () => {
    const ways = async (id: string) =>
      (await setup.get<UserConfiguration>(`users/${id}/effective-configuration`)).body;
    const sofia = await ways('sofia');
    assert.equal(sofia.configuration?.route, 'user');
    assert.deepEqual(sofia.path, {
      user: { id: 'support-declining', name: 'Support with declining' },
      profile: null,
      default: { id: 'default', name: 'Default Presence Configuration' },
    });
    assert.deepEqual(
      sofia.configuration,
      (await setup.engine.effectiveConfiguration('sofia'))?.configuration,
    );
    assert.equal((await ways('admin')).configuration, null);
    assert.equal((await setup.get('users/nobody/effective-configuration')).status, 404);
  });
});

test('the members of a queue are listed by name, all at once', async () => {
  const { body } = await setup.get<QueueMembers>('queues/sales-chat/members');
  assert.deepEqual(
    body.users.map(({ id, name }) => `${id}: ${name}`),
    ['amara: Amara Okafor', 'noah: Noah Fischer', 'sofia: Sofia Marin'],
  );
  assert.equal((await setup.get('queues/nothing/members')).status, 404);
});

test('every resource has examples here', () => {
  assert.deepEqual(
    Object.keys(setupResources).filter((name) => name !== 'presence-configurations'),
    Object.keys(examples),
  );
});

test('a body that is too large or not JSON is refused', async () => {
  const administrator = await setup.server.as('admin', 'customize-application');
  const broken = await setup.server.post('/v1/setup/queues', '{', administrator);
  assert.equal(broken.status, 400);
  const large = await setup.server.post('/v1/setup/queues', ' '.repeat(3 * 1024 * 1024), administrator);
  assert.equal(large.status, 413);
});
