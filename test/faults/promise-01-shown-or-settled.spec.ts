import type { Link } from '../e2e/support/link.ts';
import type { TestServer } from '../e2e/support/server/server.ts';
import { expectAgreement } from './support/agreement.ts';
import { printFigures } from './support/figures.ts';
import { expect, test } from './support/fixtures.ts';
import type { Rep } from './support/rep.ts';
import { lasts } from './support/time.ts';

interface Place {
  readonly rep: Rep;
  readonly link: Link;
  readonly server: TestServer;
}

/** The faults and their ends; `meanwhile` runs at the server as soon as possible. */
const faults: Record<string, (place: Place, meanwhile: () => Promise<void>) => Promise<void>> = {
  'a cut': async ({ link }, meanwhile) => {
    link.refuse();
    link.cut();
    await meanwhile();
    link.restore();
  },
  'a reset in the middle of a message': async ({ link }, meanwhile) => {
    link.resetAfter(100);
    await meanwhile();
  },
  'a black hole of fourteen seconds': async ({ link }, meanwhile) => {
    link.swallow();
    await meanwhile();
    await lasts(14_000);
    link.restore();
  },
  'a server that stood still for three seconds': async ({ server }, meanwhile) => {
    server.pause();
    await lasts(3000);
    server.resume();
    await meanwhile();
  },
  'a server that stood still for fourteen seconds': async ({ server }, meanwhile) => {
    server.pause();
    await lasts(14_000);
    server.resume();
    await meanwhile();
  },
  'kill -9 of the server @short': async ({ server }, meanwhile) => {
    await server.kill();
    await server.run();
    await meanwhile();
  },
  'a reload': async ({ rep }, meanwhile) => {
    await rep.page.reload();
    await meanwhile();
  },
  'a crash of the page': async ({ rep }, meanwhile) => {
    await rep.crash();
    await meanwhile();
    await rep.openTab('Available');
  },
  'a page frozen for four seconds': async ({ rep }, meanwhile) => {
    const [, done] = await Promise.all([rep.freezeFor(4000), meanwhile()]);
    return done;
  },
  'a page frozen for twelve seconds': async ({ rep }, meanwhile) => {
    await Promise.all([rep.freezeFor(12_000), meanwhile()]);
  },
};

for (const [name, happens] of Object.entries(faults))
  test(`1: after ${name} every open request is shown, every other settled, within 2 s of the link being up`, async ({
    server,
    link,
    ledger,
    atWork,
  }) => {
    const rep = await atWork('sofia');
    await rep.atWork.choose('Available');
    await server.createWork({ channel: 'Chat', queue: 'Sales_chat', subject: 'Stays open' });
    const leaves = await server.createWork({ channel: 'Messaging', queue: 'Deliveries', subject: 'Leaves' });
    await expect(rep.atWork.toast('Leaves')).toBeVisible();
    await expect(rep.atWork.toast('Stays open')).toBeVisible();
    const before = rep.entries.length;

    await happens({ rep, link, server }, async () => {
      await server.customerLeft(leaves);
      await server.createWork({ channel: 'Messaging', queue: 'Deliveries', subject: 'Comes meanwhile' });
    });
    await expect(rep.atWork.toast('Comes meanwhile')).toBeVisible();
    await rep.connected();
    await expectAgreement(ledger, rep);

    const works = await ledger.works('sofia');
    const [stays, left, came] = ['Stays open', 'Leaves', 'Comes meanwhile'].map((subject) =>
      works.filter((work) => work.subject === subject),
    );
    expect(stays?.map(({ status }) => status)).toEqual(['assigned']);
    expect(left?.map(({ cancelReason }) => cancelReason)).toEqual(['customerLeft']);
    expect(came).toHaveLength(1);
    // The link is up when the server has answered a socket and, if it was suspended, has offered the request.
    const up = Math.max(link.webSocketsAt.at(-1)!, came![0]!.offeredAt);
    const shown = rep.shownAt(came![0]!.id, rep.entries[before]?.at)! - up;
    printFigures(`1: ${name.replace(' @short', '')}: link up to shown`, [shown]);
    expect(shown).toBeLessThan(2000);
    if (!/reload|crash/.test(name)) await expect(rep.atWork.toast('Leaves')).toContainText('Customer left');
  });
