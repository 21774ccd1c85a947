import { expectAgreement } from './support/agreement.ts';
import { printFigures } from './support/figures.ts';
import { expect, test } from './support/fixtures.ts';
import { processOf } from './support/process-of.ts';
import type { Rep } from './support/rep.ts';
import { lasts } from './support/time.ts';

/** After how many milliseconds a tab comes back, if it does. */
const AWAY = 6000;

/**
 * How the browser tab with the connection and the ring is lost; calls `now` at that moment. `null`: it does not come
 * back.
 */
const losses: Record<string, (rep: Rep, now: () => void) => Promise<(() => Promise<void>) | null>> = {
  closed: async (rep, now) => {
    now();
    await rep.closeTab();
    return null;
  },
  crashed: async (rep, now) => {
    now();
    await rep.crash();
    return null;
  },
  'stopped for six seconds @short': async (rep, now) => {
    const { pid } = await processOf(rep.page);
    now();
    process.kill(pid, 'SIGSTOP');
    return () => Promise.resolve(void process.kill(pid, 'SIGCONT'));
  },
  'too busy for six seconds': (rep, now) => {
    now();
    const busy = rep.busyFor(AWAY);
    return Promise.resolve(() => busy);
  },
};

for (const [how, lose] of Object.entries(losses))
  test(`11: three browser tabs; the one with the socket and the ring is ${how}: another has both within 2 s, and there are never two`, async ({
    server,
    link,
    ledger,
    atWork,
  }) => {
    const rep = await atWork('sofia');
    await rep.atWork.choose('Available');
    for (let tab = 0; tab < 2; tab += 1) await rep.openTab('Available');
    rep.switchTab(0);
    await server.createWork({ channel: 'Chat', queue: 'Sales_chat', subject: 'Rings on' });
    await expect.poll(() => rep.rings.length, { message: 'it rings' }).toBe(1);
    const { document: owner } = rep.rings[0]!;
    expect(link.webSockets).toBe(1);
    const entries = rep.entries.length;

    let lostAt = Infinity;
    const comeBack = await lose(rep, () => (lostAt = Date.now()));
    await server.createWork({ channel: 'Messaging', queue: 'Deliveries', subject: 'Meanwhile' });
    const since = <Found>(find: () => Found | undefined) =>
      expect
        .poll(() => find() !== undefined, { intervals: [20] })
        .toBe(true)
        .then(() => find()!);
    const socketAt = await since(() => link.webSocketsAt.find((at) => at > lostAt));
    const ring = await since(() => rep.rings.find(({ at, document }) => at > lostAt && document !== owner));
    const others = rep.tabs.filter((_, index) => comeBack === null || index > 0);
    for (const tab of others) await expect(tab.toast('Meanwhile')).toBeVisible();
    const { id, offeredAt } = (await ledger.works('sofia')).find(({ subject }) => subject === 'Meanwhile')!;
    const took = {
      'another socket': socketAt - lostAt,
      'another ring': ring.at - lostAt,
      // It counts from the offer, which a busy machine may delay.
      'what comes meanwhile is shown':
        rep.shownAt(id, rep.entries[entries]?.at)! - Math.max(lostAt, offeredAt),
    };
    for (const [what, milliseconds] of Object.entries(took)) {
      printFigures(`11: ${how.replace(' @short', '')}: ${what}`, [milliseconds]);
      expect(milliseconds, what).toBeLessThan(2000);
    }

    if (comeBack) await lasts(Math.max(0, lostAt + AWAY - Date.now()));
    await comeBack?.();
    for (const which of rep.tabs.keys()) {
      rep.switchTab(which);
      await rep.connected();
      await expect(rep.atWork.toast('Rings on')).toBeVisible();
      await expectAgreement(ledger, rep);
    }
    await expect.poll(() => link.webSockets).toBe(1);
  });
