import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';

/** The accessible name of the focused element, including in shadow trees. */
const focusedName = (page: Page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const label = element?.getAttribute('aria-label');
    if (label) return label;
    const labels = (element as HTMLInputElement | null)?.labels;
    return (labels?.[0]?.innerText ?? (element as HTMLElement | null)?.innerText ?? '').trim();
  });

/** Presses Tab until the named element has the focus. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const passed: string[] = [];
  for (let stop = 0; stop < 80; stop += 1) {
    const reached = await focusedName(page);
    if (typeof name === 'string' ? reached === name : name.test(reached)) return;
    passed.push(reached);
    await page.keyboard.press('Tab');
  }
  throw new Error(`${String(name)} was not reached by Tab. On the way: ${passed.join(', ')}`);
}

test('an administrator creates a configuration without a mouse: a custom sound, two reasons, three users', async ({
  page,
  server,
}) => {
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(`${server.address}/setup.html`);
  await expect(page.getByRole('button', { name: 'Support with declining' })).toBeVisible();
  const press = (...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());

  await tabTo(page, 'New presence configuration');
  await press('Enter');
  await expect.poll(() => focusedName(page)).toBe('Name');
  await page.keyboard.type('Weekend voice');
  await press('Tab');
  await expect(page.getByLabel('Developer Name')).toHaveValue('Weekend_voice');

  await tabTo(page, /^Reps accept/);
  await press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'Allow reps to decline' })).toBeChecked();

  await tabTo(page, 'Change: Notification sound');
  await press('Enter');
  // Must come first: file choosers are intercepted asynchronously, and the key might be pressed before that.
  const chooser = page.waitForEvent('filechooser');
  await tabTo(page, 'Upload a sound');
  await press('Enter');
  await (await chooser).setFiles('test/fixtures/sounds/wav-usual.wav');
  await expect(page.getByRole('radio', { name: 'wav-usual.wav' })).toBeChecked();

  await tabTo(page, 'Allow a decline reason');
  await press('Space');
  await tabTo(page, 'Selected decline reasons: Available');
  await press('Home', 'Enter', 'Enter');
  const reasons = page.getByRole('listbox', { name: 'Selected decline reasons: Selected, in order' });
  await expect(reasons.getByRole('option')).toHaveCount(2);

  await tabTo(page, 'Users: Available');
  await press('Home', 'Control+a', 'Enter');
  const users = page.getByRole('listbox', { name: 'Users: Selected' });
  await expect(users.getByRole('option')).toHaveCount(3);
  // Two of them are assigned elsewhere: they are named, and from where, before anything is saved.
  await expect(page.getByText('Sofia Marin, from Support with declining')).toBeVisible();
  await expect(page.getByText('Noah Fischer, from Specialists, automatic')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);

  await tabTo(page, 'Save and move 2');
  await press('Enter');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await expect(page.getByText('3 assignments changed')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Weekend voice/ })).toContainText('3 users');

  const assignedTo = await configurationOf(server, 'sofia');
  expect(assignedTo).toMatchObject({ name: 'Weekend voice', route: 'user' });
  await tabTo(page, 'Undo');
  await press('Enter');
  await expect(page.getByText('3 assignments changed')).toBeHidden();
  await expect(page.getByRole('button', { name: /^Weekend voice/ })).toContainText('Nobody assigned');
  expect(await configurationOf(server, 'sofia')).toMatchObject({ name: 'Support with declining' });
  expect(errors).toEqual([]);
});

test('an administrator finds out without a mouse why a rep’s settings are as they are, and the URL keeps the page', async ({
  page,
  server,
}) => {
  await page.goto(`${server.address}/setup.html`);
  await tabTo(page, 'Explain a rep');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#explain$/);
  await tabTo(page, 'Find a rep');
  await page.keyboard.type('sofia');
  await expect(page.getByRole('button', { name: /^Noah/ })).toHaveCount(0);
  await tabTo(page, /^Sofia Marin/);
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
  await tabTo(page, 'Support with declining');
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

test('workspace and Setup link to each other, in the same language', async ({ page, server }) => {
  await page.goto(`${server.address}/?rep=sofia&lang=de`);
  await page.getByRole('link', { name: 'Setup' }).first().click();
  await expect(page.getByRole('button', { name: 'Änderungsprotokoll' })).toBeVisible();
  await page.getByRole('link', { name: 'Workspace' }).click();
  await expect(page).toHaveURL(/rep=sofia&lang=de/);
});

test('a flow is created, chosen as a destination, and cannot be deleted while it is in use', async ({
  page,
  server,
}) => {
  await page.goto(`${server.address}/setup.html#flows`);
  await page.getByRole('button', { name: 'New flow' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Complaints');
  await page.getByRole('combobox', { name: 'Queue' }).selectOption('Deliveries');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page).toHaveURL(/#flows\/[0-9a-f-]{36}$/);

  await page.goto(`${server.address}/setup.html#presence-configurations/support-declining`);
  await page.getByText('Messaging transfers to').click();
  const flows = page.getByRole('listbox', { name: 'Messaging flows: Available' });
  await flows.getByRole('option', { name: 'Complaints' }).dblclick();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();

  const pages = page.getByRole('navigation', { name: 'Pages of Setup' });
  const dialog = page.getByRole('alertdialog');
  await pages.getByRole('button', { name: 'Flows' }).click();
  await page.getByRole('button', { name: /^Complaints/ }).click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(dialog).toContainText(/Complaints cannot be deleted.*Support with declining/s);
  await expect(dialog.getByRole('button', { name: 'Delete' })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await pages.getByRole('button', { name: 'Queues' }).click();
  await page.getByRole('button', { name: /^Deliveries/ }).click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(dialog).toContainText(/Deliveries cannot be deleted.*Flow/s);
});

test('nobody is moved silently: the editor warns, the audit log records it, the rep is notified, and it can be undone', async ({
  page,
  server,
  atWork,
}) => {
  const sofia = await atWork('sofia');
  await expect(sofia.page.locator('omni-presence-menu')).toContainText('Offline');
  await page.goto(`${server.address}/setup.html`);
  await page.getByRole('button', { name: /^Specialists, automatic/ }).click();
  await page
    .getByRole('listbox', { name: 'Users: Available' })
    .getByRole('option', { name: /Sofia/ })
    .click();
  await page.getByRole('listbox', { name: 'Users: Available' }).press('Enter');
  await expect(page.getByText('Sofia Marin, from Support with declining')).toBeVisible();
  await page.getByRole('button', { name: 'Save and move 1' }).click();
  await expect(page.getByText('1 assignment changed')).toBeVisible();
  const notice = sofia.page.locator('omni-move-notice');
  await expect(notice).toContainText(/Support with declining.*Specialists, automatic/);

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(notice).toContainText(/Specialists, automatic.*Support with declining/);
  expect(await configurationOf(server, 'sofia')).toMatchObject({ name: 'Support with declining' });
  await page.getByRole('button', { name: 'Audit log' }).click();
  await expect(page.getByText('Sofia Marin').first()).toBeVisible();
});

test('two administrators never overwrite each other', async ({ page, server }) => {
  const open = async (tab: Page) => {
    await tab.goto(`${server.address}/setup.html`);
    await tab.getByRole('button', { name: /^Support with declining/ }).click();
    await expect(tab.getByRole('textbox', { name: 'Capacity', exact: true })).toHaveValue('10');
  };
  const other = await page.context().newPage();
  await open(page);
  await open(other);
  // Nobody works in a tab that is behind another one; the browser draws it once a second.
  await other.bringToFront();
  await other.getByRole('textbox', { name: 'Capacity', exact: true }).fill('7');
  await other.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(other.getByText('Saved', { exact: true })).toBeVisible();
  await page.bringToFront();
  await page.getByRole('textbox', { name: 'Capacity', exact: true }).fill('12');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('radio', { name: 'Capacity: Take theirs: 7' }).click();
  await page.getByRole('button', { name: 'Use these' }).click();
  await expect(page.getByRole('textbox', { name: 'Capacity', exact: true })).toHaveValue('7');
  await page.getByRole('button', { name: 'History' }).click();
  await expect(page.getByRole('row', { name: 'Capacity 10 7' })).toBeVisible();
});

test('without the permission there is no Setup', async ({ page, server }) => {
  await page.goto(`${server.address}/setup.html?as=sofia`);
  await expect(page.getByText('Setup needs the permission to customize the application.')).toBeVisible();
  await expect(page.getByRole('navigation')).toHaveCount(0);
});

/** The presence configuration that applies to a rep, and how they come to it. */
async function configurationOf(
  server: { address: string; token(subject: string): Promise<string> },
  rep: string,
): Promise<{ name: string; route: string }> {
  const answer = await fetch(`${server.address}/v1/presence-configuration`, {
    headers: { authorization: `Bearer ${await server.token(rep)}` },
  });
  const { configuration, route } = (await answer.json()) as {
    configuration: { name: string };
    route: string;
  };
  return { name: configuration.name, route };
}
