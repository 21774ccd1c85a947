import type { Page } from '@playwright/test';
import type { Link } from '../e2e/support/link.ts';
import type { TestServer } from '../e2e/support/server/server.ts';
import { expectAgreement } from './support/agreement.ts';
import { expect, test } from './support/fixtures.ts';
import type { Ledger } from './support/ledger.ts';
import type { Rep } from './support/rep.ts';
import { ACCEPTED_WORK } from '../e2e/support/workspace.ts';

/** Faults of IndexedDB, installed before the page runs. */
const faults: Record<string, (page: Page) => Promise<unknown>> = {
  'is not there': (page) =>
    page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined })),
  'throws, as where it is forbidden': (page) =>
    page.addInitScript(() => {
      indexedDB.open = () => {
        throw new DOMException('It is forbidden.', 'SecurityError');
      };
    }),
  'never answers @short': (page) =>
    page.addInitScript(() => {
      // A request that never completes.
      IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
    }),
  'is blocked by another connection': (page) =>
    page.addInitScript(() => {
      // Opens an older version before the panel does, and ignores `versionchange`, which blocks the upgrade.
      indexedDB.open('omni-channel', 1);
    }),
  'is full': (page) =>
    page.addInitScript(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('There is no room.', 'QuotaExceededError');
      };
    }),
};

for (const [fault, install] of Object.entries(faults))
  test(`14: if IndexedDB ${fault}, everything works: ring, accepting across a break, wrap-up`, async ({
    server,
    link,
    ledger,
    atWork,
  }) => {
    const rep = await atWork('sofia', async (page) => {
      await install(page);
    });
    await aPieceOfWork({ server, link, ledger, rep });
  });

test('14: IndexedDB lost in mid-shift: everything keeps working', async ({
  server,
  link,
  ledger,
  atWork,
}) => {
  const rep = await atWork('sofia');
  await rep.atWork.choose('Available');
  await rep.page.evaluate(() => {
    // oxlint-disable-next-line typescript/unbound-method -- called with its database below
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...of) {
      this.close();
      return transaction.apply(this, of);
    };
  });
  await rep.atWork.choose('Offline');
  await aPieceOfWork({ server, link, ledger, rep });
});

interface Place {
  readonly server: TestServer;
  readonly link: Link;
  readonly ledger: Ledger;
  readonly rep: Rep;
}

async function aPieceOfWork({ server, link, ledger, rep }: Place): Promise<void> {
  await rep.atWork.choose('Available');
  await server.createWork({ channel: 'Chat', queue: 'Sales_chat', subject: 'Accepted' });
  await rep.atWork.waitForRing('Accepted');
  await rep.atWork.takesClicks('Accepted');
  link.refuse();
  link.cut();
  await rep.atWork.toast('Accepted').getByRole('button', { name: 'Accept' }).click();
  await expect(rep.atWork.toast('Accepted')).toHaveAttribute('state', 'kept');
  link.restore();
  const work = rep.page.locator(ACCEPTED_WORK);
  await expect(work).toHaveCount(1);
  await work.getByRole('button', { name: /^End/ }).click();
  await rep.page.locator('omni-acw-timer').getByRole('button', { name: 'All done' }).click();
  await expect(rep.atWork.status).toHaveText('Available');
  expect((await ledger.works('sofia')).map(({ status }) => status)).toEqual(['closed']);
  expect(rep.atWork.errors.filter((error) => !error.includes('ERR_'))).toEqual([]);
  await expectAgreement(ledger, rep);
}
