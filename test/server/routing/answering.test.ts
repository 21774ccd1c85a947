import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { PresenceConfiguration } from '../../../src/domain/configuration/presence-configuration.ts';
import { ContactCentre } from './contact-centre.ts';

let centre: ContactCentre;
before(async () => {
  centre = await ContactCentre.open();
});
after(() => centre.close());

const declining = (more: Partial<PresenceConfiguration> = {}) => ({ allowDecline: true, ...more });
const withReasons = declining({ allowDeclineReason: true, declineReasonIds: ['language', 'break'] });

/** A rep with one ringing request. */
async function ringing(
  configuration: Partial<PresenceConfiguration> = {},
  channel: 'chat' | 'voice' | 'case' = 'chat',
) {
  const rep = await centre.rep(configuration);
  const queue = await centre.queue({ members: [rep], channel });
  const item = await centre.item(queue);
  return { rep, queue, item, request: await centre.request(rep) };
}

function refusal(outcome: { kind: string; code?: string }): string {
  return outcome.kind === 'refused' ? outcome.code! : outcome.kind;
}

test('accepted work is opened, by the rep, now', async () => {
  const { rep, item, request } = await ringing();
  await centre.pass(1_500);
  assert.deepEqual(await centre.execute(rep, { type: 'accept', agentWorkId: request.id }), { kind: 'done' });
  const work = await centre.work(rep, request.id);
  assert.deepEqual([work.status, work.openedBy, work.openedAt], ['opened', 'rep', request.offeredAt + 1_500]);
  assert.equal(await centre.statusOf(item), 'accepted');
});

test('a request is accepted once: a second click is refused', async () => {
  const { rep, request } = await ringing();
  await centre.execute(rep, { type: 'accept', agentWorkId: request.id });
  assert.deepEqual(await centre.execute(rep, { type: 'accept', agentWorkId: request.id }), {
    kind: 'refused',
    code: 'noLongerOpen',
    detail: 'You have accepted this work request already.',
  });
});

test('a repeated command has no second effect and gets the same outcome', async () => {
  const { rep, request } = await ringing();
  const id = randomUUID();
  await centre.execute(rep, { type: 'accept', agentWorkId: request.id }, id);
  centre.time.jump(24 * 3_600_000);
  await centre.pass(1_000);
  assert.deepEqual(await centre.execute(rep, { type: 'accept', agentWorkId: request.id }, id), {
    kind: 'done',
  });
  assert.equal((await centre.work(rep, request.id)).openedAt, request.offeredAt);
});

test('a repeated command that was refused is refused again, even if it would succeed now', async () => {
  const rep = await centre.rep();
  const id = randomUUID();
  assert.equal(
    refusal(await centre.execute(rep, { type: 'set-status', statusId: 'secret' }, id)),
    'statusUnknown',
  );
  assert.equal(
    refusal(await centre.execute(rep, { type: 'set-status', statusId: 'lunch' }, id)),
    'statusUnknown',
  );
  assert.equal((await centre.presence(rep)).statusId, 'available');
});

test('a rep cannot answer another rep’s work, or work that does not exist', async () => {
  const { request } = await ringing();
  const other = await centre.rep();
  for (const agentWorkId of [request.id, 'unknown'])
    for (const type of ['accept', 'end-conversation', 'close'] as const)
      assert.equal(refusal(await centre.execute(other, { type, agentWorkId })), 'notYours');
  assert.equal(
    refusal(await centre.execute(other, { type: 'decline', agentWorkId: request.id, reasonId: null })),
    'notYours',
  );
});

test('a request past its push time-out cannot be accepted, even before the server has settled it', async () => {
  const { rep, item, request } = await ringing();
  await centre.deliver(rep, request);
  centre.time.jump(5_000);
  const outcome = await centre.execute(rep, { type: 'accept', agentWorkId: request.id });
  assert.deepEqual(outcome, {
    kind: 'refused',
    code: 'noLongerOpen',
    detail: 'The time to answer this work request is over.',
  });
  assert.equal((await centre.work(rep, request.id)).status, 'declinedOnPushTimeout');
  assert.equal(await centre.statusOf(item), 'waiting');
});

test('a request can be accepted until the last millisecond', async () => {
  const { rep, request } = await ringing();
  await centre.pass(4_999);
  assert.equal(refusal(await centre.execute(rep, { type: 'accept', agentWorkId: request.id })), 'done');
});

test('declining is refused if the terms of the request do not allow it', async () => {
  const { rep, request } = await ringing();
  const outcome = await centre.execute(rep, { type: 'decline', agentWorkId: request.id, reasonId: null });
  assert.equal(refusal(outcome), 'notDeclinable');
  assert.equal((await centre.work(rep, request.id)).status, 'assigned');
});

test('declined work goes back, and for a chat the status stays', async () => {
  const { rep, item, request } = await ringing(declining());
  const outcome = await centre.execute(rep, { type: 'decline', agentWorkId: request.id, reasonId: null });
  assert.equal(refusal(outcome), 'done');
  const work = await centre.work(rep, request.id);
  assert.deepEqual([work.status, work.declineReason, work.statusUpdate], ['declined', null, null]);
  assert.equal(work.settledAt, centre.time.now());
  assert.equal(await centre.statusOf(item), 'waiting');
  assert.deepEqual(await centre.presence(rep), { statusId: 'available', cause: 'rep' });
  assert.equal((await centre.engine.snapshot(rep)).capacity.primary.used, 0);
});

