import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { ChannelType } from '../../../src/domain/configuration/service-channel.ts';
import { ContactCentre } from './contact-centre.ts';

let centre: ContactCentre;
before(async () => {
  centre = await ContactCentre.open();
});
after(() => centre.close());

/** A rep with a browser of their own and one ringing request. */
async function ringing(channel: ChannelType = 'chat') {
  const rep = await centre.rep({}, { status: null });
  const session = await centre.connect(rep);
  await centre.execute(rep, { type: 'set-status', statusId: 'available' });
  const queue = await centre.queue({ members: [rep], channel, pushTimeoutSeconds: null });
  const item = await centre.item(queue);
  return { rep, session, queue, item, request: await centre.request(rep) };
}

test('a rep chooses among the statuses granted to their profile, and Offline', async () => {
  const rep = await centre.rep();
  for (const statusId of ['lunch', 'available', 'offline'])
    assert.deepEqual(await centre.execute(rep, { type: 'set-status', statusId }), { kind: 'done' });
  for (const statusId of ['secret', 'nothing'])
    assert.deepEqual(await centre.execute(rep, { type: 'set-status', statusId }), {
      kind: 'refused',
      code: 'statusUnknown',
      detail: 'This status is not one that you may choose.',
    });
});

test('a status dates from when it was chosen; choosing it again keeps that instant', async () => {
  const rep = await centre.rep();
  const { presence } = await centre.engine.snapshot(rep);
  await centre.pass(1_000);
  await centre.execute(rep, { type: 'set-status', statusId: 'available' });
  assert.equal((await centre.engine.snapshot(rep)).presence.since, presence.since);
  await centre.execute(rep, { type: 'set-status', statusId: 'lunch' });
  assert.equal((await centre.engine.snapshot(rep)).presence.since, presence.since + 1_000);
});

test('Offline takes back ringing requests, neither missed nor declined; accepted work stays', async () => {
  const { rep, queue, item, request } = await ringing();
  await centre.item(queue);
  await centre.execute(rep, { type: 'accept', agentWorkId: request.id });
  await centre.execute(rep, { type: 'set-status', statusId: 'offline' });
  const works = await centre.works(rep);
  assert.deepEqual(works.map(({ status, cancelReason }) => [status, cancelReason]).sort(), [
    ['canceled', 'repWentOffline'],
    ['opened', null],
  ]);
  assert.equal(await centre.statusOf(item), 'accepted');
  await centre.execute(rep, { type: 'set-status', statusId: 'available' });
  assert.equal((await centre.requests(rep)).length, 1, 'it may be offered again at once');
});

test('Offline set by a missed call takes back other ringing requests', async () => {
  const { rep, queue, request } = await ringing('chat');
  const calls = await centre.queue({ members: [rep], channel: 'voice' });
  await centre.item(calls);
  await centre.deliver(rep, ...(await centre.requests(rep)));
  await centre.pass(5_000);
  assert.equal((await centre.presence(rep)).statusId, 'offline');
  const chat = await centre.work(rep, request.id);
  assert.deepEqual([chat.status, chat.cancelReason], ['canceled', 'repWentOffline']);
  assert.equal((await centre.item(queue)).status, 'waiting');
});

test('busy leaves ringing requests alone', async () => {
  const { rep, request } = await ringing();
  await centre.execute(rep, { type: 'set-status', statusId: 'lunch' });
  assert.equal((await centre.request(rep)).id, request.id);
});

test('signing out sets Offline and frees the session at once', async () => {
  const { rep, item, request } = await ringing();
  await centre.execute(rep, { type: 'sign-out' });
  assert.deepEqual(await centre.presence(rep), { statusId: 'offline', cause: 'signOut' });
  assert.equal((await centre.engine.state(rep, true)).session, null);
  assert.equal((await centre.work(rep, request.id)).cancelReason, 'repWentOffline');
  assert.equal(await centre.statusOf(item), 'waiting');
});

