import { expect, test } from '../support/fixtures.ts';
import { heard } from '../support/sound-probe.ts';

test('an unanswered call is missed after its push time-out, and sets Offline', async ({ server, atWork }) => {
  // The push time-out is longer than the ring.
  await server.change('presence-configurations', 'support-declining', { soundLengthSeconds: 3 });
  await server.change('routing-configurations', 'calls', { pushTimeoutSeconds: 5 });
  const sofia = await atWork('sofia');
  await sofia.choose('Available');
  const subject = 'SIM blocked after three tries';
  const id = await server.createWork({ channel: 'Voice', queue: 'Billing_voice', subject });
  const missedAt = sofia.shownAt('[part=line]', subject);
  const { offeredAt } = await sofia.work(subject);
  await sofia.waitForRing(subject);
  await expect(sofia.toast(subject)).toHaveCount(0);
  const notice = sofia.page.locator('omni-missed-notice');
  await expect(notice).toContainText(`Missed · ${subject}`);
  const waited = (await missedAt) - offeredAt;
  expect(waited).toBeGreaterThan(5_000);
  expect(waited).toBeLessThan(7_500);

  await expect(sofia.status).toHaveText('Offline');
  await expect(sofia.page.locator('omni-announcer [role=status]')).toHaveText(
    `Missed: ${subject}. You are now Offline.`,
  );
  const rings = await heard(sofia.page);
  expect(rings).toHaveLength(1);
  expect(rings[0]!.to - offeredAt).toBeGreaterThan(2_000);
  expect(rings[0]!.to - offeredAt).toBeLessThan(3_300);
  expect((await server.workItem(id)).status).toBe('waiting');
  await notice.getByRole('button', { name: 'See the log' }).click();
  await expect(sofia.logged(subject)).toContainText('Missed');
  await expect(notice).toHaveText('');
  expect(sofia.errors).toEqual([]);
});
