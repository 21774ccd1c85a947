import { expect, test } from './support/fixtures.ts';

test('the customer leaves before the answer: the toast says so, and its sound goes on for its whole length', async ({
  server,
  atWork,
}) => {
  const sofia = await atWork('sofia');
  await sofia.choose('Available');
  const subject = 'Delivery slot does not show';
  const id = await server.createWork({ channel: 'Chat', queue: 'Sales_chat', subject });
  await sofia.hears();
  await server.customerLeft(id);

  const toast = sofia.toast(subject);
  await expect(toast).toContainText('Customer left');
  await expect(toast.getByRole('button')).toHaveText(['Dismiss']);
  expect((await server.workItem(id)).status).toBe('settled');
  await sofia.hearsNothing();
  const [ring] = await sofia.rings();
  expect(ring).toBeGreaterThan(9_000);
  expect(ring).toBeLessThan(10_300);
  await toast.getByRole('button', { name: 'Dismiss' }).click();
  await expect(toast).toHaveCount(0);
});
