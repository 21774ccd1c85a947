import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { openDatabase } from '../../../server/database/open-database.ts';
import type { CommandOutcome } from '../../../src/protocol/messages.ts';
import { startPostgres } from '../database/real-postgres.ts';
import { ContactCentre } from './contact-centre.ts';

/** Two server processes, each with its own connections, on a real PostgreSQL. */
let one: ContactCentre;
let other: ContactCentre;
let postgres: Awaited<ReturnType<typeof startPostgres>>;
/** The clean-up steps, which also run if the setup failed halfway. */
const ends: (() => Promise<void>)[] = [];

before(async () => {
  postgres = await startPostgres();
  ends.unshift(() => postgres.stop());
  const { url } = postgres;
  // Servers that start together on an empty database create its tables once.
  const [first, second] = await Promise.all([openDatabase({ url }), openDatabase({ url })]);
  await first.close();
  one = await ContactCentre.open(url);
  ends.unshift(() => one.close());
  other = await ContactCentre.on(second, one.time);
  ends.unshift(() => other.close());
});

after(async () => {
  for (const end of ends) await end();
});

/** The processes, in turn. */
const centre = (turn: number): ContactCentre => (turn % 2 === 0 ? one : other);

const idle = () => one.time.settle();

test('two answers at once: one is accepted, the other refused', async () => {
  const rep = await one.rep({ capacity: 20 });
  const queue = await one.queue({ members: [rep] });
  for (let turn = 0; turn < 10; turn += 1) {
    const item = await one.item(queue);
    await idle();
    const request = (await one.requests(rep)).find(({ workItemId }) => workItemId === item.id)!;
    const outcomes = await Promise.all(
      [0, 1, 2, 3].map((process) =>
        centre(process).execute(rep, { type: 'accept', agentWorkId: request.id }),
      ),
    );
    assert.deepEqual(outcomes.map(({ kind }) => kind).sort(), ['done', 'refused', 'refused', 'refused']);
  }
});

test('one command sent to both processes at once has one effect and one outcome', async () => {
  const rep = await one.rep({ allowDecline: true, capacity: 20 });
  const queue = await one.queue({ members: [rep] });
  for (let turn = 0; turn < 10; turn += 1) {
    await one.item(queue);
    await idle();
    const { id: agentWorkId } = await one.request(rep);
    const id = randomUUID();
    const outcomes = await Promise.all(
      [0, 1].map((process) =>
        centre(process).execute(rep, { type: 'decline', agentWorkId, reasonId: null }, id),
      ),
    );
    assert.deepEqual(outcomes, [{ kind: 'done' }, { kind: 'done' }]);
  }
});

test('acceptance, push time-out and customer leaving at once: one winner, on which all agree', async () => {
  const rep = await one.rep({ capacity: 100 });
  const queue = await one.queue({ members: [rep], channel: 'case' });
  const winners = new Set<string>();
  for (let turn = 0; turn < 12; turn += 1) {
    const item = await one.item(queue);
    await idle();
    const request = (await one.requests(rep)).find(({ workItemId }) => workItemId === item.id)!;
    await one.deliver(rep, request);
    one.time.jump(turn % 3 === 0 ? 5_000 : 4_999);
    let accepted: CommandOutcome | null = null;
    const rivals: (() => Promise<unknown>)[] = [
      async () => (accepted = await one.execute(rep, { type: 'accept', agentWorkId: request.id })),
      () => other.engine.customerLeft(item.id),
      // The other process's poll settles what is due.
      () => one.time.pass(1),
    ];
    await Promise.all(rotated(rivals, turn).map((rival) => rival()));
    await idle();
    const work = await one.work(rep, request.id);
    const view = (await other.engine.workItem(item.id))!;
    assert.equal(accepted!.kind === 'done', work.status === 'opened', work.status);
    if (work.status === 'opened') assert.equal(view.status, 'accepted');
    if (work.status === 'canceled')
      assert.deepEqual([view.status, work.cancelReason], ['settled', 'customerLeft']);
    if (work.status === 'declinedOnPushTimeout') assert.ok(['waiting', 'settled'].includes(view.status));
    winners.add(work.status);
    await one.engine.customerLeft(item.id);
    if (work.status === 'opened') await one.execute(rep, { type: 'close', agentWorkId: request.id });
  }
  assert.ok(winners.size >= 2, `the race was none: ${[...winners].join()}`);
});

test('a customer who leaves while the item changes hands leaves the rep who then has it', async () => {
  const rep = await one.rep();
  const queue = await one.queue({ members: [rep], pushTimeoutSeconds: null });
  const item = await one.item(queue);
  await idle();
  const { id } = await one.request(rep);
  const left = await one.database.transaction(async (tx) => {
    const run = (statement: string) => tx.execute(statement) as unknown as Promise<{ rows: unknown[] }>;
    await run(`select 1 from reps where id = '${rep}' for update`);
    const leaving = other.engine.customerLeft(item.id);
    for (let looked = 0; looked < 1_000; looked += 1)
      if ((await run('select 1 from pg_locks where not granted')).rows.length > 0) break;
    await run(
      `update agent_works set status = 'canceled', settled_at = ${one.time.now()} where id = '${id}'`,
    );
    await run(`update work_items set status = 'waiting', rep_id = null, agent_work_id = null
      where id = '${item.id}'`);
    await run(`update reps set open_works = 0, ringing = 0, primary_used = 0 where id = '${rep}'`);
    return { leaving };
  });
  assert.equal((await left.leaving)?.status, 'settled');
  const work = await one.work(rep, id);
  assert.equal(work.cancelReason, null, 'the request had ended before');
});

