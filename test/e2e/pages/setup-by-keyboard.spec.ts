import AxeBuilder from '@axe-core/playwright';
import { configurationOf } from '../support/configuration-of.ts';
import { expect, test } from '../support/fixtures.ts';
import { Spoken } from '../support/spoken.ts';

test('an administrator creates a configuration by keyboard alone, and all of it is spoken in order: a custom sound, two reasons, three users', async ({
  page,
  server,
}) => {
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(String(error)));
  const spoken = await Spoken.install(page);
  await page.goto(`${server.address}/setup.html`);
  await expect(page.getByRole('button', { name: 'Support with declining' })).toBeVisible();

  await spoken.tabTo('New presence configuration');
  await spoken.press('Enter');
  await spoken.hears('focus: Name, textbox');
  await page.keyboard.type('Weekend voice');
  // The preview begins once there is something to show.
  await spoken.hears('status: Connected');
  await spoken.press('Tab');
  await expect(page.getByLabel('Developer Name')).toHaveValue('Weekend_voice');

  await spoken.tabTo(/^Reps accept/);
  await spoken.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'Allow reps to decline' })).toBeChecked();

  await spoken.tabTo('Change: Notification sound');
  await spoken.press('Enter');
  // Must come first: file choosers are intercepted asynchronously, and the key might be pressed before that.
  const chooser = page.waitForEvent('filechooser');
  await spoken.tabTo('Upload a sound');
  await spoken.press('Enter');
  await (await chooser).setFiles('test/fixtures/sounds/wav-usual.wav');
  await expect(page.getByRole('radio', { name: 'wav-usual.wav' })).toBeChecked();

  await spoken.tabTo('Allow a decline reason');
  await spoken.press('Space');
  await spoken.tabTo('Selected decline reasons: Available');
  await spoken.press('Home', 'Enter', 'Enter');
  const reasons = page.getByRole('listbox', { name: 'Selected decline reasons: Selected, in order' });
  await expect(reasons.getByRole('option')).toHaveCount(2);

  await spoken.tabTo('Users: Available');
  await spoken.press('Home', 'Control+a', 'Enter');
  const users = page.getByRole('listbox', { name: 'Users: Selected' });
  await expect(users.getByRole('option')).toHaveCount(3);
  // Two of them are assigned elsewhere: they are named, and from where, before anything is saved.
  await expect(page.getByText('Sofia Marin, from Support with declining')).toBeVisible();
  await expect(page.getByText('Noah Fischer, from Specialists, automatic')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);

  await spoken.tabTo('Save and move 2');
  await spoken.press('Enter');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await expect(page.getByText('3 assignments changed')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Weekend voice/ })).toContainText('3 users');

  const assignedTo = await configurationOf(server, 'sofia');
  expect(assignedTo).toMatchObject({ name: 'Weekend voice', route: 'user' });
  await spoken.tabTo('Undo');
  await spoken.press('Enter');
  await expect(page.getByText('3 assignments changed')).toBeHidden();
  await expect(page.getByRole('button', { name: /^Weekend voice/ })).toContainText('Nobody assigned');
  expect(await configurationOf(server, 'sofia')).toMatchObject({ name: 'Support with declining' });
  expect(await spoken.log()).toEqual([
    'status: Loading…',
    'focus: New presence configuration, button',
    'focus: Name, textbox',
    'status: 2 unsaved changes',
    'status: Connected',
    'focus: Developer Name, textbox',
    'focus: Reps accept Every request waits for an answer., radio',
    'focus: Allow reps to decline Declined work is offered to the other reps of the queue., radio',
    'status: 3 unsaved changes',
    'focus: Change: Notification sound, button',
    'focus: Upload a sound, button',
    'status: Checking the file…',
    'status: Uploading…',
    'status: 4 unsaved changes',
    'focus: Allow a decline reason, switch',
    'status: 5 unsaved changes',
    'focus: Selected decline reasons: Available, listbox',
    'status: Break is due selected',
    'status: 6 unsaved changes',
    'status: Needs a specialist selected',
    'focus: Users: Available, listbox',
    'status: 3 marked',
    'status: Amara Okafor, Noah Fischer, Sofia Marin selected',
    'status: Saving moves 2 assignments here Noah Fischer, from Specialists, automatic Leave there ' +
      'Sofia Marin, from Support with declining Leave there',
    'status: 7 unsaved changes',
    'focus: Save and move 2, button',
    'status: Saving…',
    'status: Saved',
    'focus: Undo, button',
    'status: Saving…',
    'status: Undone',
  ]);
  expect(errors).toEqual([]);
});

test('an administrator finds out without a mouse why a rep’s settings are as they are, and the URL keeps the page', async ({
  page,
  server,
}) => {
  const spoken = await Spoken.install(page);
  await page.goto(`${server.address}/setup.html`);
  await spoken.tabTo('Explain a rep');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#explain$/);
  await spoken.tabTo('Find a rep');
  await page.keyboard.type('sofia');
  await expect(page.getByRole('button', { name: /^Noah/ })).toHaveCount(0);
  await spoken.tabTo(/^Sofia Marin/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Sofia Marin' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Assigned to the user' })).toContainText(
    'Applies',
  );
  await expect(page.getByRole('row', { name: /^Capacity 10 units from the presence/ })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);

  await page.reload();
  await expect(page.getByRole('heading', { name: 'Sofia Marin' })).toBeVisible();
  await spoken.tabTo('Support with declining');
  await page.keyboard.press('Enter');
  const capacity = page.getByRole('textbox', { name: 'Capacity', exact: true });
  await expect(capacity).toHaveValue('10');
  await expect(page).toHaveURL(/#presence-configurations\/support-declining$/);
  await capacity.fill('12');
  await page.goBack();
  await page.getByRole('button', { name: 'Stay' }).click();
  await expect(page).toHaveURL(/#presence-configurations\/support-declining$/);
  await expect(capacity).toHaveValue('12');
  await page.goBack();
  await page.getByRole('button', { name: 'Leave', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Sofia Marin' })).toBeVisible();
});
