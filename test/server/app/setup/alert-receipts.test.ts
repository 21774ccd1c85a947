import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ExplainedAlert } from '../../../../server/routing/engine/engine.ts';
import { NOW } from '../../fake-engine.ts';
import { AppUnderTest, problem, told } from '../app-under-test.ts';

const path = '/v1/setup/alert-receipts';
const DAY = 24 * 3_600_000;

const alert: ExplainedAlert = {
  agentWorkId: 'work-1',
  workItemId: 'item-1',
  subject: 'Where is my parcel?',
  queue: { id: 'support', name: 'Support' },
  status: 'declinedOnPushTimeout',
  cancelReason: null,
  openedBy: null,
  offeredAt: NOW,
  openedAt: null,
  settledAt: NOW + 20_000,
  flag: null,
  receipts: [{ kind: 'delivered', at: NOW + 40, receivedAt: NOW + 60, visibility: 'hidden' }],
  explanation: 'It came.',
};

describe('GET /v1/setup/alert-receipts', () => {
  test('lists the agent work of a rep page by page', async () => {
    const server = new AppUnderTest();
    const administrator = await server.as('ada', 'customize-application');
    server.engine.alerts = { items: [alert], next: { offeredAt: NOW, id: 'work-1' } };
    const range = 'from=2030-01-01T00:00:00Z&to=2030-01-02T01:00:00%2B01:00';
    const first = await server.get(`${path}?rep=sofia&${range}&limit=1`, administrator);
    assert.equal(first.status, 200);
    const { items, next } = (await first.json()) as { items: unknown; next: string };
    assert.deepEqual(items, [alert]);
    server.engine.alerts = { items: [], next: null };
    const second = await server.get(`${path}?rep=sofia&${range}&cursor=${next}`, administrator);
    assert.deepEqual(await second.json(), { items: [], next: null });
    const [from, to] = [Date.UTC(2030, 0, 1), Date.UTC(2030, 0, 2)];
    assert.deepEqual(server.engine.alertQueries, [
      { repId: 'sofia', from, to, limit: 1, before: null },
      { repId: 'sofia', from, to, limit: 50, before: { offeredAt: NOW, id: 'work-1' } },
    ]);
  });

  test('covers the last day, or the day after From or before To, if the range is incomplete', async () => {
    const server = new AppUnderTest();
    const administrator = await server.as('ada', 'customize-application');
    const now = server.timers.now();
    const at = Date.UTC(2030, 4, 1);
    for (const given of ['', '&from=2030-05-01T00:00:00.000Z', '&to=2030-05-01T00:00:00.000Z'])
      assert.equal((await server.get(`${path}?rep=sofia${given}`, administrator)).status, 200, given);
    assert.deepEqual(
      server.engine.alertQueries.map(({ from, to }) => [from, to]),
      [
        [now - DAY, now],
        [at, at + DAY],
        [at - DAY, at],
      ],
    );
  });

  test('reports all violations of the query at once', async () => {
    const server = new AppUnderTest();
    const administrator = await server.as('ada', 'customize-application');
    const broken = await problem(
      await server.get(
        `${path}?from=yesterday&to=2030-13-01T00:00:00Z&limit=101&cursor=x&a=b`,
        administrator,
      ),
    );
    assert.deepEqual(
      { ...broken, errors: told(broken.errors) },
      {
        type: 'about:blank',
        title: 'Bad Request',
        status: 400,
        detail: 'The query breaks some rules.',
        errors: [
          { pointer: '/rep', detail: 'Rep is missing.' },
          { pointer: '/from', detail: 'From must be an instant such as 2030-01-01T10:00:00Z.' },
          { pointer: '/to', detail: 'To must be an instant such as 2030-01-01T10:00:00Z.' },
          { pointer: '/limit', detail: 'Limit must be a whole number from 1 to 100.' },
          { pointer: '/cursor', detail: 'Cursor must be the next of an earlier page.' },
          { pointer: '/a', detail: 'There is no such parameter.' },
        ],
      },
    );
    const order = await problem(
      await server.get(`${path}?rep=sofia&from=2030-01-02T00:00:00Z&to=2030-01-02T00:00:00Z`, administrator),
    );
    assert.deepEqual(told(order.errors), [{ pointer: '/from', detail: 'From must be before To.' }]);
    const long = await problem(
      await server.get(`${path}?rep=sofia&from=2030-01-01T00:00:00Z&to=2030-02-01T00:00:01Z`, administrator),
    );
    assert.deepEqual(told(long.errors), [
      { pointer: '/from', detail: 'From must be at most 31 days before To.' },
    ]);
    assert.deepEqual(server.engine.alertQueries, []);
  });

  test('refuses cursors that it has not issued', async () => {
    const server = new AppUnderTest();
    const administrator = await server.as('ada', 'customize-application');
    const cursor = Buffer.from('{"offeredAt":1,"id":"a\' or 1=1"}').toString('base64url');
    const forged = await problem(await server.get(`${path}?rep=sofia&cursor=${cursor}`, administrator));
    assert.equal(forged.status, 400);
  });

  test('is for administrators only', async () => {
    const server = new AppUnderTest();
    assert.equal((await server.get(`${path}?rep=sofia`)).status, 401);
    const rep = await server.as('sofia', 'omni-channel', 'work-source');
    assert.equal((await problem(await server.get(`${path}?rep=sofia`, rep))).status, 403);
    const posted = await server.post(path, {}, await server.as('ada', 'customize-application'));
    assert.deepEqual([posted.status, posted.headers.get('Allow')], [405, 'GET, HEAD']);
  });
});
