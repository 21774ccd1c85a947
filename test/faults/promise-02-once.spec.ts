import type { Frame } from '../e2e/support/frames.ts';
import { expectAgreement } from './support/agreement.ts';
import { printFigures } from './support/figures.ts';
import { expect, test } from './support/fixtures.ts';
import { lasts } from './support/time.ts';

const subject = 'Which plan fits me?';
const offer = { channel: 'Chat', queue: 'Sales_chat', subject } as const;

test('2: every message twice: a request is shown once and rings one interval', async ({
  server,
  link,
  ledger,
  atWork,
}) => {
  link.tamper = ({ bytes }) => [bytes, bytes];
  const rep = await atWork('sofia');
  await rep.atWork.choose('Available');
  await server.createWork(offer);
  await rep.atWork.waitForRing(subject);
  // Waits for the interval, and for anything that might follow.
  await rep.atWork.waitForSilence();
  expect(rep.rings).toHaveLength(1);
  const [length] = await rep.atWork.rings();
  printFigures('2: one interval of 10,000 ms was heard for', [length!]);
  expect(length).toBeLessThan(10_300);
  expect(rep.facts('omni-work-assigned')).toHaveLength(1);
  await expectAgreement(ledger, rep);
});

test('2: messages in the wrong order: shown once, rings once @short', async ({
  server,
  link,
  ledger,
  atWork,
}) => {
  const rep = await atWork('sofia');
  await rep.atWork.choose('Available');
  // Swaps each change with the next one.
  let kept: Frame | null = null;
  link.tamper = (frame, direction) => {
    const isChange = direction === 'toBrowser' && frame.text?.includes('"revision"');
    if (!isChange || frame.text?.startsWith('{"type":"snapshot"')) return [frame.bytes];
    const before = kept;
    kept = before ? null : frame;
    return before ? [frame.bytes, before.bytes] : [];
  };
  await server.createWork(offer);
  await expect(rep.atWork.toast(subject)).toBeVisible();
  link.tamper = null;
  await rep.atWork.waitForRing(subject);
  await lasts(2000);
  expect(rep.rings).toHaveLength(1);
  expect(rep.facts('omni-work-assigned')).toHaveLength(1);
  await expectAgreement(ledger, rep);
});

test('2: received over two sockets, the old one’s bytes after the new one’s: shown once, rings once', async ({
  server,
  link,
  ledger,
  atWork,
}) => {
  const rep = await atWork('sofia');
  await rep.atWork.choose('Available');
  link.hold();
  await server.createWork(offer);
  await expect.poll(async () => (await ledger.works('sofia')).length).toBe(1);
  // As when the network changes: the browser opens a new socket, and the old one stays open.
  await rep.page.evaluate(() => dispatchEvent(new Event('online')));
  await expect(rep.atWork.toast(subject)).toBeVisible();
  link.release();
  await lasts(2000);
  expect(rep.rings.length).toBeLessThanOrEqual(1);
  expect(rep.facts('omni-work-assigned')).toHaveLength(1);
  await rep.connected();
  await expectAgreement(ledger, rep);
});

test('2: a socket that breaks and reconnects during a ring: shown once, never rings past its interval', async ({
  server,
  link,
  ledger,
  atWork,
}) => {
  const rep = await atWork('sofia');
  await rep.atWork.choose('Available');
  await server.createWork(offer);
  await rep.atWork.waitForRing(subject);
  for (let time = 0; time < 5; time += 1) {
    link.reset();
    await lasts(400);
    await rep.connected();
  }
  await rep.atWork.waitForSilence();
  const [work] = await ledger.works('sofia');
  const silence = rep.entries.filter(({ kind }) => kind === 'silence').at(-1)!.at;
  expect(silence - work!.offeredAt).toBeLessThan(10_300);
  // Only a break long enough for the connection to count as lost interrupts the ring.
  const losses = rep.entries.filter((entry) => entry.kind === 'connection' && entry.status === 'lost');
  expect(rep.rings.length).toBeLessThanOrEqual(1 + losses.length);
  expect(rep.facts('omni-work-assigned')).toHaveLength(1);
  await expectAgreement(ledger, rep);
});
