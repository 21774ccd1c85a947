import { expect, test as base } from '@playwright/test';
import { TestServer } from '../support/server/server.ts';
import { heardAfter } from '../support/sound-probe.ts';
import { RepAtWork, STATUS } from '../support/workspace.ts';

base(
  'a rep who becomes available sees and hears the first request within ten seconds',
  async ({ browser }) => {
    const server = await TestServer.start({ OMNI_SIMULATOR: 'on' });
    const sofia = await RepAtWork.open(browser, server, 'sofia');
    const availableAt = sofia.shownAt(STATUS, 'Available');
    const requestAt = sofia.shownAt('omni-work-request');
    await sofia.choose('Available');
    const waited = (await requestAt) - (await availableAt);
    expect(waited).toBeLessThan(10_000);
    await heardAfter(sofia.page, await requestAt);
    expect(sofia.errors).toEqual([]);
    await sofia.close();
    await server.stop();
  },
);
