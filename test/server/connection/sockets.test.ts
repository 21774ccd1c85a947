import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request as httpRequest, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { developmentIssuer, developmentVerifier } from '../../../server/auth/development-tokens.ts';
import { PanelConnections } from '../../../server/connection/panel-connections.ts';
import { jsonLogger } from '../../../server/logger.ts';
import { SUBPROTOCOL } from '../../../src/protocol/messages.ts';
import { available, FakeEngine, NOW } from '../fake-engine.ts';
import { ManualTimers } from '../manual-timers.ts';
import { TestPanel } from './test-panel.ts';

const secret = new TextEncoder().encode('a secret of the tests, 32 bytes!');

describe('the WebSocket', () => {
  let server: ReturnType<typeof createServer>;
  let connections: PanelConnections;
  let engine: FakeEngine;
  let timers: ManualTimers;
  let address: string;
  let log: string[];

  beforeEach(async () => {
    engine = new FakeEngine();
    timers = new ManualTimers();
    log = [];
    connections = new PanelConnections({
      engine,
      timers,
      verifier: developmentVerifier(secret, timers.now),
      logger: jsonLogger((line) => log.push(line), timers.now),
      allowedOrigins: ['https://console.example.com'],
      grace: 30_000,
      isElsewhere: ({ headers }) => headers['sec-websocket-protocol'] === 'somebody-else',
    });
    server = createServer().listen(0, '127.0.0.1');
    connections.listenTo(server);
    await once(server, 'listening');
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterEach(async () => {
    await connections.stop();
    server.closeAllConnections();
    server.close();
  });

  const token = async (subject = 'sofia') =>
    (await developmentIssuer(secret, 3600, timers.now).issue(subject, ['omni-channel'])).token;

  /** Requests an upgrade by hand; returns the status and the problem's sentence. */
  async function upgrade(path: string, headers: Record<string, string>): Promise<[number, string?]> {
    const asked = httpRequest(address + path, {
      headers: {
        Connection: 'Upgrade',
        Upgrade: 'websocket',
        'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
        ...headers,
      },
    }).end();
    const answer = await Promise.race([once(asked, 'response'), once(asked, 'upgrade')]);
    const response = answer[0] as IncomingMessage;
    if (response.statusCode === 101) {
      response.socket.destroy();
      return [101];
    }
    const body = (await response.setEncoding('utf8').toArray()).join('');
    return [response.statusCode ?? 0, (JSON.parse(body) as { detail: string }).detail];
  }

  test('admits a rep, and sends changes', async () => {
    const panel = new TestPanel(address);
    const welcome = await panel.connect(await token());
    assert.equal(welcome.type, 'welcome');
    assert.equal(panel.socket.protocol, SUBPROTOCOL);
    const presence = { status: available, since: NOW, cause: 'rep' } as const;
    engine.show('sofia', { presence });
    assert.deepEqual(await panel.next(), {
      type: 'presence-changed',
      revision: 1,
      presence,
      statusAfterAcw: null,
      outboundEndsAt: null,
    });
    panel.send({ type: 'set-status', id: randomUUID(), statusId: 'available' });
    assert.equal((await panel.next()).type, 'result');
    panel.socket.close();
    await panel.closed;
  });

  test('sends nothing about other reps', async () => {
    const sofia = new TestPanel(address);
    const noah = new TestPanel(address);
    await sofia.connect(await token('sofia'));
    await noah.connect(await token('noah'));
    const read: string[] = [];
    const { snapshot } = engine;
    engine.snapshot = (repId) => {
      read.push(repId);
      return snapshot(repId);
    };
    engine.show('noah', { presence: { status: available, since: NOW, cause: 'rep' } });
    assert.equal((await noah.next()).type, 'presence-changed');
    sofia.send({ type: 'probe', probe: 1 });
    assert.equal((await sofia.next()).type, 'probe-answer');
    assert.deepEqual(read, ['noah']);
  });

  test('requires its subprotocol and its path', async () => {
    const required = 'The subprotocol omni-channel.v1 is required.';
    assert.deepEqual(await upgrade('/v1/connection', {}), [400, required]);
    assert.deepEqual(await upgrade('/v1/connection', { 'Sec-WebSocket-Protocol': 'omni-channel.v2' }), [
      400,
      required,
    ]);
    assert.deepEqual(await upgrade('/v1/else', { 'Sec-WebSocket-Protocol': SUBPROTOCOL }), [
      404,
      'There is nothing at this address.',
    ]);
    const offersTwo = { 'Sec-WebSocket-Protocol': `omni-channel.v2, ${SUBPROTOCOL}` };
    assert.deepEqual(await upgrade('/v1/connection', offersTwo), [101]);
  });

  test('accepts pages of its own origin and of allowed ones', async () => {
    const from = (origin: string) =>
      upgrade('/v1/connection', { 'Sec-WebSocket-Protocol': SUBPROTOCOL, Origin: origin });
    assert.deepEqual(await from(address), [101]);
    assert.deepEqual(await from('https://console.example.com'), [101]);
    for (const other of ['https://evil.example', 'https://console.example.com.evil.example', 'null', 'x'])
      assert.deepEqual(await from(other), [403, 'This origin is not allowed.'], other);
  });

  test('leaves upgrades for others alone', async () => {
    server.on('upgrade', (_request, socket) =>
      socket.end('HTTP/1.1 418 Teapot\r\nContent-Length: 2\r\n\r\n{}'),
    );
    const [status] = await upgrade('/', { 'Sec-WebSocket-Protocol': 'somebody-else' });
    assert.equal(status, 418);
  });

  test('refuses tokens with a reason', async () => {
    const issuer = developmentIssuer(secret, 3600, timers.now);
    const source = (await issuer.issue('sofia', ['work-source'])).token;
    const nobody = (await issuer.issue('nobody', ['omni-channel'])).token;
    const expired = (await developmentIssuer(secret, -1, timers.now).issue('sofia', ['omni-channel'])).token;
    const phrases = [];
    for (const refused of [source, nobody, expired, 'nonsense']) {
      const panel = new TestPanel(address);
      await panel.opened;
      panel.send({ type: 'hello', token: refused, sessionId: panel.sessionId });
      const { reason, phrase } = await panel.closed;
      assert.equal(reason, 'refused');
      phrases.push(phrase);
    }
    assert.deepEqual(phrases, [
      'The token does not give the permission omni-channel.',
      'This is not an active rep with the Omni-Channel permission.',
      'The token has expired.',
      'The token is malformed, or its signature does not hold.',
    ]);
    assert.deepEqual(engine.asked, []);
    assert.ok(!log.join('').includes(expired.slice(0, 20)));
  });

  test('closes for a message of 1 MB, and for one that is not text', async () => {
    const large = new TestPanel(address);
    await large.connect(await token());
    large.socket.send(`"${'x'.repeat(1024 * 1024 - 2)}"`);
    assert.equal((await large.closed).reason, 'misbehaved');
    const binary = new TestPanel(address);
    await binary.connect(await token());
    binary.socket.send(new Uint8Array(10));
    assert.equal((await binary.closed).reason, 'misbehaved');
  });

  test('does not even read a message over 1 MB', async () => {
    const panel = new TestPanel(address);
    await panel.connect(await token());
    const gone = Promise.withResolvers<undefined>();
    engine.disconnect = () => Promise.resolve(gone.resolve(undefined));
    panel.socket.send('x'.repeat(1024 * 1024 + 1));
    assert.equal((await panel.closed).code, 1009);
    await gone.promise;
  });

  test('that breaks without a close frame leaves no rep connected', async () => {
    const gone = Promise.withResolvers<undefined>();
    engine.disconnect = () => Promise.resolve(gone.resolve(undefined));
    const { port } = new URL(address);
    const raw = connect(Number(port), '127.0.0.1');
    raw.write(
      `GET /v1/connection HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n` +
        `Sec-WebSocket-Protocol: ${SUBPROTOCOL}\r\n\r\n`,
    );
    await once(raw, 'data');
    raw.write(textFrame(JSON.stringify({ type: 'hello', token: await token(), sessionId: randomUUID() })));
    await once(raw, 'data');
    raw.resetAndDestroy();
    await gone.promise;
  });

  test('closes as restarting when the server stops, then accepts nobody', async () => {
    const panel = new TestPanel(address);
    await panel.connect(await token());
    const command = Promise.withResolvers<undefined>();
    engine.outcome = async () => {
      await command.promise;
      return { kind: 'done' };
    };
    panel.send({ type: 'set-status', id: randomUUID(), statusId: 'available' });
    panel.send({ type: 'probe', probe: 1 });
    await panel.next();
    let stopped = false;
    const stopping = connections.stop().then(() => (stopped = true));
    assert.equal((await panel.closed).reason, 'restarting');
    assert.equal(stopped, false, 'a command that is being done is waited for');
    command.resolve(undefined);
    await stopping;
    assert.ok(!engine.asked.includes('disconnect sofia'), 'the engine hands all reps over by itself');
    const late = { 'Sec-WebSocket-Protocol': SUBPROTOCOL };
    assert.deepEqual(await upgrade('/v1/connection', late), [503, 'The server is restarting.']);
  });
});

/** A client's text frame of up to 65,535 bytes, masked with zeros. */
function textFrame(text: string): Buffer {
  const payload = Buffer.from(text);
  const header = Buffer.from([0x81, 0x80 | 126, payload.length >> 8, payload.length & 255, 0, 0, 0, 0]);
  return Buffer.concat([header, payload]);
}
