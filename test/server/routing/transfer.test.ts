import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import type { PresenceConfiguration } from '../../../src/domain/presence-configuration.ts';
import type { ChannelType } from '../../../src/domain/service-channel.ts';
import type { Destination } from '../../../src/domain/transfer.ts';
import type { Id } from '../../../src/domain/values.ts';
import { ContactCentre } from './contact-centre.ts';

let centre: ContactCentre;
before(async () => {
  centre = await ContactCentre.open();
});
after(() => centre.close());

const ACW = { giveAcw: true, acwDurationSeconds: 30 };
const queue = (id: Id): Destination => ({ kind: 'queue', id });

/** A rep who has accepted work of a channel, the only member of its queue. */
async function talking(
  configuration: Partial<PresenceConfiguration> = {},
  { channel = 'messaging', profileId = 'support' }: { channel?: ChannelType; profileId?: Id } = {},
) {
  const rep = await centre.rep({ capacity: 10, ...configuration }, { profileId });
  const home = await centre.queue({ members: [rep], channel });
  const item = await centre.item(home);
  return { rep, home, item, work: await accepted(rep) };
}

async function accepted(rep: Id): Promise<Id> {
  const { id } = await centre.request(rep);
  await centre.deliver(rep, await centre.request(rep));
  assert.deepEqual(await centre.does(rep, { type: 'accept', agentWorkId: id }), { kind: 'done' });
  return id;
}

const transfer = (rep: Id, agentWorkId: Id, destination: Destination, id?: string) =>
  centre.does(rep, { type: 'transfer', agentWorkId, destination }, id);

async function refusal(outcome: ReturnType<ContactCentre['does']>): Promise<string> {
  const made = await outcome;
  return made.kind === 'refused' ? made.code : made.kind;
}

const isOpen = ({ status }: { status: string }) => status === 'assigned' || status === 'opened';

