import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readmittedTo } from '../../../server/routing/offers/exclusion-rounds.ts';
import type { PresenceConfiguration } from '../../../src/domain/configuration/presence-configuration.ts';
import type { ChannelType } from '../../../src/domain/configuration/service-channel.ts';
import { ContactCentre } from './contact-centre.ts';

let centre: ContactCentre;
before(async () => {
  centre = await ContactCentre.open();
});
after(() => centre.close());

/** A rep with one ringing request that a panel has confirmed. */
async function delivered(configuration: Partial<PresenceConfiguration> = {}, channel: ChannelType = 'chat') {
  const rep = await centre.rep(configuration);
  const queue = await centre.queue({ members: [rep], channel });
  const item = await centre.item(queue);
  const request = await centre.request(rep);
  await centre.deliver(rep, request);
  return { rep, queue, item, request };
}

test('a request is missed at its deadline, never early', async () => {
  const { rep, item, request } = await delivered();
  await centre.pass(4_999);
  assert.equal((await centre.work(rep, request.id)).status, 'assigned');
  await centre.pass(1);
  const work = await centre.work(rep, request.id);
  assert.deepEqual([work.status, work.settledAt], ['declinedOnPushTimeout', request.stamp.deadline]);
  assert.equal(await centre.statusOf(item), 'waiting');
  assert.deepEqual(await centre.presence(rep), { statusId: 'available', cause: 'rep' });
});

test('a missed call sets the rep Offline, and the log names the cause', async () => {
  const { rep, request } = await delivered({}, 'voice');
  await centre.pass(5_000);
  assert.deepEqual(await centre.presence(rep), { statusId: 'offline', cause: 'pushTimeout' });
  assert.deepEqual((await centre.work(rep, request.id)).statusUpdate, { id: 'offline', label: 'Offline' });
});

test('a push time-out sets the status that was configured when the request was offered', async () => {
  const { rep } = await delivered({ statusOnPushTimeoutId: 'lunch' });
  await centre.sql(`update presence_configurations set status_on_push_timeout_id = null where id = '${rep}'`);
  await centre.sql('update configuration_revision set revision = revision + 1');
  await centre.pass(5_000);
  assert.deepEqual(await centre.presence(rep), { statusId: 'lunch', cause: 'pushTimeout' });
});

test('a request that no panel confirmed goes back without a miss and without a status change', async () => {
  const rep = await centre.rep();
  const queue = await centre.queue({ members: [rep], channel: 'voice' });
  await centre.item(queue);
  const request = await centre.request(rep);
  await centre.pass(5_000);
  const work = await centre.work(rep, request.id);
  assert.deepEqual([work.status, work.cancelReason], ['canceled', 'notDelivered']);
  assert.deepEqual(await centre.presence(rep), { statusId: 'available', cause: 'rep' });
  assert.notEqual((await centre.request(rep)).id, request.id, 'it is offered again');
  await centre.execute(rep, { type: 'set-status', statusId: 'offline' });
});

test('a confirmation after the deadline is ignored', async () => {
  const rep = await centre.rep();
  const queue = await centre.queue({ members: [rep], channel: 'voice' });
  await centre.item(queue);
  const request = await centre.request(rep);
  centre.time.jump(5_000);
  await centre.deliver(rep, request);
  await centre.pass(1);
  assert.equal((await centre.work(rep, request.id)).cancelReason, 'notDelivered');
  await centre.execute(rep, { type: 'set-status', statusId: 'offline' });
});

test('requests that time out together are all missed, although the first one sets Offline', async () => {
  const rep = await centre.rep();
  const queue = await centre.queue({ members: [rep], channel: 'voice' });
  await centre.item(queue);
  await centre.item(queue);
  await centre.deliver(rep, ...(await centre.requests(rep)));
  await centre.pass(5_000);
  const statuses = (await centre.works(rep)).map(({ status }) => status);
  assert.deepEqual(statuses, ['declinedOnPushTimeout', 'declinedOnPushTimeout']);
});

test('a request without a push time-out waits', async () => {
  const rep = await centre.rep();
  const queue = await centre.queue({ members: [rep], pushTimeoutSeconds: null });
  await centre.item(queue);
  const request = await centre.request(rep);
  assert.equal(request.stamp.deadline, null);
  centre.time.jump(4 * 3_600_000);
  await centre.pass(1_000);
  assert.equal((await centre.request(rep)).id, request.id);
});

test('work that a rep declined or missed is offered to the others first', async () => {
  const ana = await centre.rep({ allowDecline: true });
  const ben = await centre.rep({ allowDecline: true });
  const queue = await centre.queue({ members: [ana, ben] });
  const item = await centre.item(queue);
  const holders: (string | null)[] = [];
  for (let round = 0; round < 4; round += 1) {
    const holder = (await centre.holder(item))!;
    const request = await centre.request(holder);
    holders.push(holder);
    await centre.execute(holder, { type: 'decline', agentWorkId: request.id, reasonId: null });
  }
  const [first, second] = holders;
  assert.notEqual(first, second);
  assert.deepEqual(holders, [first, second, first, second], 'nobody hears it twice in a row');
});

test('declined work waits for an online member at capacity before it comes back', async () => {
  const ana = await centre.rep({ allowDecline: true });
  const ben = await centre.rep({ capacity: 1 });
  const onlyBen = await centre.queue({ members: [ben] });
  await centre.item(onlyBen);
  const queue = await centre.queue({ members: [ana, ben] });
  const item = await centre.item(queue);
  await centre.execute(ana, { type: 'decline', agentWorkId: (await centre.request(ana)).id, reasonId: null });
  assert.equal(await centre.statusOf(item), 'waiting');
  await centre.execute(ben, { type: 'set-status', statusId: 'lunch' });
  assert.equal(await centre.statusOf(item), 'waiting', 'a lone rep is not rung again');
});