test('a newer socket of the same browser takes over the session; the older one disconnects nothing', async () => {
  const { rep, session, request } = await ringing();
  const newer = await centre.connect(rep, session.sessionId);
  await centre.engine.disconnect(session);
  assert.equal((await centre.item(await centre.queue({ members: [rep] }))).repId, rep, 'still connected');
  await centre.pass(31_000);
  const { sessionId, socketId } = newer;
  assert.deepEqual((await centre.engine.state(rep, true)).session, { sessionId, socketId });
  assert.equal((await centre.work(rep, request.id)).status, 'assigned');
});

test('another browser replaces the session', async () => {
  const { rep, session } = await ringing();
  const other = await centre.connect(rep);
  assert.notEqual(other.sessionId, session.sessionId);
  assert.equal((await centre.engine.state(rep, true)).session?.sessionId, other.sessionId);
});

test('a rep who reconnects within the grace period loses nothing', async () => {
  const { rep, session, request } = await ringing();
  await centre.engine.disconnect(session);
  await centre.pass(29_999);
  await centre.connect(rep, session.sessionId);
  await centre.pass(5_000);
  assert.equal((await centre.request(rep)).id, request.id);
  assert.deepEqual(await centre.presence(rep), { statusId: 'available', cause: 'rep' });
});

test('after the grace period the rep is Offline, requests go back with their age, accepted work stays', async () => {
  const { rep, session, queue, item, request } = await ringing();
  await centre.execute(rep, { type: 'accept', agentWorkId: request.id });
  const other = await centre.item(queue);
  await centre.engine.disconnect(session);
  await centre.pass(29_999);
  assert.equal(await centre.statusOf(other), 'offered');
  await centre.pass(1);
  assert.deepEqual(await centre.presence(rep), { statusId: 'offline', cause: 'grace' });
  const canceled = (await centre.works(rep)).find(({ status }) => status === 'canceled');
  assert.equal(canceled?.cancelReason, 'graceOver');
  const returned = await centre.engine.workItem(other.id);
  assert.deepEqual([returned?.status, returned?.createdAt], ['waiting', other.createdAt]);
  assert.equal(await centre.statusOf(item), 'accepted');
  assert.equal((await centre.engine.state(rep, true)).session, null);
});

test('push time-outs go on during the grace period', async () => {
  const { rep, session } = await ringing();
  const queue = await centre.queue({ members: [rep] });
  await centre.item(queue);
  await centre.deliver(rep, ...(await centre.requests(rep)));
  await centre.engine.disconnect(session);
  await centre.pass(5_000);
  const missed = (await centre.works(rep)).filter(({ status }) => status === 'declinedOnPushTimeout');
  assert.equal(missed.length, 1);
});

test('a busy rep goes Offline after the grace period too', async () => {
  const { rep, session } = await ringing();
  await centre.execute(rep, { type: 'set-status', statusId: 'lunch' });
  await centre.engine.disconnect(session);
  await centre.pass(30_000);
  assert.deepEqual(await centre.presence(rep), { statusId: 'offline', cause: 'grace' });
});

test('the grace period for reps of a killed process starts when another process notices', async () => {
  const dead = await ContactCentre.on(centre.database, centre.time);
  const rep = await centre.rep({}, { status: null });
  await dead.connect(rep);
  await dead.execute(rep, { type: 'set-status', statusId: 'available' });
  dead.kill();
  await centre.pass(8_000);
  const queue = await centre.queue({ members: [rep] });
  assert.equal((await centre.item(queue)).status, 'waiting', 'no new offers');
  assert.equal((await centre.presence(rep)).statusId, 'available');
  await centre.pass(30_000);
  assert.deepEqual(await centre.presence(rep), { statusId: 'offline', cause: 'grace' });
});

