import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { resolveEffectiveConfiguration } from '../../../src/domain/configuration/resolve-effective-configuration.ts';
import { channelNamed } from '../../../src/domain/rules.ts';
import { sourcesWith } from '../../domain/fixtures.ts';
import { workItemView } from '../fake-engine.ts';
import { AppUnderTest, problem, told } from './app-under-test.ts';

const item = {
  channel: 'Chat',
  queue: 'Support',
  subject: 'Where is my parcel?',
  customerName: 'Mei Lin',
  recordId: 'CHAT-1',
};

describe('GET /v1/presence-configuration', () => {
  const configuration = resolveEffectiveConfiguration(sourcesWith());

  test("is the rep's own, privately cached, and revalidated", async () => {
    const server = new AppUnderTest();
    server.engine.configuration = { configuration, version: 'v7' };
    const rep = await server.as('sofia', 'omni-channel');
    const full = await server.get('/v1/presence-configuration', rep);
    assert.deepEqual(await full.json(), configuration);
    assert.equal(full.headers.get('ETag'), '"v7"');
    assert.equal(full.headers.get('Cache-Control'), 'private, no-cache');

    for (const known of ['"v7"', 'W/"v7"', '"v6", "v7"', '*']) {
      const same = await server.get('/v1/presence-configuration', { ...rep, 'If-None-Match': known });
      assert.equal(same.status, 304, known);
      assert.equal(await same.text(), '');
      assert.equal(same.headers.get('ETag'), '"v7"');
    }
    const stale = await server.get('/v1/presence-configuration', { ...rep, 'If-None-Match': '"v6"' });
    assert.equal(stale.status, 200);
  });

  test('is refused to users who are not reps', async () => {
    const server = new AppUnderTest();
    const response = await server.get(
      '/v1/presence-configuration',
      await server.as('nobody', 'omni-channel'),
    );
    assert.equal((await problem(response)).status, 403);
  });
});

describe('GET /v1/sounds/{sha256}', () => {
  const sha256 = 'ab'.repeat(32);

  test('serves the file as immutable, for any valid token', async () => {
    const server = new AppUnderTest();
    server.engine.sounds.set(sha256, { bytes: new Uint8Array([1, 2, 3]), contentType: 'audio/mpeg' });
    const response = await server.get(`/v1/sounds/${sha256}`, await server.as('sofia'));
    assert.deepEqual(new Uint8Array(await response.arrayBuffer()), new Uint8Array([1, 2, 3]));
    assert.equal(response.headers.get('Content-Type'), 'audio/mpeg');
    assert.equal(response.headers.get('Content-Length'), '3');
    assert.equal(response.headers.get('Cache-Control'), 'private, max-age=31536000, immutable');
    assert.equal(response.headers.get('X-Content-Type-Options'), 'nosniff');
    assert.equal((await server.get(`/v1/sounds/${sha256}`)).status, 401);
  });

  test('is a problem for an unknown or invalid SHA-256', async () => {
    const server = new AppUnderTest();
    const token = await server.as('sofia');
    for (const name of [sha256, 'AB'.repeat(32), '..%2Ftoken-secret'])
      assert.equal((await problem(await server.get(`/v1/sounds/${name}`, token))).status, 404, name);
  });
});

describe('POST /v1/work-items', () => {
  async function create(server: AppUnderTest, body: unknown, headers: Record<string, string> = {}) {
    const source = await server.as('shop', 'work-source');
    return server.post('/v1/work-items', body, { ...source, 'Idempotency-Key': 'key-1', ...headers });
  }

  test('creates an item in the name of the token, then returns it when repeated', async () => {
    const server = new AppUnderTest();
    const created = await create(server, item);
    assert.equal(created.status, 201);
    assert.equal(created.headers.get('Location'), '/v1/work-items/item-1');
    assert.deepEqual(await created.json(), workItemView());
    const full = { ...item, highlights: [], requiredRepId: null };
    assert.deepEqual(server.engine.created, [{ source: 'shop', key: 'key-1', item: full }]);

    server.engine.creation = () => ({ kind: 'repeated', workItem: workItemView() });
    assert.equal((await create(server, item)).status, 200);
    server.engine.creation = () => ({ kind: 'keyReused' });
    const reused = await problem(await create(server, item));
    assert.equal(reused.status, 409);
    assert.equal(reused.detail, 'This Idempotency-Key was used for another work item.');
  });

  test('reports all violated rules at once, whether found by the schema or the engine', async () => {
    const server = new AppUnderTest();
    const broken = await problem(await create(server, { ...item, subject: '  ', recordId: 7, extra: 1 }));
    assert.deepEqual(
      { ...broken, errors: told(broken.errors) },
      {
        type: 'about:blank',
        title: 'Unprocessable Entity',
        status: 422,
        detail: 'The work item breaks some rules.',
        errors: [
          { pointer: '/subject', detail: 'Subject must have at least 1 character.' },
          { pointer: '/recordId', detail: 'Record id must be text.' },
          { pointer: '/extra', detail: 'There is no such field.' },
        ],
      },
    );
    assert.equal(server.engine.created.length, 0);

    const violations = [{ pointer: '/channel', ...channelNamed() }];
    server.engine.creation = () => ({ kind: 'invalid', violations });
    const unknown = await problem(await create(server, { ...item, channel: 'Telepathy' }));
    assert.equal(unknown.status, 422);
    assert.deepEqual(unknown.errors, violations);
  });

  test('refuses a missing key, a body that is not JSON, and one over 64 kB', async () => {
    const server = new AppUnderTest();
    const noKey = await server.post('/v1/work-items', item, await server.as('shop', 'work-source'));
    assert.deepEqual(
      [noKey.status, (await problem(noKey)).detail],
      [400, 'The Idempotency-Key header is missing.'],
    );
    assert.equal((await problem(await create(server, item, { 'Idempotency-Key': 'ü' }))).status, 400);
    const noJson = await problem(await create(server, '{"subject": '));
    assert.deepEqual([noJson.status, noJson.detail], [400, 'The body is not JSON.']);
    const large = await problem(await create(server, { ...item, subject: 'x'.repeat(64 * 1024) }));
    assert.deepEqual([large.status, large.detail], [413, 'The body is over 64 kB.']);
    assert.equal(server.engine.created.length, 0);
  });

  test('is not for reps', async () => {
    const server = new AppUnderTest();
    const rep = await server.as('sofia', 'omni-channel', 'customize-application');
    const response = await server.post('/v1/work-items', item, { ...rep, 'Idempotency-Key': 'key-1' });
    assert.equal((await problem(response)).status, 403);
  });
});

describe('a work item', () => {
  test('is visible to work sources, which can also report that the customer left', async () => {
    const server = new AppUnderTest();
    server.engine.workItems.set('item-1', workItemView());
    const source = await server.as('shop', 'work-source');
    const shown = await server.get('/v1/work-items/item-1', source);
    assert.deepEqual(await shown.json(), workItemView());
    const left = await server.post('/v1/work-items/item-1/customer-left', '', source);
    assert.equal(left.status, 200);
    assert.deepEqual(server.engine.asked, ['customerLeft item-1']);
  });

  test('is a problem with an unknown or invalid id', async () => {
    const server = new AppUnderTest();
    const source = await server.as('shop', 'work-source');
    for (const id of ['none', 'a%20b', 'x'.repeat(65)]) {
      assert.equal((await problem(await server.get(`/v1/work-items/${id}`, source))).status, 404);
      const left = await server.post(`/v1/work-items/${id}/customer-left`, '', source);
      assert.equal((await problem(left)).status, 404);
    }
  });
});
