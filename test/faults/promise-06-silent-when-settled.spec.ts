import type { Browser } from '@playwright/test';
import { expectAgreement } from './support/agreement.ts';
import { printFigures } from './support/figures.ts';
import { expect, test } from './support/fixtures.ts';
import { isOpenWork } from './support/ledger.ts';
import { lasts } from './support/time.ts';

/** Stops or continues every process of the browser that runs pages. */
async function signalPages(browser: Browser, signal: 'SIGSTOP' | 'SIGCONT'): Promise<void> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  for (const { type, id } of processInfo) if (type === 'renderer') process.kill(id, signal);
  await session.detach();
}

/** How requests end while the page's process is suspended. */
const ends = ['timed out', 'withdrawn'] as const;

for (const end of ends)
  test(`6: a backlog of requests that were ${end} while the page’s process was suspended: nothing rings${end === 'withdrawn' ? ' @short' : ''}`, async ({
    browser,
    server,
    ledger,
    atWork,
  }) => {
    if (end === 'timed out')
      await server.change('routing-configurations', 'messages', { pushTimeoutSeconds: 2 });
    else await server.change('service-channels', 'messaging', { stopSoundWhenCustomerLeaves: true });
    const rep = await atWork('sofia');
    await rep.atWork.choose('Available');
    await signalPages(browser, 'SIGSTOP');
    try {
      const items: string[] = [];
      for (const subject of ['One', 'Two', 'Three'])
        items.push(await server.createWork({ channel: 'Messaging', queue: 'Deliveries', subject }));
      await expect.poll(async () => (await ledger.works('sofia')).length).toBeGreaterThanOrEqual(3);
      // If this took longer than a ring, it would hide what is tested.
      await lasts(end === 'timed out' ? 2500 : 1500);
      for (const item of items) await server.customerLeft(item);
      const ringing = async () => (await ledger.works('sofia')).filter(isOpenWork);
      await expect.poll(ringing).toEqual([]);
      await lasts(500);
    } finally {
      await signalPages(browser, 'SIGCONT');
    }
    await rep.connected();
    // Messages arrive in order: once this request is shown, the whole backlog has arrived.
    await server.createWork({ channel: 'Case', queue: 'Back_office', subject: 'Afterwards' });
    await expect(rep.atWork.toast('Afterwards')).toBeVisible();
    const { offeredAt } = (await ledger.works('sofia')).at(-1)!;
    await rep.atWork.waitForRing('Afterwards');
    expect(rep.rings.filter(({ at }) => at < offeredAt)).toEqual([]);
    expect(rep.rings).toHaveLength(1);
    await expectAgreement(ledger, rep);
  });

test('6: ringing stops within 100 ms of settlement: accepted, timed out, taken back, withdrawn', async ({
  server,
  link,
  ledger,
  atWork,
}) => {
  await server.change('routing-configurations', 'messages', { pushTimeoutSeconds: 2 });
  await server.change('service-channels', 'messaging', { stopSoundWhenCustomerLeaves: true });
  const rep = await atWork('sofia');
  await rep.atWork.choose('Available');
  let toldAt = Infinity;
  link.tamper = ({ bytes, text }, direction) => {
    const isEnd = text?.startsWith('{"type":"agent-work-changed"') && !text.includes('"status":"assigned"');
    if (direction === 'toBrowser' && isEnd) toldAt = Math.min(toldAt, Date.now());
    return [bytes];
  };
  const [late, afterTold]: [number[], number[]] = [[], []];
  const ends: Record<string, (item: string) => Promise<void>> = {
    Accepted: () => rep.atWork.answer('Accepted', 'Accept'),
    'Timed out': () => Promise.resolve(),
    Withdrawn: (item) => server.customerLeft(item),
    'Taken back': () => rep.atWork.choose('Offline'),
  };
  for (const [subject, end] of Object.entries(ends)) {
    toldAt = Infinity;
    const item = await server.createWork({ channel: 'Messaging', queue: 'Deliveries', subject });
    await rep.atWork.waitForRing(subject);
    await end(item);
    const settled = async () => {
      const work = (await ledger.works('sofia')).find((one) => one.subject === subject);
      return work?.openedAt ?? work?.settledAt ?? null;
    };
    await expect.poll(settled).not.toBeNull();
    await expect.poll(() => rep.silences.length > late.length).toBe(true);
    late.push(rep.silences.at(-1)! - (await settled())!);
    // A ring ends by itself at its deadline.
    afterTold.push(Math.max(0, rep.silences.at(-1)! - toldAt));
    await rep.endWork();
  }
  printFigures('6: settled on the server to silence', late);
  printFigures('6: told to silence', afterTold);
  expect(Math.max(...afterTold)).toBeLessThan(100);
  // The instant is that of the start of the transaction, which may end much later on a busy machine.
  expect(Math.max(...late)).toBeLessThan(300);
  await expectAgreement(ledger, rep);
});
