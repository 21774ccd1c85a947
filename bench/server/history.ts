import type { Database } from '../../server/database/database.ts';
import { CROWD_QUEUE } from '../../test/server/crowd/crowd.ts';

/** Items that wait in a queue whose members are all away, older than anything else. */
export async function addWaiting(database: Database, count: number): Promise<void> {
  await database.queries.execute(`
    insert into work_items (id, source, idempotency_key, content_hash, channel_id, queue_id, subject, customer_name,
      highlights, record_id, status, created_at)
    select 'waits-' || n, 'bench', 'waits-' || n, '', (select id from service_channels where type = 'chat' limit 1),
      (select id from queues where id <> '${CROWD_QUEUE.id}' order by id limit 1), 'Chat', 'Mei Lin', '[]', 'chat',
      'waiting', ${Date.now() - 3_600_000} + n
    from generate_series(1, ${count}::int) n`);
  await database.queries.execute(`analyze work_items`);
}

/** Work that these reps closed during the last weeks. */
export async function addClosed(database: Database, count: number, reps: number): Promise<void> {
  const start = Date.now() - 30 * 24 * 3_600_000;
  await database.queries.execute(`
    insert into work_items (id, source, idempotency_key, content_hash, channel_id, queue_id, subject, customer_name,
      highlights, record_id, status, created_at, settled_at)
    select 'closed-' || n, 'bench', 'closed-' || n, '', (select id from service_channels where type = 'chat' limit 1),
      '${CROWD_QUEUE.id}', 'Chat', 'Mei Lin', '[]', 'chat', 'settled', ${start} + n * 20000, ${start} + n * 20000 + 9000
    from generate_series(1, ${count}::int) n`);
  await database.queries.execute(`
    insert into agent_works (id, work_item_id, rep_id, status, offered_at, opened_at, opened_by, settled_at, stamp, size,
      pool)
    select id, id, 'rep-' || lpad((number % ${reps}::int)::text, 5, '0'), 'closed', created_at, created_at + 1000, 'rep',
      settled_at, '{"size":1,"pool":"primary","deadline":null,"ring":{"sound":null,"lengthSeconds":10}}', 1, 'primary'
    from work_items where id like 'closed-%'`);
  await database.queries.execute(`analyze work_items`);
  await database.queries.execute(`analyze agent_works`);
}
