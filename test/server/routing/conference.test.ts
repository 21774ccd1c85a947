import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { PresenceConfiguration } from '../../../src/domain/configuration/presence-configuration.ts';
import type { Destination } from '../../../src/domain/work/transfer.ts';
import type { Id } from '../../../src/domain/values.ts';
import { ContactCentre } from './contact-centre.ts';
import { accepted, ACW, queue, refusal, talking } from './talking.ts';

let centre: ContactCentre;
before(async () => {
  centre = await ContactCentre.open();
});
after(() => centre.close());

const transfer = (rep: Id, agentWorkId: Id, destination: Destination, id?: string) =>
  centre.execute(rep, { type: 'transfer', agentWorkId, destination }, id);

const isOpen = ({ status }: { status: string }) => status === 'assigned' || status === 'opened';

describe('a conference', () => {
  const invite = (rep: Id, agentWorkId: Id, destination: Destination) =>
    centre.execute(rep, { type: 'transfer', agentWorkId, destination, conference: true });
  const nameOf = (rep: Id) => `Rep ${rep.slice(-12)}`;

  /** A rep in a conversation, and another one who is invited to it. */
  async function inviting(configuration: Partial<PresenceConfiguration> = {}) {
    const host = await talking(centre, configuration);
    const guest = await centre.rep();
    const there = await centre.queue({ members: [guest, host.rep] });
    assert.deepEqual(await invite(host.rep, host.work, queue(there)), { kind: 'done' });
    return { ...host, guest, there };
  }

  test('offers the same item to a second rep while the first stays in the conversation', async () => {
    const { rep, guest, item, work, there } = await inviting();
    const request = await centre.request(guest);
    assert.equal(request.workItemId, item.id);
    assert.deepEqual(request.conference, { with: [nameOf(rep)], invited: null });
    const { status, conference } = await centre.work(rep, work);
    assert.equal(status, 'opened');
    assert.deepEqual(conference, { with: [], invited: { kind: 'queue', id: there, name: there } });
  });

  test('shows each participant the others, and is never offered to a participant', async () => {
    const { rep, guest, work } = await inviting();
    const theirs = await accepted(centre, guest);
    assert.deepEqual((await centre.work(rep, work)).conference, { with: [nameOf(guest)], invited: null });
    assert.deepEqual((await centre.work(guest, theirs)).conference, { with: [nameOf(rep)], invited: null });
    assert.deepEqual(await centre.requests(rep), []);
  });

  test('is not offered to the inviting rep even if all others have declined', async () => {
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
      const theirs = await accepted(centre, guest);
      const people = [
        [rep, work],
        [guest, theirs],
      ] as const;
      const [leaves, stays] = first === 'the one who asked' ? people : [people[1], people[0]];
      await centre.execute(leaves[0], { type: 'end-conversation', agentWorkId: leaves[1] });
      assert.equal(isOpen(await centre.work(...leaves)), false);
      const left = await centre.work(...stays);
      assert.deepEqual([left.status, left.conference], ['opened', { with: [], invited: null }]);
      assert.equal(await centre.statusOf(item), 'accepted');
      assert.equal(await centre.holder(item), stays[0]);
      await centre.execute(stays[0], { type: 'end-conversation', agentWorkId: stays[1] });
      assert.equal(await centre.statusOf(item), 'settled');
    });

  for (const answered of [true, false])
    test(`is canceled when the last rep leaves, ${answered ? 'ringing' : 'waiting'}`, async () => {
      const { rep, guest, item, work } = await inviting();
      if (!answered) await centre.execute(guest, { type: 'set-status', statusId: 'offline' });
      await centre.execute(rep, { type: 'end-conversation', agentWorkId: work });
      if (!answered) await centre.execute(guest, { type: 'set-status', statusId: 'available' });
      assert.deepEqual([...(await centre.requests(guest)), ...(await centre.requests(rep))], []);
      if (answered) assert.equal((await centre.works(guest))[0]?.cancelReason, 'withdrawn');
      assert.equal(await centre.statusOf(item), 'settled');
    });

  test('has one invitation at a time: a new one replaces it', async () => {
    const { rep, guest, work } = await inviting();
    const other = await centre.rep();
    const elsewhere = await centre.queue({ members: [other] });
    await invite(rep, work, queue(elsewhere));
    assert.deepEqual(await centre.requests(guest), []);
    assert.equal((await centre.works(guest))[0]?.cancelReason, 'withdrawn');
    await centre.request(other);
    assert.equal((await centre.work(rep, work)).conference?.invited?.id, elsewhere);
  });

  test('may have more than two reps', async () => {
    const { rep, guest, item, work } = await inviting();
    await accepted(centre, guest);
    const third = await centre.rep();
    await invite(rep, work, queue(await centre.queue({ members: [third, guest, rep] })));
    const theirs = await accepted(centre, third);
    assert.deepEqual((await centre.work(third, theirs)).conference?.with, [nameOf(rep), nameOf(guest)]);
    await centre.engine.customerLeft(item.id);
    for (const one of [rep, guest, third]) assert.deepEqual((await centre.works(one)).filter(isOpen), []);
    assert.equal(await centre.statusOf(item), 'settled');
  });

  test('goes on when the inviting rep transfers, and the customer keeps their place in the queue', async () => {
    const { rep, guest, item, work } = await inviting();
    const theirs = await accepted(centre, guest);
    const other = await centre.rep();
    const there = await centre.queue({ members: [other, guest] });
    await transfer(rep, work, queue(there));
    assert.equal((await centre.request(other)).workItemId, item.id);
    assert.deepEqual(await centre.requests(guest), []);
    await centre.execute(guest, { type: 'end-conversation', agentWorkId: theirs });
    assert.equal(await centre.statusOf(item), 'offered');
    await accepted(centre, other);
    assert.equal(await centre.holder(item), other);
  });

  test('ends for everybody when the customer leaves, including ringing requests', async () => {
    const { rep, guest, item, work } = await inviting(ACW);
    await centre.engine.customerLeft(item.id);
    assert.equal((await centre.work(rep, work)).status, 'afterConversationWork');
    assert.equal((await centre.works(guest))[0]?.cancelReason, 'customerLeft');
    const view = await centre.engine.workItem(item.id);
    assert.deepEqual([view?.status, view?.customerLeftAt], ['settled', centre.time.now()]);
  });

  test('is for messaging only', async () => {
    const call = await talking(centre, {}, 'voice');
    const there = await centre.queue({ members: [] });
    assert.equal(await refusal(invite(call.rep, call.work, queue(there))), 'notTransferable');
    assert.deepEqual(await transfer(call.rep, call.work, queue(there)), { kind: 'done' });
  });
});
