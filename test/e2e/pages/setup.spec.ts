import type { Page } from '@playwright/test';
import { configurationOf } from '../support/configuration-of.ts';
import { expect, test } from '../support/fixtures.ts';

test('workspace and Setup link to each other, in the same language', async ({ page, server }) => {
  await page.goto(`${server.address}/?rep=sofia&lang=de`);
  await page.getByRole('link', { name: 'Einrichtung' }).first().click();
  await expect(page.getByRole('button', { name: 'Änderungsprotokoll' })).toBeVisible();
  await page.getByRole('link', { name: 'Arbeitsplatz' }).click();
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
