import assert from 'node:assert/strict';
import { Agent, request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { after, before, describe, test } from 'node:test';
import { getRequestListener } from '@hono/node-server';
import { HttpFront } from '../../../server/http-front.ts';
import { AppUnderTest } from '../app/app-under-test.ts';

const megabyte = 1024 * 1024;
const server = new AppUnderTest();
let front: HttpFront;
before(async () => {
  front = await HttpFront.listen(0, '127.0.0.1');
  const api = getRequestListener(server.app.fetch);
  front.open((incoming, outgoing) => void api(incoming, outgoing));
});
after(() => front.close());

/**
 * Uploads this many bytes, with a declared length or in chunks, and returns the response once the connection has ended.
 */
async function upload(
  size: number,
  headers: Record<string, string | number>,
): Promise<{ status: number; body: string }> {
  const authorization = await server.as('ada', 'customize-application');
  const outgoing = request({
    agent: new Agent({ keepAlive: true }),
    port: front.port,
    method: 'POST',
    path: '/v1/setup/sounds',
    headers: { ...authorization, 'Content-Type': 'multipart/form-data; boundary=x', ...headers },
  });
  const response = new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.on('response', resolve).on('error', reject);
  });
  const closed = new Promise((resolve) => outgoing.on('close', resolve));
  const part = Buffer.alloc(megabyte);
  for (let sent = 0; sent < size; sent += part.length) outgoing.write(part);
  outgoing.end();
  const incoming = await response;
  const body = await text(incoming);
  await closed;
  return { status: incoming.statusCode ?? 0, body };
}

describe('an upload over the limit', () => {
  for (const [how, headers] of [
    ['that says so', { 'Content-Length': 14 * megabyte }],
    ['that does not say so', { 'Transfer-Encoding': 'chunked' }],
  ] as const)
    test(`${how} is answered, and the connection ends`, async () => {
      const { status, body } = await upload(14 * megabyte, headers);
      assert.equal(status, 413);
      assert.deepEqual(JSON.parse(body), {
        type: 'about:blank',
        title: 'Payload Too Large',
        status: 413,
        detail: 'A sound file may have at most 12 MB.',
      });
    });

  test('is answered before it has been sent', async () => {
    const authorization = await server.as('ada', 'customize-application');
    const outgoing = request({
      agent: new Agent({ keepAlive: true }),
      port: front.port,
      method: 'POST',
      path: '/v1/setup/sounds',
      headers: {
        ...authorization,
        'Content-Type': 'multipart/form-data; boundary=x',
        'Content-Length': 1e10,
      },
    });
    // Half a second after its response the server stops waiting for the rest.
    outgoing.on('error', () => undefined);
    const closed = new Promise((resolve) => outgoing.on('close', resolve));
    outgoing.write('--x');
    const incoming = await new Promise<IncomingMessage>((resolve) => outgoing.on('response', resolve));
    assert.equal(incoming.statusCode, 413);
    await text(incoming);
    await closed;
  });
});