test('a declined call sets the rep Offline, and the log names the cause', async () => {
  const { rep, request } = await ringing(declining(), 'voice');
  await centre.execute(rep, { type: 'decline', agentWorkId: request.id, reasonId: null });
  assert.deepEqual(await centre.presence(rep), { statusId: 'offline', cause: 'decline' });
  assert.deepEqual((await centre.work(rep, request.id)).statusUpdate, { id: 'offline', label: 'Offline' });
});

test('declining sets the status that was configured when the request was offered', async () => {
  const { rep, request } = await ringing(declining({ statusOnDeclineId: 'lunch' }));
  await centre.sql(`update presence_configurations set status_on_decline_id = null where id = '${rep}'`);
  await centre.sql('update configuration_revision set revision = revision + 1');
  await centre.execute(rep, { type: 'decline', agentWorkId: request.id, reasonId: null });
  assert.deepEqual(await centre.presence(rep), { statusId: 'lunch', cause: 'decline' });
});

test('if reasons are offered, declining requires one of them', async () => {
  const { rep, request } = await ringing(withReasons);
  const decline = (reasonId: string | null) =>
    centre.execute(rep, { type: 'decline', agentWorkId: request.id, reasonId });
  assert.equal(refusal(await decline(null)), 'reasonMissing');
  assert.equal(refusal(await decline('weather')), 'reasonUnknown');
  assert.equal(refusal(await decline('break')), 'done');
  assert.deepEqual((await centre.work(rep, request.id)).declineReason, {
    id: 'break',
    label: 'Break is due',
  });
});

test('a decline reason retired since the offer is still accepted', async () => {
  const { rep, request } = await ringing(withReasons);
  await centre.sql(`update decline_reasons set retired = true where id = 'language'`);
  await centre.sql('update configuration_revision set revision = revision + 1');
  const outcome = await centre.execute(rep, {
    type: 'decline',
    agentWorkId: request.id,
    reasonId: 'language',
  });
  await centre.sql(`update decline_reasons set retired = false where id = 'language'`);
  await centre.sql('update configuration_revision set revision = revision + 1');
  assert.equal(refusal(outcome), 'done');
});

test('automatic acceptance happens once a panel has confirmed the request, and not before', async () => {
  const { rep, item, request } = await ringing({ automaticallyAccept: true });
  await centre.pass(2_000);
  assert.equal((await centre.work(rep, request.id)).status, 'assigned');
  await centre.deliver(rep, request);
  await centre.deliver(rep, request);
  const work = await centre.work(rep, request.id);
  assert.deepEqual([work.status, work.openedBy], ['opened', 'automatic']);
  assert.equal(await centre.statusOf(item), 'accepted');
});

test('a panel cannot confirm the request of another rep', async () => {
  const { rep, request } = await ringing({ automaticallyAccept: true });
  await centre.deliver(await centre.rep(), request);
  assert.equal((await centre.work(rep, request.id)).status, 'assigned');
});

test('the rep ends a conversation; work without one is closed instead', async () => {
  const chat = await ringing();
  const early = await centre.execute(chat.rep, { type: 'end-conversation', agentWorkId: chat.request.id });
  assert.equal(refusal(early), 'notAcceptable');
  await centre.execute(chat.rep, { type: 'accept', agentWorkId: chat.request.id });
  const close = { type: 'close', agentWorkId: chat.request.id } as const;
  const end = { type: 'end-conversation', agentWorkId: chat.request.id } as const;
  assert.equal(refusal(await centre.execute(chat.rep, close)), 'notAcceptable');
  assert.equal(refusal(await centre.execute(chat.rep, end)), 'done');
  assert.equal(refusal(await centre.execute(chat.rep, end)), 'noLongerOpen');
  assert.equal((await centre.work(chat.rep, chat.request.id)).status, 'closed');
  assert.equal(await centre.statusOf(chat.item), 'settled');

  const matter = await ringing({}, 'case');
  await centre.execute(matter.rep, { type: 'accept', agentWorkId: matter.request.id });
  const endCase = { type: 'end-conversation', agentWorkId: matter.request.id } as const;
  assert.equal(refusal(await centre.execute(matter.rep, endCase)), 'notAcceptable');
  const closed = await centre.execute(matter.rep, { type: 'close', agentWorkId: matter.request.id });
  assert.equal(refusal(closed), 'done');
  assert.equal(await centre.statusOf(matter.item), 'settled');
});

test('command records are deleted after a day, not before', async () => {
  const rep = await centre.rep();
  centre.time.jump(24 * 3_600_000);
  await centre.pass(1_000);
  const { queries } = centre.database;
  const kept = async () =>
    (await queries.execute(`select * from command_records where rep_id = '${rep}'`)) as { rows: [] };
  assert.equal((await kept()).rows.length, 1);
  centre.time.jump(3 * 3_600_000);
  await centre.pass(1_000);
  assert.equal((await kept()).rows.length, 0);
});

test('a command undoes nothing that another process has changed without this one having heard of it', async () => {
  const rep = await centre.rep();
  const queue = await centre.queue({ members: [rep] });
  await centre.item(queue);
  const request = await centre.request(rep);
  await centre.sql(`update reps set status_id = 'lunch', change = change + 1 where id = '${rep}'`);
  assert.deepEqual(await centre.execute(rep, { type: 'accept', agentWorkId: request.id }), { kind: 'done' });
  assert.equal((await centre.presence(rep)).statusId, 'lunch');
  assert.equal((await centre.work(rep, request.id)).status, 'opened');
});
