import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { PresenceConfiguration } from '../../../src/domain/configuration/presence-configuration.ts';
import type { ChannelType } from '../../../src/domain/configuration/service-channel.ts';
import type { Id } from '../../../src/domain/values.ts';
import { ContactCentre } from './contact-centre.ts';

let centre: ContactCentre;
before(async () => {
  centre = await ContactCentre.open();
});
after(() => centre.close());

const giving = (acwDurationSeconds: number, extension?: { seconds: number; max: number }) => ({
  giveAcw: true,
  acwDurationSeconds,
  letRepsExtendAcw: extension !== undefined,
  acwExtensionSeconds: extension?.seconds ?? null,
  acwMaxExtensions: extension?.max ?? null,
});

/** A rep who has accepted a conversation, and its queue. */
async function talking(configuration: Partial<PresenceConfiguration>, channel: ChannelType = 'chat') {
  const rep = await centre.rep({ capacity: 10, ...configuration });
  const queue = await centre.queue({ members: [rep], channel });
  const item = await centre.item(queue);
  const work = await accepted(rep);
  return { rep, queue, item, work };
}

async function accepted(rep: Id): Promise<Id> {
  const { id } = await centre.request(rep);
  await centre.deliver(rep, await centre.request(rep));
  await centre.execute(rep, { type: 'accept', agentWorkId: id });
  return id;
}

const statusOf = async (rep: Id, work: Id) => (await centre.work(rep, work)).status;
const end = (rep: Id, agentWorkId: Id) => centre.execute(rep, { type: 'end-conversation', agentWorkId });

describe('wrap-up', () => {
  test('ends at its instant, never early, and frees the capacity only then', async () => {
    const { rep, work } = await talking(giving(30));
    await end(rep, work);
    await centre.pass(29_999);
    assert.equal(await statusOf(rep, work), 'afterConversationWork');
    assert.equal((await centre.engine.snapshot(rep)).capacity.primary.used, 1);
    await centre.pass(1);
    assert.equal(await statusOf(rep, work), 'closed');
    assert.equal((await centre.engine.snapshot(rep)).capacity.primary.used, 0);
  });

  test('may last an hour', async () => {
    const { rep, work } = await talking(giving(3600));
    await end(rep, work);
    assert.equal((await centre.work(rep, work)).acw?.endsAt, centre.time.now() + 3_600_000);
  });

  test('also starts when the customer ends the conversation, and records who did', async () => {
    const { rep, item, work } = await talking(giving(30));
    await centre.engine.customerLeft(item.id);
    const { status, customerLeftAt, acw } = await centre.work(rep, work);
    assert.deepEqual([status, customerLeftAt], ['afterConversationWork', centre.time.now()]);
    assert.equal(acw?.endsAt, centre.time.now() + 30_000);
  });

  test('does not follow a case, nor any work with the setting off', async () => {
    const off = await talking({});
    await end(off.rep, off.work);
    assert.equal(await statusOf(off.rep, off.work), 'closed');
    const aCase = await talking(giving(30), 'case');
    await centre.execute(aCase.rep, { type: 'close', agentWorkId: aCase.work });
    assert.equal(await statusOf(aCase.rep, aCase.work), 'closed');
  });

  test('is what the channel says, if it overrides the configuration', async () => {
    const terms = { acw_duration_seconds: 90, let_reps_extend_acw: true, acw_extension_seconds: 20 };
    const own = Object.entries({ ...terms, acw_max_extensions: 1 }).map(
      ([column, value]) => `${column} = ${value}`,
    );
    await centre.channel('messaging', `give_acw = true, ${own.join(', ')}`);
    await centre.channel('voice', 'give_acw = false');
    const messaging = await talking(giving(30), 'messaging');
    await end(messaging.rep, messaging.work);
    const { acw } = await centre.work(messaging.rep, messaging.work);
    assert.deepEqual(acw?.terms, { durationSeconds: 90, extension: { seconds: 20, max: 1 } });
    const call = await talking(giving(30), 'voice');
    await end(call.rep, call.work);
    assert.equal(await statusOf(call.rep, call.work), 'closed');
    const chat = await talking(giving(30));
    await end(chat.rep, chat.work);
    assert.equal((await centre.work(chat.rep, chat.work)).acw?.terms.durationSeconds, 30);
  });

  test('blocks new work until the last of two countdowns ends, each at its own time', async () => {
    const { rep, queue, work } = await talking(giving(30));
    await centre.item(queue);
    const second = await accepted(rep);
    await end(rep, work);
    await centre.pass(10_000);
    await end(rep, second);
    const waiting = await centre.item(queue);
    await centre.pass(20_000);
    assert.deepEqual(
      [await statusOf(rep, work), await statusOf(rep, second)],
      ['closed', 'afterConversationWork'],
    );
    assert.equal(await centre.statusOf(waiting), 'waiting');
    await centre.pass(10_000);
    assert.equal(await centre.statusOf(waiting), 'offered');
  });

  test('leaves requests that already ring answerable', async () => {
    const { rep, queue, work } = await talking(giving(30));
    await centre.item(queue);
    const ringing = await centre.request(rep);
    await end(rep, work);
    assert.deepEqual(await centre.execute(rep, { type: 'accept', agentWorkId: ringing.id }), {
      kind: 'done',
    });
  });

  test('ends early with All done, and all at once with an outbound conversation', async () => {
    const { rep, queue, work } = await talking(giving(60));
    await centre.item(queue);
    const second = await accepted(rep);
    await end(rep, work);
    await centre.execute(rep, { type: 'end-acw', agentWorkId: work });
    assert.equal(await statusOf(rep, work), 'closed');
    await end(rep, second);
    await centre.execute(rep, { type: 'end-acw', agentWorkId: null });
    assert.equal(await statusOf(rep, second), 'closed');
  });

  test('keeps its terms when the configuration changes in the meantime', async () => {
    const { rep, work } = await talking(giving(60));
    await end(rep, work);
    await centre.sql(`update presence_configurations set acw_duration_seconds = 30 where id = '${rep}'`);
    await centre.sql('update configuration_revision set revision = revision + 1');
    await centre.pass(59_999);
    assert.equal(await statusOf(rep, work), 'afterConversationWork');
  });

  test('survives the death of its server and ends at the same instant', async () => {
    const { rep, work } = await talking(giving(60));
    await end(rep, work);
    const other = await ContactCentre.on(centre.database, centre.time);
    await centre.pass(59_999);
    assert.equal(await statusOf(rep, work), 'afterConversationWork');
    await centre.pass(1);
    assert.equal((await other.work(rep, work)).status, 'closed');
    await other.engine.stop();
  });
});

