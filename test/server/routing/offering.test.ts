import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ContactCentre } from './contact-centre.ts';

let centre: ContactCentre;
before(async () => {
  centre = await ContactCentre.open();
});
after(() => centre.close());

test('a new work item is offered to an online member of its queue, with its terms fixed', async () => {
  const ana = await centre.rep({ soundLengthSeconds: 7 });
  const queue = await centre.queue({ members: [ana], pushTimeoutSeconds: 45 });
  const item = await centre.item(queue);
  const request = await centre.request(ana);
  assert.equal(item.status, 'offered');
  assert.equal(item.repId, ana);
  assert.equal(request.workItemId, item.id);
  assert.deepEqual(request.stamp, {
    size: 1,
    pool: 'primary',
    deadline: request.offeredAt + 45_000,
    ring: { sound: null, lengthSeconds: 7 },
    stopSoundWhenCustomerLeaves: false,
    declinable: false,
    declineReasons: [],
    automatic: false,
    statusOnDeclineId: null,
    statusOnPushTimeoutId: null,
  });
});

test('work waits while nobody is online, and is offered as soon as somebody is', async () => {
  const ana = await centre.rep({}, { status: null });
  const queue = await centre.queue({ members: [ana] });
  const item = await centre.item(queue);
  assert.equal(item.status, 'waiting');
  await centre.connect(ana);
  assert.equal(await centre.statusOf(item), 'waiting', 'connected, but Offline');
  await centre.execute(ana, { type: 'set-status', statusId: 'available' });
  assert.equal(await centre.holder(item), ana);
});

test('only members of the queue are offered its work', async () => {
  await centre.rep();
  const queue = await centre.queue({ members: [] });
  assert.equal((await centre.item(queue)).status, 'waiting');
});

test('a rep who is busy, or online for other channels only, is not offered the work', async () => {
  const busy = await centre.rep({}, { status: 'lunch' });
  const chatting = await centre.rep({}, { status: 'chats' });
  const queue = await centre.queue({ members: [busy, chatting], channel: 'voice' });
  assert.equal((await centre.item(queue)).status, 'waiting');
});

test('a disconnected rep is not offered the work, although their status is still online', async () => {
  const ana = await centre.rep({}, { status: null });
  const session = await centre.connect(ana);
  await centre.execute(ana, { type: 'set-status', statusId: 'available' });
  await centre.engine.disconnect(session);
  const queue = await centre.queue({ members: [ana] });
  const item = await centre.item(queue);
  assert.equal(item.status, 'waiting');
  await centre.connect(ana, session.sessionId);
  assert.equal(await centre.holder(item), ana);
});

test('the size counts from the offer, and work that does not fit waits for free capacity', async () => {
  const ana = await centre.rep({ capacity: 3 });
  const queue = await centre.queue({ members: [ana], capacityWeight: { kind: 'units', units: 2 } });
  await centre.item(queue);
  const second = await centre.item(queue);
  assert.equal(second.status, 'waiting');
  assert.deepEqual((await centre.engine.snapshot(ana)).capacity.primary, { used: 2, total: 3 });
  const request = await centre.request(ana);
  await centre.execute(ana, { type: 'accept', agentWorkId: request.id });
  assert.equal(await centre.statusOf(second), 'waiting');
  await centre.execute(ana, { type: 'end-conversation', agentWorkId: request.id });
  assert.equal(await centre.holder(second), ana);
});

test('interruptible work draws on its own pool, and is not pushed while primary capacity is full', async () => {
  const ana = await centre.rep({ capacity: 2, interruptibleCapacity: 4 });
  const messages = await centre.queue({ members: [ana], channel: 'messaging' });
  const calls = await centre.queue({
    members: [ana],
    channel: 'voice',
    capacityWeight: { kind: 'percentage', percentage: 100 },
  });
  await centre.item(messages);
  const call = await centre.item(calls);
  assert.equal(call.status, 'offered', 'primary work ignores interruptible load');
  assert.equal((await centre.item(messages)).status, 'waiting');
  assert.deepEqual((await centre.engine.snapshot(ana)).capacity, {
    primary: { used: 2, total: 2 },
    interruptible: { used: 1, total: 4 },
  });
});

