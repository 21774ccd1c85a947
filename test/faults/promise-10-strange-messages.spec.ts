import { textFrame } from '../e2e/support/frames.ts';
import { expectAgreement } from './support/agreement.ts';
import { expect, test } from './support/fixtures.ts';
import { ACCEPTED_WORK } from '../e2e/support/workspace.ts';

/** What may arrive instead of, or between, the server's messages. */
const strange = [
  '',
  'null',
  '[]',
  '{',
  '{"type":"agent-work-changed","revision":1}',
  '{"type":"agent-work-changed","revision":"1","agentWork":null}',
  '{"type":"presence-changed","revision":2,"presence":{"status":null}}',
  '{"type":"from-a-newer-server","content":[1,2,3]}',
  '{"type":"snapshot","serverTime":0,"snapshot":{}}',
  '{"type":"result","id":"none","outcome":{"kind":"done"}}',
  '{"__proto__":{"type":"beat"}}',
  JSON.stringify({ type: 'capacity-changed', revision: 9_000_000, capacity: 'x'.repeat(1_100_000) }),
  JSON.stringify({ type: 'x'.repeat(1_000_000) }),
];

test('10: malformed, unknown and megabyte messages change nothing, and the panel is never blank @short', async ({
  server,
  link,
  ledger,
  atWork,
}) => {
  let asked = 0;
  let left = [...strange];
  link.tamper = ({ bytes, text }, direction) => {
    if (direction === 'toServer' && text === '{"type":"snapshot-request"}') asked += 1;
    if (direction === 'toServer') return [bytes];
    const [next, ...others] = left;
    left = others;
    return next === undefined ? [bytes] : [textFrame(next), bytes];
  };
  const rep = await atWork('sofia');
  await rep.atWork.choose('Available');
  for (const subject of ['One', 'Two', 'Three', 'Four']) {
    await server.createWork({ channel: 'Messaging', queue: 'Deliveries', subject });
    await expect(rep.atWork.toast(subject)).toBeVisible();
  }
  await expect.poll(() => left.length).toBe(0);
  await rep.atWork.answer('One', 'Accept');
  await expect(rep.page.locator(ACCEPTED_WORK)).toHaveCount(1);
  expect(asked, 'snapshots were asked for').toBeGreaterThan(0);
  // A flood of them is answered once a second.
  expect(asked).toBeLessThan(strange.length);
  await expect(rep.atWork.status).toHaveText('Available');
  expect(rep.entries.filter((entry) => entry.kind === 'connection' && entry.status === 'lost')).toEqual([]);
  expect(rep.atWork.errors).toEqual([]);
  await expectAgreement(ledger, rep);
});

test('10: missing changes: the gap leads to a snapshot, and the panel shows the true state', async ({
  server,
  link,
  ledger,
  atWork,
}) => {
  const rep = await atWork('sofia');
  await rep.atWork.choose('Available');
  let [changes, asked] = [0, 0];
  link.tamper = ({ bytes, text }, direction) => {
    if (direction === 'toServer' && text === '{"type":"snapshot-request"}') asked += 1;
    const isChange = direction === 'toBrowser' && /^{"type":"[a-z-]+-changed"/.test(text ?? '');
    if (isChange) changes += 1;
    return isChange && changes % 3 !== 0 ? [] : [bytes];
  };
  const items: string[] = [];
  for (const subject of ['One', 'Two', 'Three', 'Four', 'Five', 'Six'])
    items.push(await server.createWork({ channel: 'Messaging', queue: 'Deliveries', subject }));
  await server.customerLeft(items[0]!);
  await expect.poll(() => asked).toBeGreaterThan(0);
  link.tamper = null;
  // The next change reveals the gap.
  await server.customerLeft(items[1]!);
  await expectAgreement(ledger, rep);
  expect(rep.atWork.errors).toEqual([]);
});
