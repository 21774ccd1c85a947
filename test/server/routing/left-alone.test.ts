import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Id } from '../../../src/domain/values.ts';
import { ContactCentre } from './contact-centre.ts';

let centre: ContactCentre;
before(async () => {
  centre = await ContactCentre.open();
});
after(() => centre.close());

const wrapUp = { giveAcw: true, acwDurationSeconds: 60 };
const accept = async (rep: Id, agentWorkId: Id) =>
  assert.deepEqual(await centre.execute(rep, { type: 'accept', agentWorkId }), { kind: 'done' });

describe('a status queued for the end of wrap-up', () => {
  /** A rep in wrap-up for a chat, for whom a call that was offered before still rings. */
  async function wrappingUpWithACall() {
    const rep = await centre.rep({ capacity: 10, ...wrapUp });
    const chats = await centre.queue({ members: [rep] });
    const calls = await centre.queue({ members: [rep], channel: 'voice', pushTimeoutSeconds: 20 });
    await centre.item(chats);
    const chat = await centre.request(rep);
    await centre.item(calls);
    const call = (await centre.requests(rep)).find(({ id }) => id !== chat.id)!;
    await centre.deliver(rep, chat, call);
    await accept(rep, chat.id);
    await centre.execute(rep, { type: 'end-conversation', agentWorkId: chat.id });
    return { rep, call };
  }
  const queued = async (rep: Id) => (await centre.engine.snapshot(rep)).statusAfterAcw?.id ?? null;

  test('gives way to the Offline that a missed call has set since, and the rep stays Offline', async () => {
    const { rep } = await wrappingUpWithACall();
    await centre.execute(rep, { type: 'set-status', statusId: 'chats' });
    assert.equal(await queued(rep), 'chats');
    await centre.pass(20_000);
    assert.deepEqual(await centre.presence(rep), { statusId: 'offline', cause: 'pushTimeout' });
    assert.equal(await queued(rep), null);
    await centre.pass(60_000);
    assert.deepEqual(await centre.presence(rep), { statusId: 'offline', cause: 'pushTimeout' });
  });

  test('stays if it is busy: no work is offered in it either', async () => {
    const { rep } = await wrappingUpWithACall();
    await centre.execute(rep, { type: 'set-status', statusId: 'lunch' });
    await centre.pass(20_000);
    assert.equal(await queued(rep), 'lunch');
    await centre.pass(60_000);
    assert.equal((await centre.presence(rep)).statusId, 'lunch');
  });

  test('stays if the rep chooses it after the miss', async () => {
    const { rep } = await wrappingUpWithACall();
    await centre.pass(20_000);
    await centre.execute(rep, { type: 'set-status', statusId: 'available' });
    await centre.pass(60_000);
    assert.deepEqual(await centre.presence(rep), { statusId: 'available', cause: 'rep' });
  });
});

describe('a busy status', () => {
  test('leaves what rings, unless the rep gives it back: neither missed nor declined', async () => {
    const rep = await centre.rep();
    const queue = await centre.queue({ members: [rep], pushTimeoutSeconds: null });
    const item = await centre.item(queue);
    const request = await centre.request(rep);
    await centre.execute(rep, { type: 'set-status', statusId: 'lunch' });
    assert.equal(await centre.holder(item), rep);
    await centre.execute(rep, { type: 'set-status', statusId: 'lunch', giveBack: true });
    const { status, cancelReason } = await centre.work(rep, request.id);
    assert.deepEqual([status, cancelReason], ['canceled', 'givenBack']);
    assert.equal(await centre.statusOf(item), 'waiting');
    await centre.execute(rep, { type: 'set-status', statusId: 'available' });
    assert.equal(await centre.holder(item), rep, 'it may be offered to the same rep again');
  });

  test('gives nothing back together with an online status', async () => {
    const rep = await centre.rep();
    await centre.item(await centre.queue({ members: [rep], pushTimeoutSeconds: null }));
    const { id } = await centre.request(rep);
    await centre.execute(rep, { type: 'set-status', statusId: 'chats', giveBack: true });
    assert.equal((await centre.request(rep)).id, id, 'the same request, not another offer');
  });
});

