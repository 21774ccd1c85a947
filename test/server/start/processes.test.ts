import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import makeServerProgram from '../../e2e/support/server/make-server-program.ts';
import { serverProgram } from '../../e2e/support/server/server-program.ts';
import { command, DemoClient } from './server-under-test.ts';
import { ServerProcess } from './server-process.ts';

describe('a server process', () => {
  let fresh: string;
  let folder: string;
  let data: string;
  let removeProgram: () => Promise<void>;
  const processes: ServerProcess[] = [];

  const makeFolder = async () => {
    const made = await mkdtemp(join(tmpdir(), 'omni-'));
    await writeFile(join(made, 'index.html'), '<!doctype html><title>Workspace</title>');
    return made;
  };

  // Creating a database and loading hundreds of modules take seconds each: both are done once. This one start is as
  // users do it.
  before(async () => {
    removeProgram = await makeServerProgram();
    fresh = await makeFolder();
    const first = new ServerProcess('scripts/start.ts', {
      OMNI_DATA: join(fresh, 'data'),
      OMNI_WORKSPACE: fresh,
    });
    await first.ready();
    await first.kill('SIGTERM');
  });

  after(async () => {
    await rm(fresh, { recursive: true });
    await removeProgram();
  });

  beforeEach(async () => {
    folder = await makeFolder();
    data = join(folder, 'data');
    await cp(join(fresh, 'data'), data, { recursive: true });
  });

  afterEach(async () => {
    for (const one of processes.splice(0)) await one.kill();
    await rm(folder, { recursive: true });
  });

  function start(flags: string[] = [], environment: Record<string, string> = {}): ServerProcess {
    const started = new ServerProcess(
      ['--liftoff-only', serverProgram()],
      { OMNI_DATA: data, OMNI_WORKSPACE: folder, ...environment },
      ...flags,
    );
    processes.push(started);
    return started;
  }

  test('that is killed loses nothing: rep, answer and tokens survive', async () => {
    const first = start();
    const client = await first.ready();
    const { panel } = await client.panel('sofia');
    await command(panel, { type: 'set-status', id: randomUUID(), statusId: 'available' });
    const { id } = await client.createChat('kill-1');
    const offer = await panel.until(({ type }) => type === 'agent-work-changed');
    assert.ok(offer.type === 'agent-work-changed');
    const accept = { type: 'accept', id: randomUUID(), agentWorkId: offer.agentWork.id } as const;
    await command(panel, accept);
    const token = await client.token('sofia');
    await first.kill();
    assert.equal((await panel.closed).reason, null, 'a crash says nothing');

    const again = await start().ready();
    const { panel: back, welcome } = await again.panel('sofia', panel.sessionId);
    assert.equal(welcome.snapshot.presence.status.id, 'available');
    assert.deepEqual(
      welcome.snapshot.agentWorks.map(({ workItemId, status }) => [workItemId, status]),
      [[id, 'opened']],
    );
    assert.deepEqual((await command(back, accept)).outcome, { kind: 'done' }, 'the repeated answer');
    assert.equal((await again.createChat('kill-1')).status, 200, 'the repeated work item');
    const configuration = await fetch(`${again.address}/v1/presence-configuration`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    assert.equal(configuration.status, 200, 'a token from before');
  });

  test('that is asked to stop notifies its panels and exits cleanly within 5 s', async () => {
    const server = start();
    const client = await server.ready();
    const { panel } = await client.panel('sofia');
    const asked = performance.now();
    assert.equal(await server.kill('SIGTERM'), 0);
    assert.ok(performance.now() - asked < 5000);
    assert.equal((await panel.closed).reason, 'restarting');
    assert.equal(server.stderr, '');
  });

  test('on data in use by another one fails with one sentence, and harms nothing', async () => {
    const first = start();
    const client = await first.ready();
    for (const flags of [[], ['--reset']]) {
      const second = start(flags);
      assert.equal(await second.ended, 1);
      assert.match(second.stderr, /^The data folder .* is in use by process \d+\.[^\n]*\n$/);
    }
    assert.equal((await client.createChat('lock-1')).status, 201);
  });

  test('on a port in use fails with one sentence', async () => {
    const client = await start().ready();
    const { port } = new URL(client.address);
    const second = start([], { PORT: port, OMNI_DATA: join(folder, 'other') });
    assert.equal(await second.ended, 1);
    assert.equal(
      second.stderr,
      `The port ${port} is taken by another program; choose another one with PORT.\n`,
    );
  });

  test('with --reset starts from scratch, and removes only its own data', async () => {
    const first = start();
    await (await first.ready()).createChat('reset-1');
    await first.kill('SIGTERM');
    await writeFile(join(data, 'notes.txt'), 'mine');
    const again = await start(['--reset']).ready();
    assert.equal((await again.createChat('reset-1')).status, 201, 'the key is free again');
    assert.ok((await readdir(data)).includes('notes.txt'));
  });

  test('with an unknown flag or invalid setting fails with one sentence', async () => {
    const wrong: [string[], Record<string, string>, RegExp][] = [
      [['--fast'], {}, /^npm start takes only -- --reset/],
      [[], { PORT: 'http' }, /^PORT must be a whole number from 0 to 65535\.\n$/],
      [['--reset'], { DATABASE_URL: 'postgres://x/y' }, /^--reset removes a data folder;/],
      [[], { OMNI_WORKSPACE: 'nowhere' }, /^There is no built workspace in /],
    ];
    for (const [flags, environment, sentence] of wrong) {
      const server = start(flags, environment);
      assert.equal(await server.ended, 1);
      assert.match(server.stderr, sentence);
      assert.equal(server.stderr.split('\n').length, 2);
    }
  });

  test('in production requires an identity provider, and issues no tokens', async () => {
    const production = (environment: Record<string, string>): ServerProcess => {
      const server = new ServerProcess('server/main.ts', { OMNI_DATA: data, ...environment });
      processes.push(server);
      return server;
    };
    const missing = production({});
    assert.equal(await missing.ended, 1);
    assert.equal(missing.stderr, 'OMNI_JWKS_URL is missing.\n');

    const server = production({
      OMNI_JWKS_URL: 'https://id.example/keys',
      OMNI_TOKEN_ISSUER: 'https://id.example',
      OMNI_TOKEN_AUDIENCE: 'omni-channel',
    });
    let port: string | undefined;
    while (port === undefined) {
      await once(server.child.stderr!, 'data');
      port = /"event":"server-started","port":(\d+)/.exec(server.stderr)?.[1];
    }
    const client = new DemoClient(`http://127.0.0.1:${port}`);
    assert.equal((await fetch(`${client.address}/healthz`)).status, 200);
    assert.equal((await client.post('/demo/tokens', { subject: 'sofia' })).status, 404);
    assert.equal(await server.kill('SIGTERM'), 0);
  });
});