test('a rep has at most 100 open works, however small', async () => {
  const ana = await centre.rep({ capacity: 10_000 });
  const queue = await centre.queue({ members: [ana], capacityWeight: { kind: 'units', units: 0 } });
  await centre.sql(`update reps set open_works = 100 where id = '${ana}'`);
  const item = await centre.item(queue);
  assert.equal(item.status, 'waiting');
  await centre.sql(`update reps set open_works = 99 where id = '${ana}'`);
  await centre.pass(1_000);
  assert.equal(await centre.holder(item), ana);
});

test('a rep who is wrapping up is not offered the work', async () => {
  const ana = await centre.rep();
  const queue = await centre.queue({ members: [ana] });
  await centre.item(queue);
  const request = await centre.request(ana);
  await centre.execute(ana, { type: 'accept', agentWorkId: request.id });
  await centre.sql(`update agent_works set status = 'afterConversationWork' where id = '${request.id}'`);
  // Whoever changes anything of a rep does this too.
  await centre.sql(`update reps set change = change + 1 where id = '${ana}'`);
  await centre.execute(ana, { type: 'set-status', statusId: 'available' });
  assert.equal((await centre.item(queue)).status, 'waiting');
});

test('work of a queue with a lower priority number goes first, then older work', async () => {
  const ana = await centre.rep({ capacity: 1 }, { status: null });
  const [later, first, alsoFirst] = [
    await centre.queue({ members: [ana], priority: 2 }),
    await centre.queue({ members: [ana], priority: 1 }),
    await centre.queue({ members: [ana], priority: 1 }),
  ];
  const items = [await centre.item(later), await centre.item(alsoFirst), await centre.item(first)];
  await centre.connect(ana);
  await centre.execute(ana, { type: 'set-status', statusId: 'available' });
  const order: string[] = [];
  for (let answered = 0; answered < 3; answered += 1) {
    const request = await centre.request(ana);
    order.push(request.workItemId);
    await centre.execute(ana, { type: 'accept', agentWorkId: request.id });
    await centre.execute(ana, { type: 'end-conversation', agentWorkId: request.id });
  }
  assert.deepEqual(order, [items[1]!.id, items[2]!.id, items[0]!.id]);
});

test('declined work keeps its age: it goes before younger work', async () => {
  const ana = await centre.rep({ allowDecline: true });
  const ben = await centre.rep({ capacity: 1 }, { status: null });
  const queue = await centre.queue({ members: [ana, ben], pushTimeoutSeconds: null });
  const old = await centre.item(queue);
  const { id: agentWorkId } = await centre.request(ana);
  await centre.execute(ana, { type: 'set-status', statusId: 'lunch' });
  await centre.pass(10);
  await centre.item(queue);
  await centre.pass(10);
  await centre.execute(ana, { type: 'decline', agentWorkId, reasonId: null });
  await centre.connect(ben);
  await centre.execute(ben, { type: 'set-status', statusId: 'available' });
  const request = await centre.request(ben);
  assert.equal(request.workItemId, old.id);
  assert.equal(request.waitingSince, old.createdAt);
});

test('work that requires a rep goes to that rep only, ahead of other work', async () => {
  const [ana, ben] = [await centre.rep({ capacity: 1 }, { status: null }), await centre.rep()];
  const urgent = await centre.queue({ members: [ana], priority: 1 });
  const queue = await centre.queue({ members: [ana, ben], priority: 9 });
  await centre.item(urgent);
  const required = await centre.item(queue, { requiredRepId: ana });
  assert.equal(required.status, 'waiting', 'Ben is online and has room');
  await centre.connect(ana);
  await centre.execute(ana, { type: 'set-status', statusId: 'available' });
  assert.equal((await centre.request(ana)).workItemId, required.id);
});

test('work that requires a rep cannot be declined', async () => {
  const ana = await centre.rep({ allowDecline: true });
  const queue = await centre.queue({ members: [ana] });
  await centre.item(queue, { requiredRepId: ana });
  assert.equal((await centre.request(ana)).stamp.declinable, false);
});

test('least active: the rep with the fewest open units is offered the work', async () => {
  const [ana, ben] = [await centre.rep({ capacity: 20 }), await centre.rep({ capacity: 5 })];
  const heavy = await centre.queue({ members: [ana], capacityWeight: { kind: 'units', units: 3 } });
  await centre.item(heavy);
  const queue = await centre.queue({ members: [ana, ben], model: 'leastActive' });
  assert.equal((await centre.item(queue)).repId, ben, 'though Ana has more room');
});