describe('a transfer', () => {
  test('to a queue offers the item there with its age, and the work says where it went', async () => {
    const { rep, item, work } = await talking();
    const other = await centre.rep();
    const there = await centre.queue({ members: [other] });
    await centre.pass(7_000);
    assert.deepEqual(await transfer(rep, work, queue(there)), { kind: 'done' });
    const request = await centre.request(other);
    assert.equal(request.workItemId, item.id);
    assert.equal(request.queue.id, there);
    assert.equal(request.waitingSince, item.createdAt);
    const { status, transferredTo, settledAt } = await centre.work(rep, work);
    assert.deepEqual([status, settledAt], ['transferred', centre.time.now()]);
    assert.deepEqual(transferredTo, { kind: 'queue', id: there, name: there });
    assert.equal((await centre.engine.snapshot(rep)).capacity.primary.used, 0);
    const id = await accepted(other);
    assert.equal((await centre.work(other, id)).transferredTo, null);
    assert.equal(await centre.holder(item), other);
  });

  test('starts wrap-up as an ending does, and is settled when that ends', async () => {
    const { rep, item, work } = await talking(ACW);
    const there = await centre.queue({ members: [] });
    await transfer(rep, work, queue(there));
    const during = await centre.work(rep, work);
    assert.deepEqual([during.status, during.settledAt], ['afterConversationWork', null]);
    assert.equal(during.acw?.endsAt, centre.time.now() + 30_000);
    assert.equal(during.transferredTo?.id, there);
    assert.equal(await centre.statusOf(item), 'waiting');
    await centre.pass(30_000);
    assert.equal((await centre.work(rep, work)).status, 'closed');
    assert.equal(await centre.statusOf(item), 'waiting');
  });

  test('does not come straight back to the rep who transferred', async () => {
    const { rep, home, item, work } = await talking();
    await transfer(rep, work, queue(home));
    assert.deepEqual(await centre.requests(rep), []);
    assert.equal(await centre.statusOf(item), 'waiting');
    await centre.does(rep, { type: 'set-status', statusId: 'offline' });
    await centre.does(rep, { type: 'set-status', statusId: 'available' });
    assert.equal((await centre.request(rep)).workItemId, item.id);
  });

  test('to a profile goes to any of its reps who is free, member of the queue or not', async () => {
    const profileId = await centre.profile();
    const busy = await centre.rep({ capacity: 1 }, { profileId });
    const theirs = await centre.queue({ members: [busy] });
    await centre.item(theirs);
    const free = await centre.rep({}, { profileId });
    const { rep, item, home, work } = await talking();
    const colleague = await centre.rep();
    await centre.sql(`insert into queue_members values ('${home}', '${colleague}')`);
    await transfer(rep, work, { kind: 'profile', id: profileId });
    assert.equal((await centre.request(free)).workItemId, item.id);
    assert.deepEqual(await centre.requests(colleague), []);
  });

  test('to a profile of which nobody is online waits, and is offered to the first who comes', async () => {
    const profileId = await centre.profile();
    const away = await centre.rep({}, { profileId, status: null });
    const { rep, item, work } = await talking();
    await transfer(rep, work, { kind: 'profile', id: profileId });
    assert.equal(await centre.statusOf(item), 'waiting');
    await centre.connect(away);
    await centre.does(away, { type: 'set-status', statusId: 'available' });
    assert.equal((await centre.request(away)).workItemId, item.id);
  });

  test('to a profile, then on to a queue, is for the members of that queue again', async () => {
    const profileId = await centre.profile();
    const first = await centre.rep({}, { profileId });
    const { rep, item, work } = await talking();
    await transfer(rep, work, { kind: 'profile', id: profileId });
    const member = await centre.rep();
    const there = await centre.queue({ members: [member] });
    await transfer(first, await accepted(first), queue(there));
    assert.equal((await centre.request(member)).workItemId, item.id);
  });

  test('to a flow goes to its queue', async () => {
    const other = await centre.rep();
    const there = await centre.queue({ members: [other] });
    const flow = await centre.flow(there);
    const { rep, item, work } = await talking();
    await transfer(rep, work, { kind: 'flow', id: flow });
    assert.equal((await centre.request(other)).workItemId, item.id);
    assert.deepEqual((await centre.work(rep, work)).transferredTo, { kind: 'flow', id: flow, name: flow });
  });

  test('frees work that required the rep for others', async () => {
    const rep = await centre.rep();
    const home = await centre.queue({ members: [rep], channel: 'voice' });
    const item = await centre.item(home, { requiredRepId: rep });
    const other = await centre.rep();
    const there = await centre.queue({ members: [other] });
    await transfer(rep, await accepted(rep), queue(there));
    assert.equal((await centre.request(other)).workItemId, item.id);
  });

  test('is done once, however often it is sent', async () => {
    const { rep, item, work } = await talking();
    const other = await centre.rep();
    const there = await centre.queue({ members: [other] });
    const id = randomUUID();
    const outcomes = [await transfer(rep, work, queue(there), id)];
    await centre.does(other, { type: 'accept', agentWorkId: (await centre.request(other)).id });
    outcomes.push(await transfer(rep, work, queue(there), id));
    assert.deepEqual(outcomes, [{ kind: 'done' }, { kind: 'done' }]);
    assert.equal(await centre.holder(item), other);
    assert.equal(await refusal(transfer(rep, work, queue(there))), 'noLongerOpen');
  });

  test('is refused for work that is not accepted, not of this rep, or of another kind', async () => {
    const { rep, work } = await talking();
    const there = await centre.queue({ members: [] });
    const stranger = await centre.rep();
    assert.equal(await refusal(transfer(stranger, work, queue(there))), 'notYours');
    for (const channel of ['chat', 'case'] as const) {
      const other = await talking({}, { channel });
      assert.equal(await refusal(transfer(other.rep, other.work, queue(there))), 'notTransferable');
    }
    const home = await centre.queue({ members: [rep], channel: 'voice' });
    await centre.item(home);
    const { id } = await centre.request(rep);
    assert.equal(await refusal(transfer(rep, id, queue(there))), 'notAcceptable');
  });

  test('is refused where there is no such destination, or the configuration does not select it', async () => {
    const here = await centre.queue({ members: [] });
    const there = await centre.queue({ members: [] });
    const { rep, item, work } = await talking({
      transferDestinations: {
        messaging: { profileIds: [], queueIds: [here], flowIds: [] },
        voice: { profileIds: [], queueIds: [] },
      },
    });
    assert.equal(await refusal(transfer(rep, work, queue('nowhere'))), 'destinationUnknown');
    assert.equal(await refusal(transfer(rep, work, queue(there))), 'destinationNotAllowed');
    const nobodys = { kind: 'profile', id: await centre.profile() } as const;
    assert.equal(await refusal(transfer(rep, work, nobodys)), 'destinationUnknown');
    assert.equal(await centre.holder(item), rep);
    assert.deepEqual(await transfer(rep, work, queue(here)), { kind: 'done' });
  });

  test('outlasts a killed process, with its wrap-up', async () => {
    const { rep, item, work } = await talking(ACW);
    const there = await centre.queue({ members: [] });
    const doomed = await ContactCentre.on(centre.database, centre.time);
    await doomed.does(rep, { type: 'transfer', agentWorkId: work, destination: queue(there) });
    doomed.kill();
    assert.equal((await centre.work(rep, work)).status, 'afterConversationWork');
    await centre.pass(30_000);
    assert.equal((await centre.work(rep, work)).status, 'closed');
    assert.equal(await centre.statusOf(item), 'waiting');
  });
});