test('two processes that route the same work offer each item once, within capacity', async () => {
  const reps = await Promise.all([1, 2, 3, 4].map(() => one.rep({ capacity: 7 })));
  const queue = await one.queue({ members: reps, pushTimeoutSeconds: null });
  other.registerQueue(queue, 'chat');
  await Promise.all(Array.from({ length: 40 }, (_, turn) => centre(turn).item(queue)));
  await idle();
  const offered = (await Promise.all(reps.map((rep) => other.requests(rep)))).map((requests) =>
    requests.map(({ workItemId }) => workItemId),
  );
  assert.deepEqual(
    offered.map(({ length }) => length),
    [7, 7, 7, 7],
  );
  assert.equal(new Set(offered.flat()).size, 28, 'no item is with two reps');
});

test('a burst of answers, arrivals and departures on both processes leaves correct sums', async () => {
  const terms = { capacity: 5, maxNewOffers: 3, allowDecline: true };
  const reps = await Promise.all([1, 2, 3].map(() => one.rep(terms)));
  const queue = await one.queue({ members: reps, pushTimeoutSeconds: null });
  other.registerQueue(queue, 'chat');
  for (let turn = 0; turn < 5; turn += 1) {
    const arrivals = Array.from({ length: 8 }, (_, n) => centre(n).item(queue));
    const answers = reps.map(async (rep, n) => {
      for (const { id: agentWorkId } of await centre(n).requests(rep))
        await centre(n + turn).execute(
          rep,
          turn % 2 === 0 ? { type: 'accept', agentWorkId } : { type: 'decline', agentWorkId, reasonId: null },
        );
      if (turn % 2 === 0) return;
      for (const [at, statusId] of ['lunch', 'available'].entries())
        await centre(n + at).execute(rep, { type: 'set-status', statusId, giveBack: true });
    });
    const items = await Promise.all(arrivals);
    await Promise.all([...answers, ...items.slice(0, 3).map(({ id }) => other.engine.customerLeft(id))]);
    await idle();
  }
  const statement = `select r.id from reps r where r.open_works <> (select count(*) from agent_works w
    where w.rep_id = r.id and w.status in ('assigned', 'opened')) or r.ringing <> (select count(*) from agent_works w
    where w.rep_id = r.id and w.status = 'assigned') or r.primary_used > 100`;
  const { rows } = (await one.database.queries.execute(statement)) as unknown as { rows: unknown[] };
  assert.deepEqual(rows, []);
  for (const rep of reps) assert.ok((await one.requests(rep)).length <= 3, 'more new offers than allowed');
  const doubled = `select work_item_id from agent_works where status in ('assigned', 'opened')
    group by work_item_id having count(*) > 1`;
  assert.deepEqual(
    ((await one.database.queries.execute(doubled)) as unknown as { rows: unknown[] }).rows,
    [],
  );
});

test('an outbound conversation that starts while the other process routes keeps all later offers away', async () => {
  for (let turn = 0; turn < 4; turn += 1) {
    const rep = await one.rep({ capacity: 10 });
    const queue = await one.queue({ members: [rep], pushTimeoutSeconds: null });
    other.registerQueue(queue, 'chat');
    await Promise.all(
      rotated(
        [
          () => centre(turn).execute(rep, { type: 'start-outbound', maxSeconds: 5 }),
          () => centre(turn + 1).item(queue),
        ],
        turn >> 1,
      ).map((rival): Promise<unknown> => rival()),
    );
    await idle();
    const rang = (await one.requests(rep)).length;
    await Promise.all([0, 1].map((process) => centre(process).item(queue)));
    await idle();
    assert.equal((await one.requests(rep)).length, rang);
    await one.pass(5_000);
    await idle();
    assert.equal((await other.requests(rep)).length, 3, 'both have seen the end');
  }
});

test('a hint notifies the other process of a change here', async () => {
  const rep = await one.rep();
  // Without its timers the other process does not poll: what it receives is a hint.
  other.kill();
  const heard = new Promise<void>((resolve) => {
    const end = other.engine.subscribe((ids) => {
      if (!ids.includes(rep)) return;
      end();
      resolve();
    });
  });
  await one.execute(rep, { type: 'set-status', statusId: 'lunch' });
  // Hints are sent only a few times a second.
  await one.pass(1_000);
  await heard;
});

function rotated<T>(list: readonly T[], by: number): T[] {
  const at = by % list.length;
  return [...list.slice(at), ...list.slice(0, at)];
}

test('two reps leave a conference during an invitation: it ends once, and the invitation is withdrawn', async () => {
  for (let turn = 0; turn < 4; turn += 1) {
    const [host, guest, third] = [await one.rep(), await one.rep(), await one.rep()];
    const item = await one.item(await one.queue({ members: [host], channel: 'messaging' }));
    const accept = async (rep: string) => {
      await idle();
      const { id: agentWorkId } = await one.request(rep);
      await one.execute(rep, { type: 'accept', agentWorkId });
      return agentWorkId;
    };
    const hosts = await accept(host);
    const ask = async (rep: string) => {
      const destination = { kind: 'queue', id: await one.queue({ members: [rep] }) } as const;
      await one.execute(host, { type: 'transfer', agentWorkId: hosts, destination, conference: true });
    };
    await ask(guest);
    const guests = await accept(guest);
    await ask(third);
    await idle();
    const outcomes = await Promise.all([
      one.execute(host, { type: 'end-conversation', agentWorkId: hosts }),
      other.execute(guest, { type: 'end-conversation', agentWorkId: guests }),
    ]);
    assert.deepEqual(outcomes, [{ kind: 'done' }, { kind: 'done' }]);
    await idle();
    assert.equal(await one.statusOf(item), 'settled');
    assert.deepEqual(await one.requests(third), []);
  }
});
