import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import type { ChannelType } from '../../../src/domain/configuration/service-channel.ts';
import { ContactCentre } from './contact-centre.ts';

let centre: ContactCentre;
before(async () => {
  centre = await ContactCentre.open();
});
after(() => centre.close());

const done = { kind: 'done' };

async function aRepWithAChat(configuration = {}, channel: ChannelType = 'chat') {
  const rep = await centre.rep({ capacity: 10, ...configuration });
  await centre.item(await centre.queue({ members: [rep], channel }));
  const { id } = await centre.request(rep);
  return {
    rep,
    id,
    accept: () => centre.execute(rep, { type: 'accept', agentWorkId: id }),
    flag: async () => (await centre.work(rep, id)).flag,
    raise: (message: string | null, command?: string) =>
      centre.execute(rep, { type: 'raise-flag', agentWorkId: id, message }, command),
    lower: (message: string | null = null) =>
      centre.execute(rep, { type: 'lower-flag', agentWorkId: id, message }),
  };
}

describe('the flag of accepted work', () => {
  test('is kept with its message, and once lowered too', async () => {
    const { rep, accept, flag, raise, lower } = await aRepWithAChat();
    await accept();
    assert.equal(await flag(), null);
    const at = centre.time.now();
    assert.deepEqual(await raise('The customer asks for my manager'), done);
    const raised = {
      isFlagged: true,
      message: 'The customer asks for my manager',
      updatedAt: at,
      updatedBy: rep,
      roleUpdatedBy: 'rep',
    };
    assert.deepEqual(await flag(), raised);
    await centre.pass(1000);
    assert.deepEqual(await lower(), done);
    assert.deepEqual(await flag(), { ...raised, isFlagged: false, message: null, updatedAt: at + 1000 });
  });

  test('changes once, however often the command is sent, and not at all by the same again', async () => {
    const { accept, flag, raise } = await aRepWithAChat();
    await accept();
    const command = randomUUID();
    await raise('Help', command);
    const raised = await flag();
    await centre.pass(1000);
    await raise('Other words', command);
    await raise('Help');
    assert.deepEqual(await flag(), raised);
  });

  test('cannot be raised before the request is accepted, nor by another rep', async () => {
    const { id, raise, flag } = await aRepWithAChat();
    const refused = await raise('Help');
    assert.deepEqual([refused.kind, 'code' in refused && refused.code], ['refused', 'notAcceptable']);
    const other = await centre.rep();
    const notYours = await centre.execute(other, { type: 'raise-flag', agentWorkId: id, message: null });
    assert.equal('code' in notYours && notYours.code, 'notYours');
    assert.equal(await flag(), null);
  });

  test('can change during wrap-up, and stays as it was when the work is closed', async () => {
    const { rep, id, accept, flag, raise, lower } = await aRepWithAChat({
      giveAcw: true,
      acwDurationSeconds: 60,
    });
    await accept();
    await centre.execute(rep, { type: 'end-conversation', agentWorkId: id });
    await raise('Please call back');
    await centre.execute(rep, { type: 'end-acw', agentWorkId: id });
    const { status } = await centre.work(rep, id);
    assert.deepEqual([status, (await flag())?.isFlagged], ['closed', true]);
    const late = await lower();
    assert.equal('code' in late && late.code, 'noLongerOpen');
    assert.equal((await flag())?.message, 'Please call back');
  });

  test('stays with the rep who had it when the work is transferred', async () => {
    const { rep, id, accept, raise } = await aRepWithAChat({}, 'messaging');
    await accept();
    await raise('Help');
    const other = await centre.rep();
    const queue = await centre.queue({ members: [other], channel: 'messaging' });
    await centre.execute(rep, {
      type: 'transfer',
      agentWorkId: id,
      destination: { kind: 'queue', id: queue },
    });
    assert.equal((await centre.request(other)).flag, null);
    assert.equal((await centre.work(rep, id)).flag?.isFlagged, true);
  });

  test('is seen by an administrator with the rep’s requests', async () => {
    const { rep, id, accept, raise } = await aRepWithAChat();
    await accept();
    await raise('Help');
    const now = centre.time.now();
    const { items } = await centre.engine.alertReceipts({
      repId: rep,
      from: now - 60_000,
      to: now + 1,
      limit: 10,
      before: null,
    });
    assert.deepEqual(
      items.map(({ agentWorkId, flag }) => [agentWorkId, flag?.message]),
      [[id, 'Help']],
    );
  });
});
