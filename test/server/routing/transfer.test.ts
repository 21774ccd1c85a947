import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
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

describe('a transfer', () => {
  test('to a queue offers the item there with its age, and the work says where it went', async () => {
    const { rep, item, work } = await talking(centre);
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
    const id = await accepted(centre, other);
    assert.equal((await centre.work(other, id)).transferredTo, null);
    assert.equal(await centre.holder(item), other);
  });

  test('starts wrap-up like the end of a conversation, and is settled when that ends', async () => {
    const { rep, item, work } = await talking(centre, ACW);
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

  test('does not come straight back to the rep who transferred it', async () => {
    const { rep, home, item, work } = await talking(centre);
    await transfer(rep, work, queue(home));
    assert.deepEqual(await centre.requests(rep), []);
    assert.equal(await centre.statusOf(item), 'waiting');
    await centre.execute(rep, { type: 'set-status', statusId: 'offline' });
    await centre.execute(rep, { type: 'set-status', statusId: 'available' });
    assert.equal((await centre.request(rep)).workItemId, item.id);
  });

  test('to a profile goes to any of its reps who is free, member of the queue or not', async () => {
    const profileId = await centre.profile();
    const busy = await centre.rep({ capacity: 1 }, { profileId });
    const theirs = await centre.queue({ members: [busy] });
    await centre.item(theirs);
    const free = await centre.rep({}, { profileId });
    const { rep, item, home, work } = await talking(centre);
    const colleague = await centre.rep();
    await centre.sql(`insert into queue_members values ('${home}', '${colleague}')`);
    await transfer(rep, work, { kind: 'profile', id: profileId });
    assert.equal((await centre.request(free)).workItemId, item.id);
    assert.deepEqual(await centre.requests(colleague), []);
  });

  test('to a profile with nobody online waits, and is offered to the first rep to come online', async () => {
    const profileId = await centre.profile();
    const away = await centre.rep({}, { profileId, status: null });
    const { rep, item, work } = await talking(centre);
    await transfer(rep, work, { kind: 'profile', id: profileId });
    assert.equal(await centre.statusOf(item), 'waiting');
    await centre.connect(away);
    await centre.execute(away, { type: 'set-status', statusId: 'available' });
    assert.equal((await centre.request(away)).workItemId, item.id);
  });

  test('to a profile, then on to a queue, is for the members of that queue again', async () => {
    const profileId = await centre.profile();
    const first = await centre.rep({}, { profileId });
    const { rep, item, work } = await talking(centre);
    await transfer(rep, work, { kind: 'profile', id: profileId });
    const member = await centre.rep();
    const there = await centre.queue({ members: [member] });
    await transfer(first, await accepted(centre, first), queue(there));
    assert.equal((await centre.request(member)).workItemId, item.id);
  });

  test('to a flow goes to its queue', async () => {
    const other = await centre.rep();
    const there = await centre.queue({ members: [other] });
    const flow = await centre.flow(there);
    const { rep, item, work } = await talking(centre);
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
    await transfer(rep, await accepted(centre, rep), queue(there));
    assert.equal((await centre.request(other)).workItemId, item.id);
  });

  test('is done once, however often it is sent', async () => {
    const { rep, item, work } = await talking(centre);
    const other = await centre.rep();
    const there = await centre.queue({ members: [other] });
    const id = randomUUID();
    const outcomes = [await transfer(rep, work, queue(there), id)];
    await centre.execute(other, { type: 'accept', agentWorkId: (await centre.request(other)).id });
    outcomes.push(await transfer(rep, work, queue(there), id));
    assert.deepEqual(outcomes, [{ kind: 'done' }, { kind: 'done' }]);
    assert.equal(await centre.holder(item), other);
    assert.equal(await refusal(transfer(rep, work, queue(there))), 'noLongerOpen');
  });

  test('is refused for work that is not accepted, not of this rep, or of another kind', async () => {
    const { rep, work } = await talking(centre);
    const there = await centre.queue({ members: [] });
    const stranger = await centre.rep();
    assert.equal(await refusal(transfer(stranger, work, queue(there))), 'notYours');
    for (const channel of ['chat', 'case'] as const) {
      const other = await talking(centre, {}, channel);
      assert.equal(await refusal(transfer(other.rep, other.work, queue(there))), 'notTransferable');
    }
    const home = await centre.queue({ members: [rep], channel: 'voice' });
    await centre.item(home);
    const { id } = await centre.request(rep);
    assert.equal(await refusal(transfer(rep, id, queue(there))), 'notAcceptable');
  });

  test('is refused if there is no such destination, or the configuration does not select it', async () => {
    const here = await centre.queue({ members: [] });
    const there = await centre.queue({ members: [] });
    const { rep, item, work } = await talking(centre, {
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

  test('survives a killed process, with its wrap-up', async () => {
    const { rep, item, work } = await talking(centre, ACW);
    const there = await centre.queue({ members: [] });
    const doomed = await ContactCentre.on(centre.database, centre.time);
    await doomed.execute(rep, { type: 'transfer', agentWorkId: work, destination: queue(there) });
    doomed.kill();
    assert.equal((await centre.work(rep, work)).status, 'afterConversationWork');
    await centre.pass(30_000);
    assert.equal((await centre.work(rep, work)).status, 'closed');
    assert.equal(await centre.statusOf(item), 'waiting');
  });
});
