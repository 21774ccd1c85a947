import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { AlertQuery } from '../../../server/routing/engine/engine.ts';
import { purge, RECEIPTS_KEPT } from '../../../server/routing/engine/purge.ts';
import type { AlertReceipt } from '../../../src/domain/alerts/alert-receipt.ts';
import type { AgentWork } from '../../../src/domain/work/agent-work.ts';
import type { Id } from '../../../src/domain/values.ts';
import { ContactCentre } from './contact-centre.ts';

let centre: ContactCentre;
before(async () => {
  centre = await ContactCentre.open();
});
after(() => centre.close());

/** A rep with one request that rings for a minute. */
async function ringing() {
  const rep = await centre.rep();
  const queue = await centre.queue({ members: [rep], pushTimeoutSeconds: 60 });
  await centre.item(queue);
  return { rep, queue, request: await centre.request(rep) };
}

const receipt = (
  { id, offeredAt }: AgentWork,
  kind: AlertReceipt['kind'],
  later: number,
  change: Partial<AlertReceipt> = {},
): AlertReceipt => ({ agentWorkId: id, kind, at: offeredAt + later, visibility: 'hidden', ...change });

const ask = (repId: Id, change: Partial<AlertQuery> = {}) =>
  centre.engine.alertReceipts({
    repId,
    from: 0,
    to: centre.time.now() + 1,
    limit: 10,
    before: null,
    ...change,
  });

async function alertOf(rep: Id) {
  const { items } = await ask(rep);
  assert.equal(items.length, 1);
  return items[0]!;
}

describe('alert receipts', () => {
  test('explain a miss', async () => {
    const { rep, request } = await ringing();
    await centre.deliver(rep, request);
    await centre.pass(1000);
    const blocked = { reason: 'contextSuspended', detail: 'NotAllowedError' } as const;
    await centre.engine.noteReceipts(rep, [
      receipt(request, 'painted', 200),
      receipt(request, 'soundBlocked', 250, blocked),
      receipt(request, 'delivered', 40),
    ]);
    const notedAt = centre.time.now();
    await centre.pass(60_000);
    const { receipts, explanation, ...alert } = await alertOf(rep);
    assert.deepEqual(alert, {
      agentWorkId: request.id,
      workItemId: request.workItemId,
      subject: 'Late delivery',
      queue: request.queue,
      status: 'declinedOnPushTimeout',
      cancelReason: null,
      openedBy: null,
      offeredAt: request.offeredAt,
      openedAt: null,
      settledAt: request.offeredAt + 60_000,
      flag: null,
    });
    const at = (later: number) => ({
      at: request.offeredAt + later,
      receivedAt: notedAt,
      visibility: 'hidden',
    });
    assert.deepEqual(receipts, [
      { kind: 'delivered', ...at(40) },
      { kind: 'painted', ...at(200) },
      { kind: 'soundBlocked', ...at(250), ...blocked },
    ]);
    assert.equal(
      explanation,
      'Shown 0.2 s after the offer in a hidden browser tab; the sound was blocked because the page had not been ' +
        'clicked yet; the push time-out came first.',
    );
  });

  test('are kept once, the first of each kind, within and between messages', async () => {
    const { rep, request } = await ringing();
    await centre.pass(5000);
    await centre.engine.noteReceipts(rep, [
      receipt(request, 'painted', 100),
      receipt(request, 'painted', 200),
    ]);
    await centre.engine.noteReceipts(rep, [
      receipt(request, 'painted', 50, { visibility: 'visible' }),
      receipt(request, 'answered', 300),
    ]);
    const { receipts } = await alertOf(rep);
    assert.deepEqual(
      receipts.map(({ kind, at, visibility }) => [kind, at - request.offeredAt, visibility]),
      [
        ['painted', 100, 'hidden'],
        ['answered', 300, 'hidden'],
      ],
    );
  });

  test('are accepted for a request that has been settled', async () => {
    const { rep, request } = await ringing();
    await centre.deliver(rep, request);
    await centre.pass(120_000);
    await centre.engine.noteReceipts(rep, [receipt(request, 'delivered', 400)]);
    assert.equal((await alertOf(rep)).receipts.length, 1);
  });

  test('for another rep’s work, or unknown work, are ignored, and the others are kept', async () => {
    const [mine, theirs] = [await ringing(), await ringing()];
    const nothing = { ...receipt(mine.request, 'painted', 1), agentWorkId: 'nothing' };
    await centre.engine.noteReceipts(mine.rep, [
      nothing,
      receipt(theirs.request, 'painted', 1),
      receipt(mine.request, 'painted', 0),
    ]);
    assert.equal((await alertOf(mine.rep)).receipts.length, 1);
    assert.equal((await alertOf(theirs.rep)).receipts.length, 0);
    await centre.engine.noteReceipts(mine.rep, []);
  });

  test('are never dated before the offer, nor after they were received', async () => {
    const { rep, request } = await ringing();
    await centre.pass(1000);
    await centre.engine.noteReceipts(rep, [
      receipt(request, 'delivered', -86_400_000),
      receipt(request, 'painted', 86_400_000),
    ]);
    const { receipts } = await alertOf(rep);
    assert.deepEqual(
      receipts.map(({ kind, at }) => [kind, at - request.offeredAt]),
      [
        ['delivered', 0],
        ['painted', 1000],
      ],
    );
  });

  test('are listed by the instant of the offer, page by page, once per work', async () => {
    const { rep, queue, request } = await ringing();
    const offered = [request.id];
    // Two of them in the same millisecond.
    for (const wait of [1000, 0, 1000]) {
      await centre.pass(wait);
      await centre.item(queue);
      const known = new Set(offered);
      offered.push((await centre.requests(rep)).find(({ id }) => !known.has(id))!.id);
    }
    const seen: Id[] = [];
    let place: AlertQuery['before'] = null;
    do {
      const page = await ask(rep, { limit: 3, before: place });
      seen.push(...page.items.map(({ agentWorkId }) => agentWorkId));
      place = page.next;
    } while (place);
    assert.deepEqual(seen.toSorted(), offered.toSorted());
    assert.deepEqual([seen[0], seen[3]], [offered[3], offered[0]]);

    const { items } = await ask(rep, { from: request.offeredAt + 1000, to: request.offeredAt + 2000 });
    assert.deepEqual(items.map(({ agentWorkId }) => agentWorkId).toSorted(), offered.slice(1, 3).toSorted());
    assert.equal((await ask(rep, { limit: 4 })).next, null);
  });

  test('are kept for thirty days', async () => {
    const { rep, request } = await ringing();
    await centre.engine.noteReceipts(rep, [receipt(request, 'delivered', 0)]);
    const end = centre.time.now() + RECEIPTS_KEPT;
    await purge(centre.database, end);
    assert.equal((await alertOf(rep)).receipts.length, 1);
    await purge(centre.database, end + 1);
    assert.equal((await alertOf(rep)).receipts.length, 0);
  });
});