describe('a conference', () => {
  const invite = (rep: Id, agentWorkId: Id, destination: Destination) =>
    centre.does(rep, { type: 'transfer', agentWorkId, destination, conference: true });
  const nameOf = (rep: Id) => `Rep ${rep.slice(-12)}`;

  /** A rep in a conversation, and another one who was asked to join it. */
  async function inviting(configuration: Partial<PresenceConfiguration> = {}) {
    const host = await talking(configuration);
    const guest = await centre.rep();
    const there = await centre.queue({ members: [guest, host.rep] });
    assert.deepEqual(await invite(host.rep, host.work, queue(there)), { kind: 'done' });
    return { ...host, guest, there };
  }

  test('offers the same item to a second rep while the first one stays in the conversation', async () => {
    const { rep, guest, item, work, there } = await inviting();
    const request = await centre.request(guest);
    assert.equal(request.workItemId, item.id);
    assert.deepEqual(request.conference, { with: [nameOf(rep)], invited: null });
    const { status, conference } = await centre.work(rep, work);
    assert.equal(status, 'opened');
    assert.deepEqual(conference, { with: [], invited: { kind: 'queue', id: there, name: there } });
  });

  test('tells both who else is in it, and never offers it to one who is', async () => {
    const { rep, guest, work } = await inviting();
    const theirs = await accepted(guest);
    assert.deepEqual((await centre.work(rep, work)).conference, { with: [nameOf(guest)], invited: null });
    assert.deepEqual((await centre.work(guest, theirs)).conference, { with: [nameOf(rep)], invited: null });
    assert.deepEqual(await centre.requests(rep), []);
  });

  test('is not offered to the one who asks though all others have declined', async () => {
    const { rep, guest } = await inviting();
    for (let round = 0; round < 3; round += 1) {
      for (const request of await centre.requests(guest)) {
        await centre.deliver(guest, request);
        await centre.pass(5_000);
      }
      assert.deepEqual(await centre.requests(rep), []);
    }
  });

  for (const first of ['the one who asked', 'the one who joined'] as const)
    test(`goes on when ${first} leaves, and ends with the last`, async () => {
      const { rep, guest, item, work } = await inviting(ACW);
      const theirs = await accepted(guest);
      const people = [
        [rep, work],
        [guest, theirs],
      ] as const;
      const [leaves, stays] = first === 'the one who asked' ? people : [people[1], people[0]];
      await centre.does(leaves[0], { type: 'end-conversation', agentWorkId: leaves[1] });
      assert.equal(isOpen(await centre.work(...leaves)), false);
      const left = await centre.work(...stays);
      assert.deepEqual([left.status, left.conference], ['opened', { with: [], invited: null }]);
      assert.equal(await centre.statusOf(item), 'accepted');
      assert.equal(await centre.holder(item), stays[0]);
      await centre.does(stays[0], { type: 'end-conversation', agentWorkId: stays[1] });
      assert.equal(await centre.statusOf(item), 'settled');
    });

  for (const answered of [true, false])
    test(`is called off when the last one leaves, ${answered ? 'ringing' : 'waiting'}`, async () => {
      const { rep, guest, item, work } = await inviting();
      if (!answered) await centre.does(guest, { type: 'set-status', statusId: 'offline' });
      await centre.does(rep, { type: 'end-conversation', agentWorkId: work });
      if (!answered) await centre.does(guest, { type: 'set-status', statusId: 'available' });
      assert.deepEqual(await centre.requests(guest), []);
      if (answered) assert.equal((await centre.works(guest))[0]?.cancelReason, 'withdrawn');
      assert.equal(await centre.statusOf(item), 'settled');
    });

  test('has one invitation at a time: another one takes its place', async () => {
    const { rep, guest, work } = await inviting();
    const other = await centre.rep();
    const elsewhere = await centre.queue({ members: [other] });
    await invite(rep, work, queue(elsewhere));
    assert.deepEqual(await centre.requests(guest), []);
    assert.equal((await centre.works(guest))[0]?.cancelReason, 'withdrawn');
    await centre.request(other);
    assert.equal((await centre.work(rep, work)).conference?.invited?.id, elsewhere);
  });

  test('may have more than two', async () => {
    const { rep, guest, item, work } = await inviting();
    await accepted(guest);
    const third = await centre.rep();
    await invite(rep, work, queue(await centre.queue({ members: [third, guest, rep] })));
    const theirs = await accepted(third);
    assert.deepEqual((await centre.work(third, theirs)).conference?.with, [nameOf(rep), nameOf(guest)]);
    await centre.engine.customerLeft(item.id);
    for (const one of [rep, guest, third]) assert.deepEqual((await centre.works(one)).filter(isOpen), []);
    assert.equal(await centre.statusOf(item), 'settled');
  });

  test('goes on when the one who asked transfers, and the customer keeps the place in the queue', async () => {
    const { rep, guest, item, work } = await inviting();
    const theirs = await accepted(guest);
    const other = await centre.rep();
    const there = await centre.queue({ members: [other, guest] });
    await transfer(rep, work, queue(there));
    assert.equal((await centre.request(other)).workItemId, item.id);
    assert.deepEqual(await centre.requests(guest), []);
    await centre.does(guest, { type: 'end-conversation', agentWorkId: theirs });
    assert.equal(await centre.statusOf(item), 'offered');
    await accepted(other);
    assert.equal(await centre.holder(item), other);
  });

  test('ends for everybody when the customer leaves, what still rings too', async () => {
    const { rep, guest, item, work } = await inviting(ACW);
    await centre.engine.customerLeft(item.id);
    assert.equal((await centre.work(rep, work)).status, 'afterConversationWork');
    assert.equal((await centre.works(guest))[0]?.cancelReason, 'customerLeft');
    const view = await centre.engine.workItem(item.id);
    assert.deepEqual([view?.status, view?.customerLeftAt], ['settled', centre.time.now()]);
  });

  test('is for messaging only', async () => {
    const call = await talking({}, { channel: 'voice' });
    const there = await centre.queue({ members: [] });
    assert.equal(await refusal(invite(call.rep, call.work, queue(there))), 'notTransferable');
    assert.deepEqual(await transfer(call.rep, call.work, queue(there)), { kind: 'done' });
  });
});
