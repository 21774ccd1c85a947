import { expect, test } from '../support/fixtures.ts';
import { ACCEPTED_WORK, STATUS } from '../support/workspace.ts';

test('the server is killed during a ring, and restarted: nothing is lost', async ({ server, atWork }) => {
  const sofia = await atWork('sofia');
  await sofia.choose('Available');
  const kept = await server.createWork({ channel: 'Chat', queue: 'Sales_chat', subject: 'Accepted before' });
  await sofia.answer('Accepted before', 'Accept');
  await expect(sofia.page.locator(ACCEPTED_WORK)).toHaveCount(1);
  const ringing = await server.createWork({ channel: 'Chat', queue: 'Sales_chat', subject: 'Ringing now' });
  await sofia.waitForRing('Ringing now');
  // The server has been told so: what it does not know of is offered again.
  const toldOf = async (subject: string) =>
    (await server.alerts('sofia')).find((alert) => alert.subject === subject)?.receipts;
  await expect
    .poll(() => toldOf('Ringing now'))
    .toContainEqual(expect.objectContaining({ kind: 'soundStarted' }));

  await server.kill();
  await expect(sofia.status).toHaveText('Status unknown');
  const connectedAt = sofia.shownAt('omni-connection-indicator[status=connected]');
  const availableAt = sofia.shownAt(STATUS, 'Available');
  await server.run();

  await expect(sofia.page.locator('omni-connection-indicator')).toContainText('Connected');
  await expect(sofia.status).toHaveText('Available');
  // Resynchronised within two seconds of the link being up.
  expect((await availableAt) - (await connectedAt)).toBeLessThan(2_000);
  await expect(sofia.toast('Ringing now').getByRole('button', { name: 'Accept' })).toBeEnabled();
  await expect(sofia.page.locator(ACCEPTED_WORK)).toHaveCount(1);

  await sofia.answer('Ringing now', 'Accept');
  await expect(sofia.page.locator(ACCEPTED_WORK)).toHaveCount(2);
  for (const id of [kept, ringing])
    expect(await server.workItem(id)).toMatchObject({ status: 'accepted', repId: 'sofia' });
});

test('an item that was settled while the panel was disconnected is not shown as open', async ({
  server,
  atWork,
}) => {
  const sofia = await atWork('sofia');
  await sofia.choose('Available');
  const id = await server.createWork({ channel: 'Chat', queue: 'Sales_chat', subject: 'Gone meanwhile' });
  await expect(sofia.toast('Gone meanwhile')).toBeVisible();
  await server.kill();
  await expect(sofia.status).toHaveText('Status unknown');
  // The customer leaves as soon as the server is up, before the panel reconnects.
  await server.run();
  await server.customerLeft(id);
  await expect(sofia.page.locator('omni-connection-indicator')).toContainText('Connected');
  await expect(sofia.toast('Gone meanwhile')).toContainText('Customer left');
});
