import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AppUnderTest, problem, told } from './app-under-test.ts';

const path = '/v1/transfer-destinations';
const specialists = { kind: 'profile', id: 'specialists', name: 'Specialists' } as const;

describe('GET /v1/transfer-destinations', () => {
  test('lists the destinations of one of the caller’s works, page by page', async () => {
    const server = new AppUnderTest();
    const sofia = await server.as('sofia', 'omni-channel');
    const items = [{ ...specialists, repsOnline: 2 }];
    server.engine.destinations = { items, next: specialists };
    const first = await server.get(`${path}?work=w-1&search=%20Spe%20&limit=1`, sofia);
    assert.equal(first.status, 200);
    const page = (await first.json()) as { items: unknown; next: string };
    assert.deepEqual(page.items, items);
    server.engine.destinations = { items: [], next: null };
    const second = await server.get(`${path}?work=w-1&cursor=${page.next}`, sofia);
    assert.deepEqual(await second.json(), { items: [], next: null });
    assert.deepEqual(server.engine.destinationQueries, [
      { repId: 'sofia', agentWorkId: 'w-1', search: 'Spe', limit: 1, after: null },
      { repId: 'sofia', agentWorkId: 'w-1', search: '', limit: 50, after: specialists },
    ]);
  });

  test('reports unknown work, and what is wrong with the query', async () => {
    const server = new AppUnderTest();
    const sofia = await server.as('sofia', 'omni-channel');
    assert.equal((await problem(await server.get(`${path}?work=w-1`, sofia))).status, 404);
    const broken = await problem(await server.get(`${path}?limit=0&cursor=x&a=b`, sofia));
    assert.equal(broken.status, 400);
    assert.deepEqual(told(broken.errors), [
      { pointer: '/work', detail: 'Work is missing.' },
      { pointer: '/limit', detail: 'Limit must be a whole number from 1 to 100.' },
      { pointer: '/cursor', detail: 'Cursor must be the next of an earlier page.' },
      { pointer: '/a', detail: 'There is no such parameter.' },
    ]);
  });

  test('is for reps, and allows only GET', async () => {
    const server = new AppUnderTest();
    const ada = await server.as('ada', 'customize-application');
    assert.equal((await server.get(`${path}?work=w-1`, ada)).status, 403);
    assert.equal((await server.get(`${path}?work=w-1`)).status, 401);
    assert.equal((await server.post(path, {}, ada)).status, 405);
  });
});