test('after a long time without any server reps have their whole grace period to reconnect', async () => {
  const dead = await ContactCentre.on(centre.database, centre.time);
  const rep = await centre.rep({}, { status: null });
  const session = await dead.connect(rep);
  await dead.execute(rep, { type: 'set-status', statusId: 'available' });
  dead.kill();
  centre.time.jump(600_000);
  await centre.pass(1_000);
  await centre.pass(28_000);
  assert.equal((await centre.presence(rep)).statusId, 'available');
  await centre.connect(rep, session.sessionId);
  await centre.pass(5_000);
  assert.equal((await centre.presence(rep)).statusId, 'available');
});

test('a server that stops hands its reps over with their grace period running', async () => {
  const other = await ContactCentre.on(centre.database, centre.time);
  const rep = await centre.rep({}, { status: null });
  await other.connect(rep);
  await other.execute(rep, { type: 'set-status', statusId: 'available' });
  await other.engine.stop();
  const queue = await centre.queue({ members: [rep] });
  assert.equal((await centre.item(queue)).status, 'waiting');
  await centre.pass(30_000);
  assert.deepEqual(await centre.presence(rep), { statusId: 'offline', cause: 'grace' });
});

test('a suspended process that the others considered gone restores the sessions of its open sockets', async () => {
  const { rep } = await ringing();
  await centre.sql(
    `update reps set disconnected_at = 1, grace_ends_at = ${centre.time.now() + 5_000} where id = '${rep}'`,
  );
  await centre.pass(6_000);
  assert.deepEqual(await centre.presence(rep), { statusId: 'available', cause: 'rep' });
  const queue = await centre.queue({ members: [rep] });
  assert.equal((await centre.item(queue)).repId, rep);
});

test('listeners are notified of reps that a commit of this process changed', async () => {
  const heard: string[] = [];
  const end = centre.engine.subscribe((ids) => heard.push(...ids));
  const { rep } = await ringing();
  end();
  assert.ok(heard.includes(rep));
  heard.length = 0;
  await centre.execute(rep, { type: 'set-status', statusId: 'lunch' });
  assert.deepEqual(heard, [], 'and no more once they ended it');
});

test('listeners are notified of changes by another process, each change once', async () => {
  const rep = await centre.rep();
  const other = await ContactCentre.on(centre.database, centre.time);
  const heard: string[] = [];
  other.engine.subscribe((ids) => heard.push(...ids.filter((id) => id === rep)));
  await centre.execute(rep, { type: 'set-status', statusId: 'lunch' });
  await centre.pass(3_000);
  await other.engine.idle();
  assert.deepEqual(heard, [rep]);
  await other.engine.stop();
});

test('the poll finds a change without a hint', async () => {
  const rep = await centre.rep();
  await centre.pass(1_000);
  const heard: string[] = [];
  const end = centre.engine.subscribe((ids) => heard.push(...ids));
  await centre.sql(
    `update reps set change = change + 1, changed_at = ${centre.time.now()} where id = '${rep}'`,
  );
  await centre.pass(1_000);
  end();
  assert.ok(heard.includes(rep));
});

test('connected reps are notified of a new configuration within a second', async () => {
  const rep = await centre.rep();
  await centre.pass(1_000);
  const before = await centre.engine.effectiveConfiguration(rep);
  const heard: string[] = [];
  const end = centre.engine.subscribe((ids) => heard.push(...ids));
  await centre.sql(`update presence_configurations set capacity = 9 where id = '${rep}'`);
  await centre.sql('update configuration_revision set revision = revision + 1');
  await centre.pass(1_000);
  end();
  assert.ok(heard.includes(rep));
  const changed = await centre.engine.effectiveConfiguration(rep);
  assert.equal(changed!.configuration.settings.capacity.value, 9);
  assert.notEqual(changed?.version, before?.version);
  assert.equal((await centre.engine.snapshot(rep)).configurationVersion, changed?.version);
});

test('commands of an unknown rep are an error and have no effect', async () => {
  await assert.rejects(centre.engine.execute('nobody', { type: 'sign-out', id: randomUUID() }), {
    name: 'UnknownRepError',
  });
});