describe('extending', () => {
  for (const max of [1, 10])
    test(`moves the end by 15 s each time, ${max} times at most`, async () => {
      const { rep, work } = await talking(giving(30, { seconds: 15, max }));
      await end(rep, work);
      const endsAt = centre.time.now() + 30_000;
      for (let times = 1; times <= max; times += 1) {
        await centre.execute(rep, { type: 'extend-acw', agentWorkId: work });
        assert.equal((await centre.work(rep, work)).acw?.endsAt, endsAt + times * 15_000);
      }
      const refused = await centre.execute(rep, { type: 'extend-acw', agentWorkId: work });
      assert.equal(refused.kind === 'refused' && refused.code, 'noExtensionLeft');
      await centre.pass(30_000 + max * 15_000 - 1);
      assert.equal(await statusOf(rep, work), 'afterConversationWork');
      await centre.pass(1);
      assert.equal(await statusOf(rep, work), 'closed');
    });

  test('counts once, however often the same command arrives', async () => {
    const { rep, work } = await talking(giving(30, { seconds: 15, max: 3 }));
    await end(rep, work);
    const command = { type: 'extend-acw', id: crypto.randomUUID(), agentWorkId: work } as const;
    for (let i = 0; i < 3; i += 1)
      assert.deepEqual(await centre.engine.execute(rep, command), { kind: 'done' });
    assert.equal((await centre.work(rep, work)).acw?.extensionsUsed, 1);
  });

  test('is refused without the setting, and once it is over', async () => {
    const { rep, work } = await talking(giving(30));
    await end(rep, work);
    const without = await centre.execute(rep, { type: 'extend-acw', agentWorkId: work });
    assert.equal(without.kind === 'refused' && without.code, 'noExtensionLeft');
    await centre.pass(30_000);
    const over = await centre.execute(rep, { type: 'extend-acw', agentWorkId: work });
    assert.equal(over.kind === 'refused' && over.code, 'noLongerOpen');
  });
});

describe('a status chosen during wrap-up', () => {
  test('takes effect when the last one ends', async () => {
    const { rep, work } = await talking(giving(30));
    await end(rep, work);
    await centre.execute(rep, { type: 'set-status', statusId: 'lunch' });
    const during = await centre.engine.snapshot(rep);
    assert.deepEqual([during.presence.status.id, during.statusAfterAcw?.id], ['available', 'lunch']);
    await centre.pass(30_000);
    const afterwards = await centre.engine.snapshot(rep);
    assert.deepEqual([afterwards.presence.status.id, afterwards.statusAfterAcw], ['lunch', null]);
  });

  test('keeps who chose it', async () => {
    const { rep, work } = await talking(giving(30));
    await end(rep, work);
    await centre.execute(rep, { type: 'set-status', statusId: 'lunch', by: 'host' });
    await centre.execute(rep, { type: 'end-acw', agentWorkId: null });
    assert.deepEqual(await centre.presence(rep), { statusId: 'lunch', cause: 'host' });
  });

  test('takes effect at once if the rep ends wrap-up now', async () => {
    const { rep, work } = await talking(giving(30));
    await end(rep, work);
    await centre.execute(rep, { type: 'set-status', statusId: 'lunch', endAcw: true });
    assert.equal(await statusOf(rep, work), 'closed');
    assert.deepEqual(await centre.presence(rep), { statusId: 'lunch', cause: 'rep' });
  });

  test('is discarded when the grace period ends, and automatic status updates end no wrap-up', async () => {
    const { rep, work } = await talking(giving(60));
    const place = await centre.connect(rep);
    await end(rep, work);
    await centre.execute(rep, { type: 'set-status', statusId: 'chats' });
    await centre.engine.disconnect(place);
    await centre.pass(30_000);
    assert.deepEqual(await centre.presence(rep), { statusId: 'offline', cause: 'grace' });
    assert.equal(await statusOf(rep, work), 'afterConversationWork');
    await centre.pass(30_000);
    assert.equal(await statusOf(rep, work), 'closed');
    assert.deepEqual(await centre.presence(rep), { statusId: 'offline', cause: 'grace' });
  });
});

test('after signing out, wrap-up ends within a minute', async () => {
  const { rep, work } = await talking(giving(3600));
  await end(rep, work);
  await centre.execute(rep, { type: 'sign-out' });
  await centre.pass(59_999);
  assert.equal(await statusOf(rep, work), 'afterConversationWork');
  await centre.pass(1);
  assert.equal(await statusOf(rep, work), 'closed');
});
