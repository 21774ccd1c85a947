import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Database, Statement } from '../../../server/database/database.ts';
import { ContactCentre } from '../routing/contact-centre.ts';

/** The tables that grow with every work item. */
const HISTORY = ['work_items', 'agent_works', 'command_records', 'alert_receipts'];
/** So many that an index pays, but the test does not take long. */
const CLOSED = 40_000;

let centre: ContactCentre;
const used = new Map<string, Statement>();

before(async () => {
  centre = await ContactCentre.open();
  const { database } = centre;
  const plain: Database = { ...database };
  (database as { run: Database['run'] }).run = (statement, values) => {
    used.set(statement.name, statement);
    return plain.run(statement, values);
  };
});
after(() => centre.close());

async function addHistory(rep: string, queue: string): Promise<void> {
  const { queries } = centre.database;
  await queries.transaction(async (tx) => {
    // Without looking up what each row refers to, which would take most of the time.
    await tx.execute('set local session_replication_role = replica');
    await tx.execute(`
      insert into work_items (id, source, idempotency_key, content_hash, channel_id, queue_id, subject, customer_name,
        highlights, record_id, status, created_at, settled_at)
      select 'old-' || n, 'history', n, '', 'chat', '${queue}', 'Chat', 'Kim', '[]', 'chat', 'settled', n, n
      from generate_series(1, ${CLOSED}) n`);
    await tx.execute(`
      insert into agent_works (id, work_item_id, rep_id, status, offered_at, settled_at, stamp, size, pool)
      select id, id, case when number % 2 = 0 then '${rep}' else 'rep-' || number % 100 end, 'closed', 1, 1, '{}', 1,
        'primary' from work_items where source = 'history'`);
    await tx.execute(`
      insert into command_records (rep_id, command_id, outcome, at)
      select rep_id, id, '{}', 1 from agent_works where id like 'old-%'`);
    await tx.execute(`
      insert into alert_receipts (agent_work_id, kind, at, received_at, visibility)
      select id, 'painted', 1, 1, 'visible' from agent_works where id like 'old-%'`);
  });
  await queries.execute('analyze');
}

/** One item after another through every part of a life. */
async function work(rep: string, queue: string): Promise<void> {
  for (const end of ['accept', 'decline', 'miss'] as const) {
    const item = await centre.item(queue);
    const request = await centre.request(rep);
    await centre.deliver(rep, request);
    await centre.engine.noteReceipts(rep, [
      { agentWorkId: request.id, kind: 'painted', at: centre.time.now(), visibility: 'visible' },
    ]);
    if (end === 'decline')
      await centre.execute(rep, { type: 'decline', agentWorkId: request.id, reasonId: null });
    if (end === 'miss') await centre.pass(6_000);
    if (end === 'accept') {
      await centre.execute(rep, { type: 'accept', agentWorkId: request.id });
      await centre.execute(rep, { type: 'end-conversation', agentWorkId: request.id });
    }
    await centre.engine.customerLeft(item.id);
    await centre.execute(rep, { type: 'set-status', statusId: 'available' });
  }
}

test('no statement of the hot path reads through the history of closed work', async () => {
  const rep = await centre.rep({ allowDecline: true, capacity: 10 });
  const queue = await centre.queue({ members: [rep] });
  await work(rep, queue);
  await addHistory(rep, queue);
  assert.ok(used.size >= 12, `${String(used.size)} statements were used`);
  await centre.database.queries.execute('set plan_cache_mode = force_generic_plan');
  for (const { name, text } of used.values()) {
    // PGlite has prepared it in its only session.
    const values = [...new Set(text.match(/\$\d+/g))].map(() => 'null').join(', ');
    const { rows } = (await centre.database.queries.execute(
      `explain execute ${name}${values && `(${values})`}`,
    )) as unknown as { rows: { 'QUERY PLAN': string }[] };
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    for (const table of HISTORY)
      assert.doesNotMatch(
        plan,
        new RegExp(`Seq Scan on ${table}\\b`),
        `${name} reads all of ${table}:\n${plan}`,
      );
  }
});
