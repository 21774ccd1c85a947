import { expect, test } from '../support/fixtures.ts';
import { heard } from '../support/sound-probe.ts';

test('the customer leaves before the answer: the toast says so, and its sound plays to the end of its interval', async ({
  server,
  atWork,
}) => {
  const sofia = await atWork('sofia');
  await sofia.choose('Available');
  const subject = 'Delivery slot does not show';
  const id = await server.createWork({ channel: 'Chat', queue: 'Sales_chat', subject });
  await sofia.waitForRing(subject);
  const { offeredAt } = await sofia.work(subject);
  await server.customerLeft(id);

  const toast = sofia.toast(subject);
  await expect(toast).toContainText('Customer left');
  await expect(toast.getByRole('button')).toHaveText(['Dismiss']);
  expect((await server.workItem(id)).status).toBe('settled');
  await sofia.waitForSilence();
  const rings = await heard(sofia.page);
  expect(rings).toHaveLength(1);
  // The interval counts from the offer. The ring may be in a pause when its time is over.
  expect(rings[0]!.to - offeredAt).toBeGreaterThan(9_000);
  expect(rings[0]!.to - offeredAt).toBeLessThan(10_300);
  await toast.getByRole('button', { name: 'Dismiss' }).click();
  await expect(toast).toHaveCount(0);
});
