import { expect, test } from '../support/fixtures.ts';

test('a rep declines with a reason, and the item goes to the second rep', async ({ server, atWork }) => {
  const sofia = await atWork('sofia');
  await sofia.choose('Available');
  const subject = 'Line drops every evening';
  const id = await server.createWork({ channel: 'Chat', queue: 'Sales_chat', subject });
  await sofia.waitForRing(subject);

  await sofia.answer(subject, 'Decline');
  const dialog = sofia.page.getByRole('dialog', { name: 'Why are you declining?' });
  await dialog.getByRole('radio', { name: 'Needs a specialist' }).check();
  await dialog.getByRole('button', { name: 'Confirm' }).click();

  await expect(sofia.toast(subject)).toHaveCount(0);
  await sofia.waitForSilence();
  await expect(sofia.status).toHaveText('Available');
  await sofia.openLog();
  await expect(sofia.logged(subject)).toContainText('Declined');
  await expect(sofia.logged(subject)).toContainText('Needs a specialist');
  expect((await server.workItem(id)).status).toBe('waiting');

  const amara = await atWork('amara');
  await amara.choose('Available');
  await expect(amara.toast(subject)).toBeVisible();
  await amara.waitForRing(subject);
  await expect(amara.toast(subject).getByRole('button', { name: 'Decline' })).toHaveCount(0);
  await amara.answer(subject, 'Accept');
  await expect(amara.tab(subject)).toHaveAttribute('aria-selected', 'true');
  expect(await server.workItem(id)).toMatchObject({ status: 'accepted', repId: 'amara' });
  expect([...sofia.errors, ...amara.errors]).toEqual([]);
});

test('a declined voice call sets Offline if the configuration leaves the status blank', async ({
  server,
  atWork,
}) => {
  const sofia = await atWork('sofia');
  await sofia.choose('Available');
  await server.createWork({ channel: 'Voice', queue: 'Billing_voice', subject: 'Charged twice' });
  await sofia.answer('Charged twice', 'Decline');
  const dialog = sofia.page.getByRole('dialog', { name: 'Why are you declining?' });
  await dialog.getByRole('radio', { name: 'On another call' }).check();
  await dialog.getByRole('button', { name: 'Confirm' }).click();
  await expect(sofia.status).toHaveText('Offline');
});

test('the dialog closes and says why when the customer leaves in the meantime', async ({
  server,
  atWork,
}) => {
  const sofia = await atWork('sofia');
  await sofia.choose('Available');
  const id = await server.createWork({ channel: 'Chat', queue: 'Sales_chat', subject: 'Never mind' });
  await sofia.answer('Never mind', 'Decline');
  const dialog = sofia.page.getByRole('dialog');
  await expect(dialog.getByRole('radio')).toHaveCount(5);
  await server.customerLeft(id);
  await expect(sofia.page.getByText('The customer left')).toBeVisible();
  await expect(sofia.page.getByRole('radio')).toHaveCount(0);
});
