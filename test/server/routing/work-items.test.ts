import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import * as v from 'valibot';
import type { ChannelType } from '../../../src/domain/configuration/service-channel.ts';
import type { NewWorkItem } from '../../../src/domain/work/work-item.ts';
import { snapshotSchema } from '../../../src/protocol/messages.ts';
import { told } from '../app/app-under-test.ts';
import { ContactCentre } from './contact-centre.ts';

let centre: ContactCentre;
before(async () => {
  centre = await ContactCentre.open();
});
after(() => centre.close());

const content = (queue: string, more: Partial<NewWorkItem> = {}): NewWorkItem => ({
  channel: 'Chat',
  queue,
  subject: 'Late delivery',
  customerName: 'Kim Lee',
  highlights: [{ label: 'Order', value: '1047' }],
  recordId: 'case-7',
  requiredRepId: null,
  ...more,
});

/** A rep with one ringing request. */
async function ringing(channel: ChannelType) {
  const rep = await centre.rep();
  const queue = await centre.queue({ members: [rep], channel });
  const item = await centre.item(queue);
  return { rep, item, request: await centre.request(rep) };
}

test('a repeated creation returns the item that the first one created', async () => {
  const queue = await centre.queue({ members: [] });
  const key = randomUUID();
  const first = await centre.engine.createWorkItem('shop', key, content(queue));
  const second = await centre.engine.createWorkItem('shop', key, content(queue));
  assert.ok(first.kind === 'created' && second.kind === 'repeated');
  assert.deepEqual(second.workItem, first.workItem);
  const other = await centre.engine.createWorkItem('bank', key, content(queue));
  assert.equal(other.kind, 'created', 'keys are each source’s own');
});

test('simultaneous creations with the same key create one item', async () => {
  const queue = await centre.queue({ members: [] });
  const key = randomUUID();
  const made = await Promise.all(
    [1, 2, 3].map(() => centre.engine.createWorkItem('shop', key, content(queue))),
  );
  assert.deepEqual(made.map(({ kind }) => kind).sort(), ['created', 'repeated', 'repeated']);
});

test('half a character in a text is replaced, and no fault of the items that come with it', async () => {
  const queue = await centre.queue({ members: [] });
  const made = await Promise.all(
    ['Ship \ud83d', 'Ship', 'Late'].map((subject) =>
      centre.engine.createWorkItem('shop', randomUUID(), content(queue, { subject })),
    ),
  );
  const subjects = made.map(async (one) =>
    one.kind === 'created' ? (await centre.engine.workItem(one.workItem.id))?.subject : one.kind,
  );
  assert.deepEqual(await Promise.all(subjects), ['Ship \ufffd', 'Ship', 'Late']);
});

test('a key cannot be reused with different content', async () => {
  const queue = await centre.queue({ members: [] });
  const key = randomUUID();
  await centre.engine.createWorkItem('shop', key, content(queue));
  const reused = await centre.engine.createWorkItem('shop', key, content(queue, { subject: 'Refund' }));
  assert.deepEqual(reused, { kind: 'keyReused' });
});

test('all missing records that a new item names are reported at once', async () => {
  const invalid = await centre.engine.createWorkItem('shop', randomUUID(), {
    ...content('Nowhere'),
    channel: 'Fax',
    requiredRepId: 'nobody',
  });
  assert.ok(invalid.kind === 'invalid');
  assert.deepEqual(told(invalid.violations), [
    { pointer: '/channel', detail: 'Channel must name a service channel by its Developer Name.' },
    { pointer: '/queue', detail: 'Queue must name a queue by its Developer Name.' },
    { pointer: '/requiredRepId', detail: 'Required rep must name an active rep.' },
  ]);
});

test('a required rep must be a member of the queue, or the item would wait for ever', async () => {
  const rep = await centre.rep();
  const queue = await centre.queue({ members: [] });
  const invalid = await centre.engine.createWorkItem(
    'shop',
    randomUUID(),
    content(queue, { requiredRepId: rep }),
  );
  assert.ok(invalid.kind === 'invalid');
  assert.deepEqual(told(invalid.violations), [
    { pointer: '/requiredRepId', detail: 'Required rep must be a member of the queue.' },
  ]);
});

test('there is no work item with an unknown id', async () => {
  assert.equal(await centre.engine.workItem('unknown'), null);
  assert.equal(await centre.engine.customerLeft('unknown'), null);
});

test('a customer who leaves while waiting settles the item', async () => {
  const rep = await centre.rep({}, { status: null });
  const queue = await centre.queue({ members: [rep] });
  const item = await centre.item(queue);
  const left = await centre.engine.customerLeft(item.id);
  assert.deepEqual([left?.status, left?.customerLeftAt], ['settled', centre.time.now()]);
  await centre.connect(rep);
  await centre.execute(rep, { type: 'set-status', statusId: 'available' });
  assert.deepEqual(await centre.requests(rep), []);
});

