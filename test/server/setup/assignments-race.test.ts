import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Database } from '../../../server/database/database.ts';
import { openDatabase } from '../../../server/database/open-database.ts';
import { sqlState } from '../../../server/database/retry.ts';
import { defaultPresenceConfiguration } from '../../../src/domain/configuration/presence-configuration.ts';
import type { Assigned, AssignmentChange } from '../../../src/domain/setup/setup-api.ts';
import { startPostgres } from '../database/real-postgres.ts';
import { SetupUnderTest, type Answered } from './setup-under-test.ts';

let postgres: Awaited<ReturnType<typeof startPostgres>>;
let databases: Database[];
let servers: SetupUnderTest[];
before(async () => {
  postgres = await startPostgres();
  databases = [await openDatabase({ url: postgres.url }), await openDatabase({ url: postgres.url })];
  servers = [await SetupUnderTest.open(databases[0]!), new SetupUnderTest(databases[1]!)];
});
after(async () => {
  await Promise.all(databases.map((database) => database.close()));
  await postgres.stop();
});

test('when administrators race to assign the same people, nobody is ever in two presence configurations', async () => {
  const [one] = servers;
  await databases[0]!.queries.execute(`
    insert into users (id, first_name, last_name, profile_id, active, omni_channel)
    select 'racer-' || n, 'Racer', n::text, 'support', true, true from generate_series(1, 40) n`);
  const ids: string[] = [];
  for (let number = 0; number < 4; number += 1) {
    const body = { ...defaultPresenceConfiguration, name: `Race ${number}`, developerName: `Race_${number}` };
    ids.push((await one!.ask<{ id: string }>('POST', 'presence-configurations', { body })).body.id);
  }
  const racers = Array.from({ length: 40 }, (_, index) => `racer-${index + 1}`);

  /** One administrator: reads, then assigns some people; some of them undo it. */
  const administrator = async (number: number): Promise<number> => {
    const server = servers[number % servers.length]!;
    const path = `presence-configurations/${ids[number % ids.length]!}/assignments`;
    const userIds = racers.filter((_, index) => (index * 7 + number) % 3 !== 0).reverse();
    const body = { userIds, profileIds: ['support', 'specialists'].slice(number % 2) };
    const tries = async (left: number): Promise<Answered<AssignmentChange>> => {
      const { version } = await server.get<Assigned>(path);
      const tried = await server.ask<AssignmentChange>('PUT', path, { body, version });
      return tried.status === 412 && left > 1 ? tries(left - 1) : tried;
    };
    const put = await tries(8);
    if (put.status === 200 && number % 5 === 0) {
      const undone = await server.ask('POST', `assignment-changes/${put.body.id}/undo`);
      assert.ok([200, 409].includes(undone.status), JSON.stringify(undone.body));
    }
    return put.status;
  };
  const statuses = await Promise.all(Array.from({ length: 36 }, (_, number) => administrator(number)));
  assert.deepEqual(
    statuses.filter((status) => status !== 200 && status !== 412),
    [],
  );
  assert.ok(statuses.filter((status) => status === 200).length >= 12);

  const seen = new Map<string, string>();
  for (const id of [...ids, 'default', 'support-declining', 'specialists-automatic']) {
    const { body } = await one!.get<Assigned>(`presence-configurations/${id}/assignments`);
    for (const subject of [...body.users, ...body.profiles]) {
      const key = `${'profile' in subject ? 'user' : 'profile'} ${subject.id}`;
      assert.equal(seen.get(key), undefined, `${key} is in two.`);
      seen.set(key, id);
    }
  }
  // The recorded moves agree: everybody is where their last move put them.
  const { rows } = (await databases[0]!.queries.execute(
    'select distinct on (kind, subject_id) kind, subject_id, to_id from assignment_moves order by kind, subject_id, number desc',
  )) as unknown as { rows: { kind: string; subject_id: string; to_id: string | null }[] };
  for (const { kind, subject_id, to_id } of rows)
    assert.equal(seen.get(`${kind} ${subject_id}`) ?? null, to_id, `${kind} ${subject_id}`);
});

test('the database itself allows one presence configuration per person', async () => {
  const assign = (configuration: string) =>
    databases[0]!.queries.execute(
      `insert into assigned_users (user_id, configuration_id) values ('amara', '${configuration}')`,
    );
  await assign('default');
  assert.equal(sqlState(await assign('support-declining').catch((error: unknown) => error)), '23505');
});

test('a record cannot be changed while another one comes to depend on it', async () => {
  const [one, other] = servers;
  for (let round = 0; round < 8; round += 1) {
    const label = `Raced ${round}`;
    const reason = await one!.ask<{ id: string }>('POST', 'queues', {
      body: { name: label, developerName: `Raced_${round}`, routingConfigurationId: 'calls', memberIds: [] },
    });
    const target = await one!.get<{ configuration: object }>('presence-configurations/support-declining');
    const transferDestinations = {
      ...defaultPresenceConfiguration.transferDestinations,
      voice: { profileIds: [], queueIds: [reason.body.id] },
    };
    const [save, removal] = await Promise.all([
      one!.ask('PUT', 'presence-configurations/support-declining', {
        body: { ...target.body.configuration, transferDestinations },
        version: target.version,
      }),
      other!.ask('DELETE', `queues/${reason.body.id}`),
    ]);
    assert.ok(
      (save.status === 200 && removal.status === 409) || (save.status === 422 && removal.status === 204),
      `${save.status} ${removal.status}`,
    );
  }
});