describe('an outbound conversation', () => {
  test('ends wrap-up and keeps offers away for as long as it may last, and no longer', async () => {
    const rep = await centre.rep({ capacity: 10, ...wrapUp });
    const queue = await centre.queue({ members: [rep] });
    await centre.item(queue);
    const { id } = await centre.request(rep);
    await accept(rep, id);
    await centre.execute(rep, { type: 'end-conversation', agentWorkId: id });
    const waiting = await centre.item(queue);
    await centre.execute(rep, { type: 'start-outbound', maxSeconds: 60 });
    assert.equal((await centre.engine.snapshot(rep)).outboundEndsAt, centre.time.now() + 60_000);
    assert.equal((await centre.work(rep, id)).status, 'closed');
    await centre.pass(59_999);
    assert.equal(await centre.statusOf(waiting), 'waiting');
    await centre.pass(1);
    assert.equal(await centre.holder(waiting), rep);
    assert.equal((await centre.engine.snapshot(rep)).outboundEndsAt, null);
  });

  test('is over in time even if the server process in which it started is gone', async () => {
    const rep = await centre.rep();
    const queue = await centre.queue({ members: [rep] });
    const doomed = await ContactCentre.on(centre.database, centre.time);
    await doomed.execute(rep, { type: 'start-outbound', maxSeconds: 60 });
    doomed.kill();
    const item = await centre.item(queue);
    await centre.pass(59_999);
    assert.equal(await centre.statusOf(item), 'waiting');
    // Nobody told this process, which polls.
    await centre.pass(10_000);
    assert.equal(await centre.holder(item), rep);
  });

  test('is over when the host says so, and when the rep goes Offline', async () => {
    const rep = await centre.rep();
    const queue = await centre.queue({ members: [rep] });
    await centre.execute(rep, { type: 'start-outbound', maxSeconds: 14_400 });
    const item = await centre.item(queue);
    assert.equal(await centre.statusOf(item), 'waiting');
    await centre.execute(rep, { type: 'end-outbound' });
    assert.equal(await centre.holder(item), rep);
    await centre.execute(rep, { type: 'start-outbound', maxSeconds: 14_400 });
    for (const statusId of ['offline', 'available'])
      await centre.execute(rep, { type: 'set-status', statusId });
    assert.equal(await centre.holder(item), rep);
  });
});

describe('the limit of new offers at once', () => {
  test('spreads a backlog: each answer makes room for the next', async () => {
    const rep = await centre.rep({ capacity: 100, maxNewOffers: 3 }, { status: null });
    const queue = await centre.queue({ members: [rep], pushTimeoutSeconds: null });
    for (let index = 0; index < 8; index++) await centre.item(queue);
    await centre.connect(rep);
    await centre.execute(rep, { type: 'set-status', statusId: 'available' });
    for (let left = 8; left > 0; left--) {
      const ringing = await centre.requests(rep);
      assert.equal(ringing.length, Math.min(3, left));
      await accept(rep, ringing[0]!.id);
    }
  });

  test('is 20 where the presence configuration has none, and leaves the rest for who comes next', async () => {
    const first = await centre.rep({ capacity: 100 }, { status: null });
    const second = await centre.rep({ capacity: 100 }, { status: null });
    const queue = await centre.queue({ members: [first, second], pushTimeoutSeconds: null });
    for (let index = 0; index < 30; index++) await centre.item(queue);
    for (const [rep, count] of [
      [first, 20],
      [second, 10],
    ] as const) {
      await centre.connect(rep);
      await centre.execute(rep, { type: 'set-status', statusId: 'available' });
      assert.equal((await centre.requests(rep)).length, count);
    }
  });

  test('also lets automatic acceptance go on', async () => {
    const rep = await centre.rep({ capacity: 10, maxNewOffers: 1, automaticallyAccept: true });
    const queue = await centre.queue({ members: [rep] });
    for (let index = 0; index < 3; index++) await centre.item(queue);
    for (let index = 0; index < 3; index++) await centre.deliver(rep, await centre.request(rep));
    assert.equal((await centre.works(rep)).filter(({ status }) => status === 'opened').length, 3);
  });
});
