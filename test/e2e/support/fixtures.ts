import { test as base } from '@playwright/test';
import { TestServer } from './server/server.ts';
import { RepAtWork } from './workspace.ts';

type Rep = 'sofia' | 'noah' | 'amara';

/** A fresh server for each test, and reps who use it; both are cleaned up afterwards. */
export const test = base.extend<{
  server: TestServer;
  atWork: (rep: Rep) => Promise<RepAtWork>;
}>({
  server: async ({}, use) => {
    const server = await TestServer.start();
    await use(server);
    await server.stop();
  },
  atWork: async ({ browser, server }, use) => {
    const reps: RepAtWork[] = [];
    await use(async (rep) => {
      const atWork = await RepAtWork.open(browser, server, rep);
      reps.push(atWork);
      return atWork;
    });
    for (const rep of reps) await rep.close();
  },
});

export { expect } from '@playwright/test';
