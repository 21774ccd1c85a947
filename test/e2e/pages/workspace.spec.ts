import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../support/fixtures.ts';
import type { RepAtWork } from '../support/workspace.ts';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function expectAccessible({ page }: RepAtWork): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze();
  expect(violations).toEqual([]);
}

const openTryIt = ({ page }: RepAtWork) =>
  page.getByRole('navigation', { name: 'Workspace' }).getByRole('button', { name: 'Try it' }).click();

test('record tabs: arrow keys move, Delete and the button close, and then the page is empty', async ({
  server,
  atWork,
}) => {
  const noah = await atWork('noah');
  const { page } = noah;
  await expect(page.getByText('Accepted work opens here.')).toBeVisible();
  await expectAccessible(noah);
  await noah.choose('Available');
  for (const subject of ['First case', 'Second case', 'Third case']) {
    await server.createWork({ channel: 'Case', queue: 'Back_office', subject, recordId: subject });
    await expect(noah.tab(subject)).toBeVisible();
  }
  await expect(noah.tab('Second case')).toHaveAccessibleName(/New/);

  await noah.tab('First case').focus();
  await page.keyboard.press('ArrowRight');
  await expect(noah.tab('Second case')).toBeFocused();
  await expect(noah.tab('Second case')).toHaveAccessibleName('Second case');
  await expect(page.getByRole('tabpanel', { name: 'Second case' })).toBeVisible();
  await page.keyboard.press('End');
  await expect(noah.tab('Third case')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(noah.tab('First case')).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(noah.tab('First case')).toHaveCount(0);
  await expect(noah.tab('Second case')).toBeFocused();
  await page.getByRole('button', { name: 'Close record' }).click();
  await expect(noah.tab('Third case')).toBeFocused();

  await page.reload();
  await expect(noah.tab('Third case')).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('button', { name: 'Close case' }).click();
  await expect(page.getByText('This case is closed.')).toBeVisible();
  await noah.tab('Third case').press('Delete');
  await expect(page.getByText('No records open')).toBeVisible();
  expect(noah.errors).toEqual([]);
});

test('with the keyboard alone a rep becomes available, accepts, writes, ends and closes', async ({
  server,
  atWork,
}) => {
  const sofia = await atWork('sofia');
  const { page } = sofia;
  await sofia.page.locator('omni-presence-menu [part=button]').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitemradio', { name: 'Available' }).focus();
  await page.keyboard.press('Enter');
  await expect(sofia.status).toHaveText('Available');
  const subject = 'Move the delivery to Saturday';
  await server.createWork({ channel: 'Messaging', queue: 'Deliveries', subject });
  await expect(sofia.toast(subject)).toBeVisible();
  await expect(async () => {
    await page.keyboard.press('Alt+A');
    await expect(sofia.tab(subject)).toBeVisible({ timeout: 300 });
  }).toPass();

  await page.getByRole('textbox', { name: /^Reply to/ }).focus();
  await page.keyboard.type('I am looking at it now.');
  await page.keyboard.press('Enter');
  const thread = page.getByRole('log');
  await expect(thread).toContainText('I am looking at it now.');
  // In messaging transcripts the agent alias replaces the rep's name.
  await expect(thread.locator('.rep .by')).toContainText('Sofi');
  await expect(thread.locator('.rep .by')).not.toContainText('Marin');
  await expect(thread).toContainText('Before noon, if you can.');
  await expectAccessible(sofia);

  await page.getByRole('button', { name: 'End conversation', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('The conversation has ended.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Close record' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(sofia.tab(subject)).toHaveCount(0);
  expect(sofia.errors).toEqual([]);
});

test('the drawer creates work, lets the customer leave, and shows the panel’s events', async ({ atWork }) => {
  const sofia = await atWork('sofia');
  const { page } = sofia;
  await sofia.choose('Available');
  await openTryIt(sofia);
  await page.getByLabel('Only for Sofia Marin').check();
  await page.getByRole('button', { name: 'New call' }).click();
  await expect(page.locator('omni-work-request')).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Try it' }).getByRole('status')).toContainText(
    'offered',
  );
  // Work that requires this rep cannot be declined.
  await expect(page.locator('omni-work-request').getByRole('button', { name: 'Decline' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Customer leaves' }).click();
  await expect(page.locator('omni-work-request')).toContainText('Customer left');
  await expect(page.getByRole('list', { name: 'Events of the panel' })).toContainText('omni-work-canceled');
  await expectAccessible(sofia);
  expect(sofia.errors).toEqual([]);
});

for (const cut of ['Cut the connection', 'Let it fall silent'])
  test(`the drawer breaks the connection and restores it: ${cut}`, async ({ atWork }) => {
    const sofia = await atWork('sofia');
    const { page } = sofia;
    await sofia.choose('Available');
    await openTryIt(sofia);
    await page.getByRole('button', { name: cut }).click();
    await expect(page.getByText('Connection lost')).toBeVisible();
    await page.getByRole('button', { name: 'Restore it' }).click();
    await expect(sofia.status).toHaveText('Available');
  });

test('on a narrow page a request appears in every view, and leads to its record', async ({
  server,
  atWork,
}) => {
  const sofia = await atWork('sofia');
  const { page } = sofia;
  await sofia.choose('Available');
  await page.setViewportSize({ width: 360, height: 740 });
  const views = page.getByRole('navigation', { name: 'Workspace' });
  for (const view of ['Omni-Channel', 'Try it', 'Records']) {
    await views.getByRole('button', { name: view }).click();
    const subject = `Asked while at ${view}`;
    await server.createWork({ channel: 'Case', queue: 'Back_office', subject, recordId: subject });
    await expect(sofia.toast(subject)).toBeInViewport({ ratio: 1 });
    await sofia.answer(subject, 'Accept');
    await expect(sofia.tab(subject)).toBeInViewport();
    await expect(views.getByRole('button', { name: 'Records' })).toHaveAttribute('aria-pressed', 'true');
  }
  await expectAccessible(sofia);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  expect(sofia.errors).toEqual([]);
});

/** The texts and labels of the page itself in Latin letters, without names, what customers wrote, and code. */
const latinTexts = ({ page }: RepAtWork): Promise<string[]> =>
  page.evaluate(() => {
    const own = [...document.querySelectorAll('body *')].filter(
      (element) => !element.closest('bdi, code, .detail, .avatar, [lang]:not(html), [dir=auto], noscript'),
    );
    const texts = own.flatMap((element) => [
      ...[...element.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => node.textContent ?? ''),
      ...['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? ''),
    ]);
    return texts.filter((text) => /[a-z]{2}/i.test(text.replace(/\u2068[^\u2069]*\u2069/g, '')));
  });

test('in Arabic the workspace itself is Arabic, from right to left; in German it is German', async ({
  atWork,
}) => {
  const sofia = await atWork('sofia');
  const { page } = sofia;
  const address = new URL(page.url());
  address.searchParams.set('lang', 'de');
  await page.goto(address.href);
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.getByText('Keine Datensätze geöffnet')).toBeVisible();
  address.searchParams.set('lang', 'ar');
  await page.goto(address.href);
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await page.getByRole('navigation', { name: 'مساحة العمل' }).getByRole('button', { name: 'جرّب' }).click();
  await sofia.choose('Available');
  await page.getByRole('button', { name: 'رسالة جديدة' }).click();
  const toast = page.locator('omni-work-request');
  await expect(toast).toBeVisible();
  await expect(async () => {
    await page.keyboard.press('Alt+A');
    await expect(page.getByRole('tabpanel')).toBeVisible({ timeout: 300 });
  }).toPass();
  await page.getByRole('button', { name: 'قطع الاتصال' }).click();
  await expect(page.getByRole('button', { name: 'إعادة الاتصال' })).toBeVisible();
  expect(await latinTexts(sofia)).toEqual([]);
  expect(await page.title()).not.toMatch(/Workspace|request/);
  await expectAccessible(sofia);
});

test('the theme is remembered; an unknown rep gets a sentence and a choice', async ({ server, atWork }) => {
  const sofia = await atWork('sofia');
  const { page } = sofia;
  const theme = page.getByRole('button', { name: 'Dark theme' });
  await theme.click();
  await expect(theme).toHaveAttribute('aria-pressed', 'true');
  await page.goto(`${server.address}/?rep=bob`);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('heading')).toHaveText('There is no rep “bob” in this demo');
  await expect(page.locator('omni-channel-panel')).toHaveCount(0);
  await expectAccessible(sofia);
  await page.getByRole('link', { name: 'Amara Okafor' }).click();
  await expect(page.getByRole('button', { name: 'You are Amara Okafor' })).toBeVisible();
  expect(sofia.errors).toEqual([]);
});