test('most available: the rep with the most free capacity in the work’s pool is offered it', async () => {
  const [ana, ben] = [await centre.rep({ capacity: 20 }), await centre.rep({ capacity: 5 })];
  const heavy = await centre.queue({ members: [ana], capacityWeight: { kind: 'units', units: 3 } });
  await centre.item(heavy);
  const queue = await centre.queue({ members: [ana, ben], model: 'mostAvailable' });
  assert.equal((await centre.item(queue)).repId, ana, 'though Ben has nothing to do');
});

test('in a large queue all members are considered, not only the least active ones', async () => {
  const ana = await centre.rep({ capacity: 20 });
  const others = Array.from({ length: 60 }, (_, n) => `crowd-${n}`);
  const queue = await centre.queue({ members: [ana], pushTimeoutSeconds: null });
  await centre.item(queue);
  for (const id of others) {
    await centre.sql(`insert into users (id, first_name, last_name, profile_id, active, omni_channel)
      values ('${id}', 'One', 'of many', 'support', true, true)`);
    await centre.sql(`insert into reps (id, status_id, status_since, status_cause, session_id, socket_id, process_id)
      values ('${id}', 'available', 0, 'rep', '${id}', '${id}', 'elsewhere')`);
  }
  await centre.sql('update configuration_revision set revision = revision + 1');
  const members = [ana, ...others];
  const large = { members, capacityWeight: { kind: 'units', units: 6 } } as const;
  assert.equal((await centre.item(await centre.queue(large))).repId, ana, 'she alone has so much room');
  const small = await centre.queue({ members: others, pushTimeoutSeconds: null });
  const items = await Promise.all(others.map(() => centre.item(small)));
  const holders = await Promise.all(items.map((item) => centre.holder(item)));
  assert.equal(new Set(holders).size, 60, 'each has one');
});

test('among equals, the rep with the longest time since their last offer is offered the work', async () => {
  const [ana, ben] = [await centre.rep({ capacity: 9 }), await centre.rep({ capacity: 9 })];
  const queue = await centre.queue({ members: [ana, ben] });
  const holders: string[] = [];
  for (let made = 0; made < 4; made += 1) {
    await centre.pass(10);
    const holder = (await centre.item(queue)).repId!;
    const { id: agentWorkId } = await centre.request(holder);
    await centre.execute(holder, { type: 'accept', agentWorkId });
    await centre.execute(holder, { type: 'end-conversation', agentWorkId });
    holders.push(holder);
  }
  assert.deepEqual(new Set(holders), new Set([ana, ben]));
  assert.deepEqual(holders.slice(0, 2), holders.slice(2));
});

test('an offered request keeps its terms when the configuration changes; the next one gets the new terms', async () => {
  const ana = await centre.rep({ soundLengthSeconds: 7 });
  const queue = await centre.queue({ members: [ana] });
  await centre.item(queue);
  await centre.sql(`update presence_configurations set sound_length_seconds = 20 where id = '${ana}'`);
  await centre.sql('update configuration_revision set revision = revision + 1');
  await centre.item(queue);
  const lengths = (await centre.requests(ana)).map(({ stamp }) => stamp.ring?.lengthSeconds);
  assert.deepEqual(lengths.sort(), [20, 7]);
});

test('many declined items do not block the work behind them', async () => {
  const ana = await centre.rep({ capacity: 1 }, { status: null });
  const queue = await centre.queue({ members: [ana] });
  await Promise.all(Array.from({ length: 60 }, () => centre.item(queue)));
  await centre.sql(`insert into exclusions select id, '${ana}' from work_items where queue_id = '${queue}'`);
  await centre.connect(ana);
  await centre.execute(ana, { type: 'set-status', statusId: 'available' });
  assert.deepEqual(await centre.requests(ana), []);
  assert.equal((await centre.item(queue)).repId, ana);
});

test('work offered in one instant is in the order in which it was created', async () => {
  const ana = await centre.rep({ capacity: 20 }, { status: null });
  const queue = await centre.queue({ members: [ana] });
  const subjects = Array.from({ length: 12 }, (_, index) => `d${String(index)}`);
  for (const subject of subjects) await centre.item(queue, { subject });
  await centre.connect(ana);
  await centre.execute(ana, { type: 'set-status', statusId: 'available' });
  const requests = await centre.requests(ana);
  assert.equal(new Set(requests.map(({ offeredAt }) => offeredAt)).size, 1);
  assert.deepEqual(
    requests.map(({ subject }) => subject),
    subjects,
  );
});
