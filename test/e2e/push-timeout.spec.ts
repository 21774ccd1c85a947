import { expect, test } from './support/fixtures.ts';

test('a call that nobody answers is missed after its push time-out, and sets Offline', async ({
  server,
  atWork,
}) => {
  // Longer than the ring, which ends before it.
  await server.change('routing-configurations', 'calls', { pushTimeoutSeconds: 15 });
  const sofia = await atWork('sofia');
  await sofia.choose('Available');
  const subject = 'SIM blocked after three tries';
  const id = await server.createWork({ channel: 'Voice', queue: 'Billing_voice', subject });
  const offered = Date.now();
  await sofia.hears();
  await expect(sofia.toast(subject)).toContainText('Missed', { timeout: 25_000 });
  const waited = Date.now() - offered;
  expect(waited).toBeGreaterThan(13_500);
  expect(waited).toBeLessThan(17_500);

  await expect(sofia.status).toHaveText('Offline');
  await expect(sofia.toast(subject)).toContainText('You are now Offline.');
  const [ring] = await sofia.rings();
  expect(ring).toBeGreaterThan(9_000);
  expect(ring).toBeLessThan(10_300);
  expect((await server.workItem(id)).status).toBe('waiting');
  await sofia.openLog();
  await expect(sofia.logged(subject)).toContainText('Missed');
  await sofia.toast(subject).getByRole('button', { name: 'Dismiss' }).click();
  await expect(sofia.toast(subject)).toHaveCount(0);
  expect(sofia.errors).toEqual([]);
});
