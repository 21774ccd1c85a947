import { expect, test } from '../support/fixtures.ts';
import { ACCEPTED_WORK } from '../support/workspace.ts';

test('a rep hears and sees a call, accepts it, and its record comes to the front', async ({
  server,
  atWork,
}) => {
  const sofia = await atWork('sofia');
  await sofia.choose('Available');
  const subject = 'Refund for order 48213 has not arrived';
  const id = await server.createWork({ channel: 'Voice', queue: 'Billing_voice', subject });

  await expect(sofia.toast(subject)).toBeVisible();
  await sofia.waitForRing(subject);
  await sofia.answer(subject, 'Accept');

  await expect(sofia.tab(subject)).toHaveAttribute('aria-selected', 'true');
  await expect(sofia.toast(subject)).toHaveCount(0);
  await expect(sofia.page.locator('omni-work-list')).toContainText(subject);
  await sofia.waitForSilence();
  expect(await server.workItem(id)).toMatchObject({ status: 'accepted', repId: 'sofia' });
  await sofia.openLog();
  await expect(sofia.logged(subject)).toContainText('Accepted');
  expect(sofia.errors).toEqual([]);
});

test('a double click accepts once, and a click after the toast has settled does no harm', async ({
  server,
  atWork,
}) => {
  const sofia = await atWork('sofia');
  await sofia.choose('Available');
  await server.createWork({ channel: 'Chat', queue: 'Sales_chat', subject: 'Which plan fits me?' });
  const toast = sofia.toast('Which plan fits me?');
  await sofia.takesClicks('Which plan fits me?');
  const box = await toast.getByRole('button', { name: 'Accept' }).boundingBox();
  if (!box) throw new Error('Accept has no place on the page.');
  await sofia.page.mouse.dblclick(box.x + box.width / 2, box.y + box.height / 2);
  await expect(sofia.page.locator(ACCEPTED_WORK)).toHaveCount(1);
  await expect(sofia.tab('Which plan fits me?')).toHaveCount(1);
  expect(sofia.errors).toEqual([]);
});

test('ending a conversation in the panel frees its capacity', async ({ server, atWork }) => {
  const amara = await atWork('amara');
  await amara.choose('Available');
  const subject = 'Where is my replacement router?';
  const id = await server.createWork({ channel: 'Chat', queue: 'Sales_chat', subject });
  await amara.answer(subject, 'Accept');
  const work = amara.page.locator(ACCEPTED_WORK, { hasText: subject });
  await expect(amara.page.locator('omni-capacity-meters')).toContainText('2 of 5');
  await work.getByRole('button', { name: /^End/ }).click();
  await expect(work).toHaveCount(0);
  await expect(amara.page.locator('omni-capacity-meters')).toContainText('0 of 5');
  expect((await server.workItem(id)).status).toBe('settled');
});
