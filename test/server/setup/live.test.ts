import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { jsonLogger } from '../../../server/logger.ts';
import { startServer, type RunningServer } from '../../../server/start-server.ts';
import type { EffectiveConfiguration } from '../../../src/domain/configuration/effective-configuration.ts';
import type { AssignmentChange, PresenceConfigurationRecord } from '../../../src/domain/setup/setup-api.ts';
import type { ServerMessage } from '../../../src/protocol/messages.ts';
import { TestPanel } from '../connection/test-panel.ts';
import { startPostgres } from '../database/real-postgres.ts';
import { DemoClient } from '../start/server-under-test.ts';

/** Milliseconds within which a saved change takes effect for connected reps. */
const SOON = 1000;

let postgres: Awaited<ReturnType<typeof startPostgres>>;
let servers: RunningServer[];
let clients: DemoClient[];
/** Sofia and Amara are connected to one process, Noah to the other. */
let panels: Record<'sofia' | 'amara' | 'noah', TestPanel>;
before(async () => {
  postgres = await startPostgres();
  servers = [];
  for (let process = 0; process < 2; process += 1)
    servers.push(
      await startServer({
        port: 0,
        dataFolder: 'memory',
        databaseUrl: postgres.url,
        identityProvider: null,
        demo: { simulator: false },
        allowedOrigins: [],
        logger: jsonLogger(() => undefined, Date.now),
      }),
    );
  clients = servers.map(({ address }) => new DemoClient(address));
  panels = {
    sofia: (await clients[0]!.panel('sofia')).panel,
    amara: (await clients[0]!.panel('amara')).panel,
    noah: (await clients[1]!.panel('noah')).panel,
  };
});
after(async () => {
  for (const panel of Object.values(panels)) panel.socket.close();
  await Promise.all(servers.map((server) => server.stop()));
  await postgres.stop();
});

interface Answered<Body> {
  readonly body: Body;
  readonly version: string;
}

async function ask<Body>(
  method: string,
  path: string,
  body?: unknown,
  version?: string,
): Promise<Answered<Body>> {
  const client = clients[0]!;
  const response = await fetch(`${client.address}/v1/setup/${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${await client.token('admin')}`,
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...(version !== undefined && { 'If-Match': version }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  assert.ok(response.ok, `${method} ${path}: ${response.status}`);
  return { body: (await response.json()) as Body, version: response.headers.get('ETag') ?? '' };
}

async function effective(rep: string): Promise<EffectiveConfiguration> {
  const response = await fetch(`${clients[0]!.address}/v1/presence-configuration`, {
    headers: { Authorization: `Bearer ${await clients[0]!.token(rep)}` },
  });
  return (await response.json()) as EffectiveConfiguration;
}

type Rep = keyof typeof panels;

/**
 * The message types that each panel receives after a change. Each panel then requests its whole snapshot, which arrives
 * after everything that the change caused.
 */
async function messageTypesAfter(affected: readonly Rep[]): Promise<Record<Rep, string[]>> {
  const started = performance.now();
  const received: Record<Rep, string[]> = { sofia: [], amara: [], noah: [] };
  const isChange = (message: ServerMessage) => message.type === 'configuration-changed';
  for (const rep of affected) {
    await panels[rep].until((message) => {
      received[rep].push(message.type);
      return isChange(message);
    });
  }
  assert.ok(performance.now() - started < SOON, 'It took too long.');
  for (const rep of Object.keys(panels) as Rep[]) {
    panels[rep].send({ type: 'snapshot-request' });
    await panels[rep].until((message) => {
      if (message.type !== 'snapshot') received[rep].push(message.type);
      return message.type === 'snapshot';
    });
  }
  return received;
}

test('a saved configuration reaches only the reps it applies to, within a second, on every process', async () => {
  const path = 'presence-configurations/specialists-automatic';
  const { body, version } = await ask<PresenceConfigurationRecord>('GET', path);
  await ask('PUT', path, { ...body.configuration, soundLengthSeconds: 7 }, version);
  assert.deepEqual(await messageTypesAfter(['noah']), {
    sofia: [],
    amara: [],
    noah: ['configuration-changed'],
  });
  assert.equal((await effective('noah')).settings.soundLengthSeconds.value, 7);

  const byDefault = await ask<PresenceConfigurationRecord>('GET', 'presence-configurations/default');
  const capacity = { ...byDefault.body.configuration, capacity: 8 };
  await ask('PUT', 'presence-configurations/default', capacity, byDefault.version);
  assert.deepEqual(await messageTypesAfter(['amara']), {
    sofia: [],
    noah: [],
    amara: ['capacity-changed', 'configuration-changed'],
  });
});

test('a changed channel reaches everybody; a change that no rep sees reaches nobody', async () => {
  const { body, version } = await ask<{ id: string }>('GET', 'service-channels/chat');
  const { id: _, ...fields } = body;
  await ask('PUT', 'service-channels/chat', { ...fields, soundLengthSeconds: 4 }, version);
  assert.deepEqual(await messageTypesAfter(['sofia', 'amara', 'noah']), {
    sofia: ['configuration-changed'],
    amara: ['configuration-changed'],
    noah: ['configuration-changed'],
  });
  await ask('POST', 'profiles', { name: 'Nobody', developerName: 'Nobody', statusIds: [] });
  assert.deepEqual(await messageTypesAfter([]), { sofia: [], amara: [], noah: [] });
});

test('a rep who is moved sees from where to where, and an undo moves them back', async () => {
  const before = await effective('noah');
  const path = 'presence-configurations/support-declining/assignments';
  const { version } = await ask('GET', path);
  const change = await ask<AssignmentChange>(
    'PUT',
    path,
    { userIds: ['sofia', 'noah'], profileIds: [] },
    version,
  );
  assert.deepEqual(
    change.body.moved.map(({ id, from, to }) => [id, from?.name, to?.name]),
    [['noah', 'Specialists, automatic', 'Support with declining']],
  );
  const received = await messageTypesAfter(['noah']);
  assert.deepEqual([received.sofia, received.amara], [[], []]);
  const moved = await effective('noah');
  assert.deepEqual(
    [before, moved].map(({ configuration, route }) => [configuration.name, route]),
    [
      ['Specialists, automatic', 'user'],
      ['Support with declining', 'user'],
    ],
  );
  await ask('POST', `assignment-changes/${change.body.id}/undo`);
  await messageTypesAfter(['noah']);
  assert.deepEqual(await effective('noah'), before);
});

test('a rep who is made inactive is disconnected within a second, and not admitted again', async () => {
  const { body, version } = await ask<{ id: string }>('GET', 'users/amara');
  const { id: _, ...fields } = body;
  const started = performance.now();
  await ask('PUT', 'users/amara', { ...fields, active: false }, version);
  assert.equal((await panels.amara.closed).reason, 'refused');
  assert.ok(performance.now() - started < SOON, 'It took too long.');
  const again = new TestPanel(clients[0]!.address);
  await assert.rejects(again.connect(await clients[0]!.token('amara')));
  assert.equal((await again.closed).reason, 'refused');
});
