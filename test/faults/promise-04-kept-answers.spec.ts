import { ARCHIVE_NAME } from '../../src/platform/archive.ts';
import { expectAgreement } from './support/agreement.ts';
import { expect, test } from './support/fixtures.ts';
import type { Rep } from './support/rep.ts';
import { lasts } from './support/time.ts';
import { ACCEPTED_WORK } from '../e2e/support/workspace.ts';

const subject = 'Where is my parcel?';
const offer = { channel: 'Messaging', queue: 'Deliveries', subject } as const;
const TEN_MINUTES = 600_000;

/** How many kept answers this browser has. */
const kept = (rep: Rep) =>
  rep.page.evaluate(
    (name) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error ?? new Error('The archive did not open.'));
        opening.onsuccess = () => {
          const database = opening.result;
          const counting = database.transaction('answers').objectStore('answers').count();
          counting.onsuccess = () => {
            database.close();
            resolve(counting.result);
          };
        };
      }),
    ARCHIVE_NAME,
  );

test('4: an answer given offline is kept, survives a crash, and is sent once by the next page @short', async ({
  server,
  link,
  ledger,
  atWork,
}) => {
  const rep = await atWork('sofia');
  await rep.atWork.choose('Available');
  const before = (await ledger.commands('sofia')).length;
  await server.createWork(offer);
  await rep.atWork.takesClicks(subject);
  link.refuse();
  link.cut();
  await rep.atWork.toast(subject).getByRole('button', { name: 'Accept' }).click();
  await expect(rep.atWork.toast(subject)).toHaveAttribute('state', 'kept');
  expect(await kept(rep)).toBe(1);
  await rep.crash();
  expect((await ledger.works('sofia'))[0]?.status).toBe('assigned');
  link.restore();
  await rep.openTab('Available');
  await expect(rep.page.locator(ACCEPTED_WORK)).toHaveCount(1);
  await expect.poll(() => kept(rep)).toBe(0);
  expect((await ledger.works('sofia'))[0]).toMatchObject({ status: 'opened', openedBy: 'rep' });
  // Nothing is left for a further page to send.
  await rep.page.reload();
  await rep.connected();
  expect(await ledger.commands('sofia')).toHaveLength(before + 1);
  await expectAgreement(ledger, rep);
});

test('4: a decline with its reason, given offline, is sent once when the link is back', async ({
  server,
  link,
  ledger,
  atWork,
}) => {
  const rep = await atWork('sofia');
  await rep.atWork.choose('Available');
  await server.createWork(offer);
  await rep.atWork.takesClicks(subject);
  link.swallow();
  const toast = rep.atWork.toast(subject);
  await toast.getByRole('button', { name: 'Decline' }).click();
  await toast.getByRole('radio', { name: 'Wrong language' }).check();
  await toast.getByRole('button', { name: 'Confirm' }).click();
  await expect.poll(() => kept(rep)).toBe(1);
  await rep.becomes('lost', 0);
  await expect(toast).toHaveAttribute('state', 'kept');
  link.restore();
  await expect(toast).toHaveCount(0);
  const [work] = await ledger.works('sofia');
  expect(work).toMatchObject({ status: 'declined', declineReason: { label: 'Wrong language' } });
  await expect.poll(() => kept(rep)).toBe(0);
  await expectAgreement(ledger, rep);
});

test('4: the outcome of an answer is shown even if the rep was set Offline before it could be sent', async ({
  server,
  link,
  ledger,
  atWork,
}) => {
  const rep = await atWork('sofia');
  await rep.atWork.choose('Available');
  await server.createWork(offer);
  await rep.atWork.takesClicks(subject);
  link.refuse();
  link.cut();
  await rep.atWork.toast(subject).getByRole('button', { name: 'Accept' }).click();
  await expect
    .poll(async () => (await ledger.works('sofia'))[0]?.cancelReason, { timeout: 40_000 })
    .toBe('graceOver');
  link.restore();
  await rep.connected();
  // The item went back to the queue: nothing claims "accepted", and the toast says why.
  await expect(rep.atWork.toast(subject)).toHaveAttribute('state', 'settled');
  expect(rep.facts('omni-work-accepted')).toEqual([]);
  await expect.poll(() => kept(rep)).toBe(0);
  await expectAgreement(ledger, rep);
});

test('4: after ten minutes without a network, and a crash in them, the answer is sent once', async ({
  server,
  link,
  ledger,
  atWork,
}) => {
  test.setTimeout(TEN_MINUTES + 120_000);
  const rep = await atWork('sofia');
  await rep.atWork.choose('Available');
  await server.createWork({ channel: 'Case', queue: 'Back_office', subject });
  await rep.atWork.answer(subject, 'Accept');
  const work = rep.page.locator(ACCEPTED_WORK);
  await expect(work).toHaveCount(1);
  const before = (await ledger.commands('sofia')).length;
  link.refuse();
  link.cut();
  // Accepted work stays the rep's, however long they are away: closing it still works.
  await work.getByRole('button', { name: /^Close/ }).click();
  await expect.poll(() => kept(rep)).toBe(1);
  await rep.crash();
  await lasts(TEN_MINUTES);
  link.restore();
  await rep.openTab('Offline');
  await expect.poll(async () => (await ledger.works('sofia'))[0]?.status).toBe('closed');
  await expect(rep.page.locator(ACCEPTED_WORK)).toHaveCount(0);
  expect(await ledger.commands('sofia')).toHaveLength(before + 1);
  await expectAgreement(ledger, rep);
});
