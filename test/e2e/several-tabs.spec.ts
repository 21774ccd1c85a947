import { expect, test } from './support/fixtures.ts';

test('two tabs smoke', async ({ server, atWork }) => {
  const sofia = await atWork('sofia');
  const sockets: string[] = [];
  const context = sofia.page.context();
  context.on('page', (page) => page.on('websocket', (socket) => sockets.push(socket.url())));
  const other = await context.newPage();
  other.on('console', (message) => console.info('other:', message.text()));
  await other.goto(`${server.address}/?rep=sofia`);
  await expect(other.locator('omni-presence-menu [part=button] b')).toHaveText('Offline');
  await sofia.choose('Available');
  await expect(other.locator('omni-presence-menu [part=button] b')).toHaveText('Available');
  await server.createWork({ channel: 'Voice', queue: 'Billing_voice', subject: 'One' });
  await expect(other.locator('omni-work-request', { hasText: 'One' })).toBeVisible();
  await expect(sofia.toast('One')).toBeVisible();
  await sofia.hears();
  await sofia.page.close();
  const start = Date.now();
  await expect(other.locator('omni-presence-menu [part=button] b')).toHaveText('Available');
  console.info(Date.now() - start, sockets);
  await other.waitForTimeout(1000);
  console.info(sockets, await other.locator('omni-connection-indicator').innerText());
});
