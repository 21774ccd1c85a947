import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { CannotListenError } from '../../../server/http-front.ts';
import type { RunningServer } from '../../../server/start-server.ts';
import { builtWorkspace } from '../../../server/workspace/built-workspace.ts';
import { command, startForTest, type DemoClient } from './server-under-test.ts';

describe('a demo', () => {
  let server: RunningServer;
  let client: DemoClient;
  let log: string[];
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'omni-'));
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>Workspace</title>');
    ({ server, client, log } = await startForTest({ openWorkspace: builtWorkspace(folder) }));
  });

  after(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });

  test('brings work from its source to a rep, and the answer back', async () => {
    const { panel, welcome } = await client.panel('sofia');
    assert.equal(welcome.snapshot.presence.status.kind, 'offline');
    assert.equal(welcome.grace, 30_000);
    const online = await command(panel, { type: 'set-status', id: randomUUID(), statusId: 'available' });
    assert.deepEqual(online.outcome, { kind: 'done' });
    assert.equal(online.before[0]?.type, 'presence-changed');

    const created = await client.createChat('bring-1');
    assert.equal(created.status, 201);
    assert.deepEqual(await client.createChat('bring-1'), { status: 200, id: created.id });
    const offer = await panel.until(({ type }) => type === 'agent-work-changed');
    assert.ok(offer.type === 'agent-work-changed');
    assert.equal(offer.agentWork.workItemId, created.id);
    panel.send({ type: 'delivered', agentWorkIds: [offer.agentWork.id] });

    const accept = { type: 'accept', id: randomUUID(), agentWorkId: offer.agentWork.id } as const;
    const accepted = await command(panel, accept);
    assert.deepEqual(accepted.outcome, { kind: 'done' });
    assert.ok(
      accepted.before.some(
        (message) => message.type === 'agent-work-changed' && message.agentWork.status === 'opened',
      ),
      'the work is open before the result says so',
    );
    assert.deepEqual((await command(panel, accept)).outcome, { kind: 'done' }, 'a repeated command');
    assert.equal((await client.workItem(created.id)).status, 'accepted');
    const end = { type: 'end-conversation', id: randomUUID(), agentWorkId: offer.agentWork.id } as const;
    await command(panel, end);
    assert.equal((await client.workItem(created.id)).status, 'settled');
    // Otherwise wrap-up would block new work for half a minute.
    await command(panel, { type: 'end-acw', id: randomUUID(), agentWorkId: offer.agentWork.id });
    await command(panel, { type: 'sign-out', id: randomUUID() });
    assert.equal((await panel.closed).reason, 'signedOut');
  });

  test('keeps one session per rep: another browser replaces it, the same one takes it over', async () => {
    const first = await client.panel('noah');
    const same = await client.panel('noah', first.panel.sessionId);
    assert.equal((await first.panel.closed).reason, 'takenOver');
    const other = await client.panel('noah');
    assert.equal((await same.panel.closed).reason, 'replaced');
    other.panel.send({ type: 'probe', probe: 7 });
    assert.equal((await other.panel.until(({ type }) => type === 'probe-answer')).type, 'probe-answer');
  });

  test("gives a rep only the rep's own: another's work cannot be answered", async () => {
    const sofia = await client.panel('sofia');
    const amara = await client.panel('amara');
    await command(sofia.panel, { type: 'set-status', id: randomUUID(), statusId: 'available' });
    await client.createChat('own-1');
    const offer = await sofia.panel.until(({ type }) => type === 'agent-work-changed');
    assert.ok(offer.type === 'agent-work-changed');
    const stolen = await command(amara.panel, {
      type: 'accept',
      id: randomUUID(),
      agentWorkId: offer.agentWork.id,
    });
    assert.ok(stolen.outcome.kind === 'refused' && stolen.outcome.code === 'notYours');
    assert.deepEqual(
      stolen.before.filter(({ type }) => type === 'agent-work-changed'),
      [],
    );
    const configuration = await fetch(`${client.address}/v1/presence-configuration`, {
      headers: { Authorization: `Bearer ${await client.token('amara')}` },
    });
    assert.equal(((await configuration.json()) as { rep: { id: string } }).rep.id, 'amara');
    for (const { panel } of [sofia, amara]) await command(panel, { type: 'sign-out', id: randomUUID() });
  });

  test('sends the version of the configuration that is also its entity tag', async () => {
    const { panel, welcome } = await client.panel('amara');
    const headers = { Authorization: `Bearer ${await client.token('amara')}` };
    const { configurationVersion } = welcome.snapshot;
    const known = { ...headers, 'If-None-Match': `"${configurationVersion}"` };
    const response = await fetch(`${client.address}/v1/presence-configuration`, { headers: known });
    assert.equal(response.status, 304);
    panel.socket.close();
  });

  test('serves its pages with a strict policy, and its API beside them', async () => {
    const page = await fetch(`${client.address}/?rep=sofia`);
    assert.equal(page.status, 200);
    const policy = page.headers.get('Content-Security-Policy') ?? '';
    assert.match(policy, /script-src 'self'; style-src 'self';/);
    assert.match(policy, /require-trusted-types-for 'script'/);
    assert.ok(!policy.includes('unsafe'));
    assert.equal((await fetch(`${client.address}/demo/main.js`)).status, 404);
    assert.equal((await fetch(`${client.address}/..%2Fpackage.json`)).status, 404);
    const unknown = await fetch(`${client.address}/v1/nothing`);
    assert.equal(unknown.headers.get('Content-Type'), 'application/problem+json');
  });

  test('reports every violation that the engine finds, with its pointer', async () => {
    const item = { channel: 'Telepathy', queue: 'Nowhere', subject: 's', customerName: 'c', recordId: 'r' };
    const response = await client.post('/v1/work-items', item, {
      Authorization: `Bearer ${await client.token('work-source')}`,
      'Idempotency-Key': 'unknown-1',
    });
    assert.equal(response.status, 422);
    const { errors } = (await response.json()) as { errors: { pointer: string }[] };
    assert.deepEqual(errors.map(({ pointer }) => pointer).sort(), ['/channel', '/queue']);
  });

  test('keeps its port: another server reports that, and creates nothing', async () => {
    await assert.rejects(startForTest({ port: server.port }), (error: Error) => {
      assert.ok(error instanceof CannotListenError);
      assert.equal(
        error.message,
        `The port ${server.port} is taken by another program; choose another one with PORT.`,
      );
      return true;
    });
  });

  test('writes no token to its log', async () => {
    const token = await client.token('sofia');
    await fetch(`${client.address}/v1/presence-configuration`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    const logged = log.join('');
    assert.match(logged, /presence-configuration/);
    assert.ok(!logged.includes('eyJ'), 'every token of this kind begins so');
  });

  test('notifies its panels when it stops, then answers nobody; a second stop does nothing', async () => {
    const { panel } = await client.panel('sofia');
    await Promise.all([server.stop(), server.stop()]);
    assert.equal((await panel.closed).reason, 'restarting');
    await assert.rejects(fetch(`${client.address}/healthz`));
  });
});

describe('a server that is no demo', () => {
  test('issues no tokens, and has no demo reps', async () => {
    const { server, client } = await startForTest({ demo: null });
    const response = await client.post('/demo/tokens', { subject: 'sofia' });
    assert.equal(response.status, 404);
    await server.stop();
  });

  test('with an identity provider is never a demo', async () => {
    const identityProvider = { keySetAddress: 'https://id.example/keys', issuer: 'i', audience: 'a' };
    await assert.rejects(startForTest({ identityProvider }), /A demo gives out its own tokens/);
  });
});

test('a missing build of the workspace is an error that says what to do', () => {
  assert.throws(() => builtWorkspace('nowhere'), /run npm run build first/);
});
