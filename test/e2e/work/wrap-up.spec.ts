import { expect, test } from '../support/fixtures.ts';
import { ACCEPTED_WORK, RepAtWork, STATUS } from '../support/workspace.ts';

const DAY = 86_400_000;

for (const [what, clockAhead] of [
  ['a day fast', DAY],
  ['a day slow', -DAY],
] as const)
  test(`wrap-up ends at the server's instant with a local clock ${what}, despite a reload and a killed server`, async ({
    browser,
    server,
  }) => {
    const sofia = await RepAtWork.open(browser, server, 'sofia', { clockAhead });
    const { page } = sofia;
    await sofia.choose('Available');
    const subject = 'Line drops every evening';
    await server.createWork({ channel: 'Chat', queue: 'Sales_chat', subject });
    await sofia.answer(subject, 'Accept');
    await page.locator(ACCEPTED_WORK).getByRole('button', { name: /^End/ }).click();

    const timer = page.locator('omni-acw-timer');
    await expect(timer).toContainText(subject);
    const left = timer.getByRole('timer');
    await expect(left).toHaveText(/^0:(30|2\d)$/);
    const end = await timer.locator('.at').textContent();
    const { startedAt, endsAt } = (await sofia.work(subject)).acw!;
    expect(endsAt - startedAt).toBe(30_000);

    await page.reload();
    await expect(timer.locator('.at')).toHaveText(end ?? '');
    await server.kill();
    await expect(sofia.status).toHaveText('Status unknown');
    await server.run();
    await page.locator('omni-connection-indicator').getByText('Connected').waitFor();
    await expect(timer.locator('.at')).toHaveText(end ?? '');

    const availableAt = sofia.shownAt(STATUS, 'Available');
    await expect(sofia.status).toHaveText('Available', { timeout: 60_000 });
    const late = (await availableAt) - endsAt;
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThan(3_000);
    await sofia.close();
  });