test('a lone rep is offered it again after choosing Offline and coming back', async () => {
  const { rep, item } = await delivered();
  await centre.pass(5_000);
  await centre.execute(rep, { type: 'set-status', statusId: 'lunch' });
  await centre.execute(rep, { type: 'set-status', statusId: 'available' });
  assert.equal(await centre.statusOf(item), 'waiting', 'busy is not Offline');
  await centre.execute(rep, { type: 'set-status', statusId: 'offline' });
  await centre.execute(rep, { type: 'set-status', statusId: 'available' });
  assert.equal(await centre.holder(item), rep);
});

test('a status that the host sets for the rep counts as the rep’s choice, and says who set it', async () => {
  const { rep, item } = await delivered();
  await centre.pass(5_000);
  await centre.execute(rep, { type: 'set-status', statusId: 'offline', by: 'host' });
  assert.deepEqual(await centre.presence(rep), { statusId: 'offline', cause: 'host' });
  await centre.execute(rep, { type: 'set-status', statusId: 'available', by: 'login' });
  assert.deepEqual(await centre.presence(rep), { statusId: 'available', cause: 'login' });
  assert.equal(await centre.holder(item), rep);
});

test('Offline lifts no exclusion if the rep did not choose it', async () => {
  const { rep, item } = await delivered({}, 'voice');
  await centre.pass(5_000);
  assert.equal((await centre.presence(rep)).statusId, 'offline');
  await centre.execute(rep, { type: 'set-status', statusId: 'available' });
  assert.equal(await centre.statusOf(item), 'waiting');
});

test('missed work that requires the rep waits until they choose an online status', async () => {
  const rep = await centre.rep();
  const queue = await centre.queue({ members: [rep] });
  const item = await centre.item(queue, { requiredRepId: rep });
  await centre.deliver(rep, await centre.request(rep));
  await centre.pass(5_000);
  assert.equal(await centre.statusOf(item), 'waiting');
  await centre.execute(rep, { type: 'set-status', statusId: 'lunch' });
  assert.equal(await centre.statusOf(item), 'waiting');
  await centre.execute(rep, { type: 'set-status', statusId: 'available' });
  assert.equal(await centre.holder(item), rep);
});

test('an online status that the rep did not choose does not bring back missed work that requires them', async () => {
  const rep = await centre.rep({ allowDecline: true, statusOnDeclineId: 'available' });
  const queue = await centre.queue({ members: [rep] });
  const required = await centre.item(queue, { requiredRepId: rep });
  await centre.deliver(rep, await centre.request(rep));
  await centre.pass(5_000);
  await centre.item(queue);
  const { id: agentWorkId } = await centre.request(rep);
  await centre.execute(rep, { type: 'set-status', statusId: 'lunch' });
  await centre.execute(rep, { type: 'decline', agentWorkId, reasonId: null });
  assert.deepEqual(await centre.presence(rep), { statusId: 'available', cause: 'decline' });
  assert.equal(await centre.statusOf(required), 'waiting');
});

test('a rep may take declined work while it waits, and only then', async () => {
  const rep = await centre.rep({ allowDecline: true, capacity: 1 });
  const queue = await centre.queue({ members: [rep], channel: 'voice' });
  const item = await centre.item(queue);
  const { id: agentWorkId } = await centre.request(rep);
  assert.equal((await centre.work(rep, agentWorkId)).takeable, false);
  await centre.execute(rep, { type: 'decline', agentWorkId, reasonId: null });
  assert.equal((await centre.work(rep, agentWorkId)).takeable, true);
  assert.deepEqual(await centre.execute(rep, { type: 'take', agentWorkId }), { kind: 'done' });
  const taken = (await centre.works(rep)).find(({ status }) => status === 'opened');
  assert.equal(taken?.workItemId, item.id);
  assert.equal(await centre.statusOf(item), 'accepted');
  assert.equal((await centre.work(rep, agentWorkId)).takeable, false);
  const again = await centre.execute(rep, { type: 'take', agentWorkId });
  assert.equal(again.kind === 'refused' && again.code, 'noLongerWaiting');
});

test('taken work must fit the capacity', async () => {
  const rep = await centre.rep({ allowDecline: true, capacity: 1 });
  const queue = await centre.queue({ members: [rep] });
  await centre.item(queue);
  const { id: agentWorkId } = await centre.request(rep);
  await centre.execute(rep, { type: 'decline', agentWorkId, reasonId: null });
  await centre.item(queue);
  const outcome = await centre.execute(rep, { type: 'take', agentWorkId });
  assert.equal(outcome.kind === 'refused' && outcome.code, 'noCapacity');
});

test('a round is over when all online members have declined; the last one is excluded from the next', () => {
  const online = new Set(['ana', 'ben', 'cem']);
  assert.deepEqual(readmittedTo(['ben', 'ana'], online), [], 'Cem has not yet');
  assert.deepEqual(readmittedTo(['cem', 'ben', 'ana'], online), ['ben', 'ana']);
  assert.deepEqual(readmittedTo(['ana'], new Set(['ana'])), [], 'a lone rep waits');
  assert.deepEqual(readmittedTo(['ana'], new Set()), []);
});
