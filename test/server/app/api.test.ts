import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AppUnderTest, problem } from './app-under-test.ts';

describe('the API', () => {
  test('answers an unknown address and a wrong method with a problem', async () => {
    const server = new AppUnderTest();
    assert.deepEqual(await problem(await server.get('/v1/nothing')), {
      type: 'about:blank',
      title: 'Not Found',
      status: 404,
      detail: 'There is nothing at this address.',
    });
    const wrong = await server.app.request('/v1/work-items', { method: 'DELETE' });
    assert.equal(wrong.headers.get('Allow'), 'POST');
    assert.equal((await problem(wrong)).detail, 'DELETE is not possible here, only POST.');
    const posted = await server.post('/v1/presence-configuration', {});
    assert.equal(posted.status, 405);
    assert.equal(posted.headers.get('Allow'), 'GET, HEAD');
  });

  test('hides the details of an unexpected error but logs them in full', async () => {
    const server = new AppUnderTest();
    server.engine.workItem = () => Promise.reject(new Error('relation "secret_table" does not exist'));
    const response = await server.get('/v1/work-items/1', await server.as('shop', 'work-source'));
    assert.deepEqual(await problem(response), {
      type: 'about:blank',
      title: 'Internal Server Error',
      status: 500,
      detail: 'Something went wrong on the server; it has been logged.',
    });
    const logged = server.log.map((line) => JSON.parse(line) as Record<string, unknown>);
    const error = logged.find(({ level }) => level === 'error');
    assert.equal(error?.event, 'request-failed');
    assert.match(String(error.error), /secret_table[^]*at /);
  });

  test('logs a request as one line of JSON, without its query or body', async () => {
    const server = new AppUnderTest();
    await server.post('/v1/work-items?note=private', { subject: 'private' });
    assert.deepEqual(
      server.log.map((line) => JSON.parse(line) as unknown),
      [
        {
          time: new Date(server.timers.now()).toISOString(),
          level: 'info',
          event: 'request',
          method: 'POST',
          path: '/v1/work-items',
          status: 401,
          milliseconds: 0,
        },
      ],
    );
  });

  test('sends headers that keep browsers from treating responses as pages', async () => {
    const server = new AppUnderTest();
    const { headers } = await server.get('/healthz');
    assert.equal(headers.get('X-Content-Type-Options'), 'nosniff');
    assert.equal(headers.get('Content-Security-Policy'), "default-src 'none'; frame-ancestors 'none'");
    assert.equal(headers.get('Cache-Control'), 'no-store');
  });

  test('is healthy until it starts to stop', async () => {
    const server = new AppUnderTest();
    assert.equal((await server.get('/healthz')).status, 200);
    server.stopping = true;
    assert.equal((await server.get('/healthz')).status, 503);
  });

  test('requires an upgrade at the path of its WebSocket', async () => {
    const response = await new AppUnderTest().get('/v1/connection');
    assert.equal(response.status, 426);
    assert.equal(response.headers.get('Upgrade'), 'websocket');
  });

  test('has no demo tokens unless it is a demo', async () => {
    const response = await new AppUnderTest().post('/demo/tokens', { subject: 'sofia' });
    assert.equal(response.status, 404);
  });
});

describe('a page of another origin', () => {
  const origin = 'https://console.example.com';

  test('that is allowed can read responses, problems too, and their entity tags', async () => {
    const { headers, status } = await new AppUnderTest().get('/v1/presence-configuration', {
      Origin: origin,
    });
    assert.equal(status, 401);
    assert.equal(headers.get('Access-Control-Allow-Origin'), origin);
    assert.equal(headers.get('Access-Control-Expose-Headers'), 'ETag,Location');
    assert.equal(headers.get('Vary'), 'Origin');
  });

  test('that is allowed can send the headers that the API reads', async () => {
    const response = await new AppUnderTest().app.request('/v1/work-items', {
      method: 'OPTIONS',
      headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' },
    });
    assert.equal(response.status, 204);
    const allowed = response.headers.get('Access-Control-Allow-Headers')?.split(',') ?? [];
    for (const header of ['Authorization', 'Idempotency-Key', 'If-None-Match', 'Content-Type'])
      assert.ok(allowed.includes(header), header);
  });

  test('that is not allowed cannot read responses', async () => {
    const server = new AppUnderTest();
    for (const other of ['https://evil.example', 'https://console.example.com.evil.example', 'null']) {
      const { headers } = await server.get('/healthz', { Origin: other });
      assert.equal(headers.get('Access-Control-Allow-Origin'), null);
    }
  });
});
