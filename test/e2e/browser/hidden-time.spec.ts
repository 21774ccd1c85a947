import { expect, test } from '../support/fixtures.ts';

test('the workspace’s watchdog starts for a hidden panel, under its strict policy', async ({
  context,
  server,
}) => {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.addInitScript(() => {
    // Hidden as the page sees it; the browser itself does not throttle it.
    Object.defineProperty(document, 'hidden', { get: () => true });
  });
  const working = page.waitForEvent('worker');
  await page.goto(`${server.address}/?rep=amara`);
  const worker = await working;
  expect(worker.url()).toMatch(/\/assets\/watchdog-[\w-]+\.js$/);
  await expect(page.locator('omni-presence-menu')).toContainText('Offline');
  expect(complaints).toEqual([]);
});
