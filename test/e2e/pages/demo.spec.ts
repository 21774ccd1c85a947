import { expect, test as base } from '@playwright/test';
import { TestServer } from '../support/server/server.ts';
import { heardAfter } from '../support/sound-probe.ts';
import { RepAtWork } from '../support/workspace.ts';

// When the customer comes is measured where the clock is the test's: customer-simulator.test.ts.
base('a rep who becomes available sees and hears the first request of a customer', async ({ browser }) => {
  const server = await TestServer.start({ OMNI_SIMULATOR: 'on' });
  const sofia = await RepAtWork.open(browser, server, 'sofia');
  const requestAt = sofia.shownAt('omni-work-request');
  await sofia.choose('Available');
  await heardAfter(sofia.page, await requestAt);
  expect(sofia.errors).toEqual([]);
  await sofia.close();
  await server.stop();
});
