import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '../support/fixtures.ts';
import type { RepAtWork } from '../support/workspace.ts';
import { ACCEPTED_WORK } from '../support/workspace.ts';

const row = (rep: RepAtWork, subject: string) => rep.page.locator(ACCEPTED_WORK, { hasText: subject });

/** Opens the dialog of a work and chooses a search result. */
async function choose(rep: RepAtWork, subject: string, search: string, name: string): Promise<void> {
  await row(rep, subject)
    .getByRole('button', { name: /^Transfer/ })
    .click();
  const dialog = rep.page.getByRole('dialog', { name: 'Transfer' });
  await dialog.getByRole('searchbox').fill(search);
  await expect(dialog.getByRole('status')).toHaveText('1 found');
  await dialog.getByRole('radio', { name }).check();
}

const confirm = (rep: RepAtWork) =>
  rep.page
    .getByRole('dialog', { name: 'Transfer' })
    .getByRole('button', { name: 'Transfer', exact: true })
    .click();

async function expectAccessible({ page }: RepAtWork): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include('omni-channel-panel').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test('a message is transferred to a profile: it rings for the second rep, wrap-up starts, the log says where', async ({
  server,
  atWork,
}) => {
  const sofia = await atWork('sofia');
  await sofia.choose('Available');
  const subject = 'Where is my router?';
  const id = await server.createWork({ channel: 'Messaging', queue: 'Deliveries', subject });
  await sofia.answer(subject, 'Accept');
  const amara = await atWork('amara');
  await amara.choose('Available');

  await choose(sofia, subject, 'supp', 'Support 1 online');
  await expectAccessible(sofia);
  await confirm(sofia);

  await expect(amara.toast(subject)).toBeVisible();
  await amara.waitForRing(subject);
  await expect(sofia.page.locator('omni-acw-timer')).toContainText(subject);
  await expect(row(sofia, subject)).toHaveCount(0);
  await expect(sofia.page.getByText('The conversation was transferred to Support.')).toBeVisible();
  await sofia.openLog();
  await expect(sofia.logged(subject)).toContainText('Transferred to Support');
  await amara.answer(subject, 'Accept');
  await expect(amara.tab(subject)).toHaveAttribute('aria-selected', 'true');
  expect(await server.workItem(id)).toMatchObject({ status: 'accepted', repId: 'amara' });
  expect([...sofia.errors, ...amara.errors]).toEqual([]);
});

test('a transferred call waits in the other queue across a server crash, and is handled once', async ({
  server,
  atWork,
}) => {
  const sofia = await atWork('sofia');
  await sofia.choose('Available');
  const subject = 'Charged twice';
  const id = await server.createWork({ channel: 'Voice', queue: 'Billing_voice', subject });
  await sofia.answer(subject, 'Accept');
  await choose(sofia, subject, 'back', 'Back office');
  await expect(sofia.page.getByRole('checkbox', { name: /conference/ })).toHaveCount(0);
  await confirm(sofia);
  await expect(sofia.page.locator('omni-acw-timer')).toContainText(subject);
  await server.kill();
  await server.run();
  expect(await server.workItem(id)).toMatchObject({ status: 'waiting', queue: 'Back_office' });
  const amara = await atWork('amara');
  await amara.choose('Available');
  await expect(amara.toast(subject)).toBeVisible();
  await expect(sofia.toast(subject)).toHaveCount(0);
});

test('a conference: both reps are in the conversation, and it ends when the last one leaves', async ({
  server,
  atWork,
}) => {
  const sofia = await atWork('sofia');
  await sofia.choose('Available');
  const subject = 'Two parts are missing';
  const id = await server.createWork({ channel: 'Messaging', queue: 'Deliveries', subject });
  await sofia.answer(subject, 'Accept');
  const amara = await atWork('amara');
  await amara.choose('Available');

  await choose(sofia, subject, 'returns', 'Returns and refunds');
  await sofia.page.getByRole('checkbox', { name: /conference/ }).check();
  await confirm(sofia);
  await expect(row(sofia, subject)).toContainText('Asking Returns and refunds to join');
  await amara.answer(subject, 'Accept');
  await expect(row(sofia, subject)).toContainText(/With \W?Amara Okafor/);
  await expect(row(amara, subject)).toContainText(/With \W?Sofia Marin/);

  await row(sofia, subject).getByRole('button', { name: /^End/ }).click();
  await expect(row(amara, subject)).not.toContainText(/With \W?Sofia Marin/);
  expect(await server.workItem(id)).toMatchObject({ status: 'accepted', repId: 'amara' });
  await row(amara, subject).getByRole('button', { name: /^End/ }).click();
  await expect.poll(async () => (await server.workItem(id)).status).toBe('settled');
  expect([...sofia.errors, ...amara.errors]).toEqual([]);
});

test('only the destinations that the configuration selects are found', async ({ server, atWork }) => {
  const noah = await atWork('noah');
  await noah.choose('Available');
  const subject = 'Wrong size';
  await server.createWork({ channel: 'Messaging', queue: 'Deliveries', subject });
  await row(noah, subject)
    .getByRole('button', { name: /^Transfer/ })
    .click();
  const dialog = noah.page.getByRole('dialog', { name: 'Transfer' });
  await expect(dialog.getByRole('radio')).toHaveCount(3);
  await expect(dialog).toContainText('Support');
  await expect(dialog).toContainText('Deliveries');
  await expect(dialog).toContainText('Returns and refunds');
  await noah.page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(row(noah, subject).getByRole('button', { name: /^Transfer/ })).toBeFocused();
});