test('a customer who leaves while it rings cancels the request', async () => {
  const { rep, item, request } = await ringing('voice');
  assert.equal((await centre.engine.customerLeft(item.id))?.status, 'settled');
  const work = await centre.work(rep, request.id);
  assert.deepEqual([work.status, work.cancelReason], ['canceled', 'customerLeft']);
  const outcome = await centre.execute(rep, { type: 'accept', agentWorkId: request.id });
  assert.deepEqual(outcome, { kind: 'refused', code: 'noLongerOpen', detail: 'The customer has left.' });
});

test('a customer who leaves a conversation ends it', async () => {
  const { rep, item, request } = await ringing('messaging');
  await centre.execute(rep, { type: 'accept', agentWorkId: request.id });
  assert.equal((await centre.engine.customerLeft(item.id))?.status, 'settled');
  const work = await centre.work(rep, request.id);
  assert.deepEqual([work.status, work.customerLeftAt], ['closed', centre.time.now()]);
});

test('a case stays with the rep, who finishes it, when the customer leaves', async () => {
  const { rep, item, request } = await ringing('case');
  await centre.execute(rep, { type: 'accept', agentWorkId: request.id });
  assert.equal((await centre.engine.customerLeft(item.id))?.status, 'accepted');
  const work = await centre.work(rep, request.id);
  assert.deepEqual([work.status, work.customerLeftAt], ['opened', centre.time.now()]);
  assert.deepEqual(await centre.execute(rep, { type: 'close', agentWorkId: request.id }), { kind: 'done' });
});

test('a customer leaves once: repeating it changes nothing', async () => {
  const { rep, item, request } = await ringing('case');
  await centre.execute(rep, { type: 'accept', agentWorkId: request.id });
  const first = await centre.engine.customerLeft(item.id);
  await centre.pass(1_000);
  assert.deepEqual(await centre.engine.customerLeft(item.id), first);
});

test('the capacity that a leaving customer frees is used for the next one', async () => {
  const rep = await centre.rep({ capacity: 1 });
  const queue = await centre.queue({ members: [rep] });
  const [first, second] = [await centre.item(queue), await centre.item(queue)];
  await centre.engine.customerLeft(first.id);
  await centre.engine.idle();
  assert.equal(await centre.holder(second), rep);
});

test('a snapshot matches the panel’s schema, with open works and the latest settled ones', async () => {
  const rep = await centre.rep({ capacity: 100, allowDecline: true });
  const other = await centre.rep({ capacity: 100 });
  const queue = await centre.queue({ members: [rep, other] });
  await centre.item(queue);
  const snapshot = await centre.engine.snapshot(rep);
  assert.deepEqual(v.parse(snapshotSchema, { ...snapshot, revision: 0 }), { ...snapshot, revision: 0 });
  const effective = await centre.engine.effectiveConfiguration(rep);
  assert.equal(snapshot.configurationVersion, effective?.version);
  assert.match(effective?.version ?? '', /^[0-9a-f]{64}$/);
});

test('a snapshot has at most 50 settled works, the newest, none older than an hour', async () => {
  const rep = await centre.rep({ capacity: 100, maxNewOffers: 100 });
  const queue = await centre.queue({ members: [rep], pushTimeoutSeconds: null });
  await Promise.all(Array.from({ length: 53 }, () => centre.item(queue)));
  const [open, ...settled] = (await centre.works(rep)).map(({ id }) => id);
  for (const [age, id] of settled.entries())
    await centre.sql(
      `update agent_works set status = 'closed', settled_at = ${centre.time.now() - age} where id = '${id}'`,
    );
  const works = await centre.works(rep);
  const shown = works.filter(({ status }) => status === 'closed').map(({ id }) => id);
  assert.deepEqual(new Set(shown), new Set(settled.slice(0, 50)));
  assert.equal(works.length, 51);
  centre.time.jump(3_600_000);
  assert.deepEqual(
    (await centre.works(rep)).map(({ id }) => id),
    [open],
  );
});

test('the effective configuration is the rep’s own; users who are not reps have none', async () => {
  const rep = await centre.rep({ capacity: 7, agentAlias: { kind: 'mergeField', field: 'firstName' } });
  const effective = await centre.engine.effectiveConfiguration(rep);
  assert.equal(effective?.configuration.route, 'user');
  assert.deepEqual(effective.configuration.settings.agentAlias, { value: 'Rep', source: 'configuration' });
  assert.equal(await centre.engine.isRep(rep), true);
  await centre.sql(`update users set active = false where id = '${rep}'`);
  await centre.sql('update configuration_revision set revision = revision + 1');
  assert.equal(await centre.engine.isRep(rep), false);
  assert.equal(await centre.engine.effectiveConfiguration(rep), null);
  assert.equal(await centre.engine.isRep('nobody'), false);
});
