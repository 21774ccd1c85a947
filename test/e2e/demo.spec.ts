import { expect, test as base } from '@playwright/test';
import { TestServer } from './support/server.ts';
import { RepAtWork } from './support/workspace.ts';

base(
  'a rep who becomes available sees and hears the first request within ten seconds',
  async ({ browser }) => {
    const server = await TestServer.start({ OMNI_SIMULATOR: 'on' });
    const sofia = await RepAtWork.open(browser, server, 'sofia');
    await sofia.choose('Available');
    await expect(sofia.page.locator('omni-work-request').first()).toBeVisible({ timeout: 10_000 });
    await sofia.hears();
    expect(sofia.errors).toEqual([]);
    await sofia.close();
    await server.stop();
  },
);
