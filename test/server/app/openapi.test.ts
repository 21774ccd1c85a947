import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { AppUnderTest } from './app-under-test.ts';
import { checkDescribed } from './described-answers.ts';

describe('the description of the API', () => {
  test('is OpenAPI 3.1, served without a token and identical to the committed file', async () => {
    const answer = await new AppUnderTest().get('/v1/openapi.json');
    const served = (await answer.json()) as Record<string, unknown>;
    const { valid, errors } = await new Validator().validate(served);
    assert.ok(valid, JSON.stringify(errors));
    assert.deepEqual(served, JSON.parse(await readFile('docs/openapi.json', 'utf8')));
  });

  test('names each operation once, with the permission that it needs', async () => {
    const answer = await new AppUnderTest().get('/v1/openapi.json');
    const { paths } = (await answer.json()) as {
      paths: Record<string, Record<string, { operationId: string; 'x-permission': string }>>;
    };
    const operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.values(methods).map((operation) => ({ path, ...operation })),
    );
    assert.equal(new Set(operations.map(({ operationId }) => operationId)).size, operations.length);
    for (const operation of operations.filter(({ path }) => path.startsWith('/v1/setup/')))
      assert.equal(operation['x-permission'], 'customize-application', operation.path);
  });

  test('is violated by any kind of undescribed response', async () => {
    const json = (body: unknown, status = 200, headers = {}) => Response.json(body, { status, headers });
    const problem = { type: 'about:blank', title: 'No', status: 404, detail: 'No.' };
    const named = { id: 'a', name: 'A' };
    const page = { items: [], next: null };
    const check = (method: string, path: string, answer: Response) => checkDescribed(method, path, answer);
    await check('GET', '/v1/setup/queues', json(page));
    for (const [method, path, answer] of [
      ['GET', '/v1/setup/queues', json({ items: [] })],
      ['GET', '/v1/setup/queues', json({ ...page, more: true })],
      ['GET', '/v1/setup/queues', json({ ...page, items: [named] })],
      ['GET', '/v1/setup/queues', new Response('[]')],
      ['GET', '/v1/setup/queues', json(problem, 404)],
      ['DELETE', '/v1/setup/queues/a', json({}, 200)],
      ['PATCH', '/v1/setup/queues/a', json({})],
      ['GET', '/v1/setup/decline-reasons/a', json({ id: 'a', label: 'A', retired: false })],
      ['GET', '/v1/setup/nothing', json({})],
    ] as const)
      await assert.rejects(check(method, path, answer), assert.AssertionError, `${method} ${path}`);
  });
});
