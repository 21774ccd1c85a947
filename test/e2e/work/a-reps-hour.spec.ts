import { expect, test } from '../support/fixtures.ts';
import { Link } from '../support/link.ts';
import { heardAfter } from '../support/sound-probe.ts';
import { ACCEPTED_WORK, RepAtWork } from '../support/workspace.ts';

test("a rep's hour: request, wrap-up with an extension, a dead link, the alarm, resynchronisation, a cached start", async ({
  browser,
  server,
}) => {
  const link = await Link.to(server.port);
  const sofia = await RepAtWork.open(browser, link, 'sofia');
  const { page } = sofia;

  await test.step('available, ring, accept', async () => {
    await sofia.choose('Available');
    await server.createWork({ channel: 'Chat', queue: 'Sales_chat', subject: 'Which plan fits me?' });
    await sofia.waitForRing('Which plan fits me?');
    await sofia.answer('Which plan fits me?', 'Accept');
    await expect(sofia.tab('Which plan fits me?')).toHaveAttribute('aria-selected', 'true');
  });

  await test.step('end, wrap up with one extension, back in the status from before', async () => {
    const work = page.locator(ACCEPTED_WORK, { hasText: 'Which plan fits me?' });
    await work.getByRole('button', { name: /^End/ }).click();
    const timer = page.locator('omni-acw-timer');
    await expect(timer).toContainText('Which plan fits me?');
    await expect(sofia.status).toHaveText('Wrapping up');
    await timer.getByRole('button', { name: 'Extend 15 s (2 left)' }).click();
    await expect(timer.getByRole('button', { name: 'Extend 15 s (1 left)' })).toBeVisible();
    const { startedAt, endsAt } = (await sofia.work('Which plan fits me?')).acw!;
    expect(endsAt - startedAt).toBe(45_000);
    // Wrap-up that ends by itself has a test of its own.
    await timer.getByRole('button', { name: 'All done' }).click();
    await expect(sofia.status).toHaveText('Available');
  });

  await test.step('the link dies without a word: the alarm sounds within twelve seconds', async () => {
    await sofia.waitForSilence();
    const dead = Date.now();
    link.swallow();
    const alarm = await heardAfter(page, dead);
    expect(alarm.from - dead).toBeLessThan(12_500);
    await expect(page.locator('omni-connection-banner')).toContainText('Connection lost');
    await expect(sofia.status).toHaveText('Status unknown');
  });

  await test.step('the link is back: the banner ends, and the truth is shown', async () => {
    link.restore();
    // At once, where the link has not come back by itself already.
    const reconnect = page.locator('omni-connection-banner').getByRole('button', { name: 'Reconnect now' });
    await reconnect.evaluateAll((buttons) => buttons.forEach((button) => (button as HTMLElement).click()));
    await expect(page.locator('omni-connection-banner')).toContainText('Connected again');
    await expect(sofia.status).toHaveText('Available');
    const subject = 'Is my line ready?';
    await server.createWork({ channel: 'Chat', queue: 'Sales_chat', subject });
    await expect(sofia.toast(subject)).toBeVisible();
    await sofia.answer(subject, 'Accept');
    await expect(page.locator(ACCEPTED_WORK)).toHaveCount(1);
  });

  await test.step('the panel starts from its cache while the server is down', async () => {
    await sofia.servePageFromDisk();
    await server.kill();
    await page.reload();
    await expect(page.getByText(/settings as of \d\d:\d\d/i)).toBeVisible();
    await expect(sofia.status).toHaveText('Status unknown');
  });

  await test.step('and shows the truth once the server is back', async () => {
    await server.run();
    await expect(page.locator('omni-connection-indicator')).toContainText('Connected');
    await expect(page.locator(ACCEPTED_WORK)).toHaveCount(1);
  });
  await sofia.close();
  await link.close();
});
