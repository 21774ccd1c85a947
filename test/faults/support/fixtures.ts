import { test as base } from '@playwright/test';
import { Link } from '../../e2e/support/link.ts';
import { TestServer } from '../../e2e/support/server/server.ts';
import type { DemoRep } from '../../e2e/support/workspace.ts';
import type { Page } from '@playwright/test';
import { Ledger } from './ledger.ts';
import { newDatabase } from './postgres.ts';
import { Rep } from './rep.ts';

interface Faults {
  /** A fresh server, on its own database. */
  server: TestServer;
  /** The server's records. */
  ledger: Ledger;
  /** The link between the reps' browsers and the server. */
  link: Link;
  /** Opens the workspace as a rep, through the link. */
  atWork: (rep: DemoRep, prepare?: (page: Page) => Promise<void>) => Promise<Rep>;
}

interface Database {
  database: { readonly url: string };
}

export const test = base.extend<Faults & Database>({
  database: async ({}, use) => {
    const { url, drop } = await newDatabase();
    await use({ url });
    await drop();
  },
  server: async ({ database }, use) => {
    const server = await TestServer.start({ DATABASE_URL: database.url });
    await use(server);
    await server.stop();
  },
  ledger: async ({ database }, use) => {
    const ledger = new Ledger(database.url);
    await use(ledger);
    await ledger.close();
  },
  link: async ({ server }, use) => {
    const link = await Link.to(server.port);
    await use(link);
    await link.close();
  },
  atWork: async ({ browser, link }, use) => {
    const reps: Rep[] = [];
    await use(async (id, prepare) => {
      const { address } = link;
      const rep = await Rep.open(browser, id, { address, ...(prepare && { prepare }) });
      reps.push(rep);
      return rep;
    });
    for (const rep of reps) await rep.close();
  },
});

export { expect } from '@playwright/test';
