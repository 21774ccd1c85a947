import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import * as v from 'valibot';
import { PGlite } from '@electric-sql/pglite';
import { developerNameSchema } from '../../../src/domain/setup/developer-name.ts';
import { migrationsFolder } from '../../../server/database/migrations.ts';

const read = (file: string) => readFileSync(join(migrationsFolder, file), 'utf8');
const { entries } = JSON.parse(read('meta/_journal.json')) as { entries: readonly { tag: string }[] };
const tags = entries.map(({ tag }) => tag);

let client: PGlite;
before(async () => {
  client = await PGlite.create();
});
after(() => client.close());

/** All in one transaction, as the server does. */
const migrate = (wanted: readonly string[]) =>
  client.transaction((tx) => tx.exec(wanted.map((tag) => read(`${tag}.sql`)).join('\n')));

const alias = (id: string, value: object | null) => `insert into presence_configurations
  (id, name, developer_name, capacity, automatically_accept, allow_decline, allow_decline_reason, play_request_sound,
    sound_length_seconds, play_connection_loss_sound, give_acw, let_reps_extend_acw, agent_alias, transfer_destinations)
  values ('${id}', '${id}', '${id}', 5, false, false, false, true, 10, true, false, false,
    ${value === null ? 'null' : `'${JSON.stringify(value)}'`}, '[]');`;
const rep = (id: string) =>
  `insert into reps (id, status_id, status_since, status_cause) values ('${id}', 'offline', 0, 'rep');`;
const work = (id: string, repId: string, status: string) => `insert into agent_works
  (id, work_item_id, rep_id, status, offered_at, stamp, size, pool)
  values ('${id}', '${id}', '${repId}', '${status}', 0, '{}', 1, 'primary');`;
const status = (id: string, name: string) =>
  `insert into presence_statuses (id, name, kind) values ('${id}', '${name}', 'busy');`;
const move = (change: string, at: number) => `
  insert into assignment_changes (id, at, by_id, by_name) values ('${change}', ${at}, 'root', 'Root');
  insert into assignment_moves (change_id, kind, subject_id, subject_name)
    values ('${change}', 'user', 'amina', 'Amina'), ('${change}', 'profile', 'amina', 'Namesake');`;
const entry = (record: string, at: number, action: string, resource: string) => `insert into audit_entries
  (at, by_id, by_name, action, resource, record_id, record_name, changes)
  values (${at}, 'root', 'Root', '${action}', '${resource}', '${record}', '${record}', '[]');`;

test('data of an earlier version gets what later ones count on', async () => {
  const later = tags.indexOf('0005_administrators');
  assert.ok(later > 0);
  await migrate(tags.slice(0, later));
  await client.exec(`
    set session_replication_role = replica; -- without the records that these refer to
    ${alias('nickname', { kind: 'mergeField', field: 'nickname' })}
    ${alias('first-name', { kind: 'mergeField', field: 'firstName' })}
    ${alias('text', { kind: 'text', text: 'Care' })}
    ${alias('none', null)}
    ${rep('busy')} ${rep('idle')}
    ${work('rings', 'busy', 'assigned')} ${work('rings-too', 'busy', 'assigned')}
    ${work('open', 'busy', 'opened')} ${work('missed', 'idle', 'declinedOnPushTimeout')}
    ${status('lunch', 'Lunch')} ${status('other', 'lunch')} ${status('tea', '11:00 Tea & cake')} ${status('paws', '🐾')}
    ${move('first', 1)} ${move('second', 2)}
    ${entry('amina', 1, 'assigned', 'users')} ${entry('amina', 1, 'changed', 'users')}
    ${entry('amina', 2, 'undone', 'profiles')} ${entry('other', 2, 'assigned', 'users')}
    set session_replication_role = origin;`);
  await migrate(tags.slice(later));

  const aliases = await client.query('select id, agent_alias from presence_configurations order by id');
  assert.deepEqual(aliases.rows, [
    { id: 'first-name', agent_alias: { kind: 'mergeField', field: 'firstName' } },
    {
      id: 'nickname',
      // What customers saw for a blank nickname before there was a choice.
      agent_alias: { kind: 'mergeField', field: 'nickname', fallback: { kind: 'ownName' } },
    },
    { id: 'none', agent_alias: null },
    { id: 'text', agent_alias: { kind: 'text', text: 'Care' } },
  ]);
  // Assignments of before can be undone from the audit log too.
  const log = await client.query('select change_id from audit_entries order by number');
  assert.deepEqual(
    log.rows.map((row) => (row as { change_id: string | null }).change_id),
    ['first', null, 'second', null],
  );
  const reps = await client.query('select id, ringing, outbound_ends_at from reps order by id');
  assert.deepEqual(reps.rows, [
    { id: 'busy', ringing: 2, outbound_ends_at: null },
    { id: 'idle', ringing: 0, outbound_ends_at: null },
  ]);
  const flags = await client.query('select distinct flag from agent_works');
  assert.deepEqual(flags.rows, [{ flag: null }]);
  // Unique, and such as Setup accepts.
  const statuses = await client.query<{ id: string; developer_name: string }>(
    'select id, developer_name from presence_statuses order by id',
  );
  const names = Object.fromEntries(statuses.rows.map((row) => [row.id, row.developer_name]));
  assert.match(names.lunch ?? '', /^Lunch_[0-9a-f]{12}$/);
  assert.match(names.other ?? '', /^lunch_[0-9a-f]{12}$/);
  assert.deepEqual([names.tea, names.paws], ['Status_11_00_Tea_cake', 'Status']);
  for (const name of Object.values(names)) assert.ok(v.is(developerNameSchema, name), name);
});
