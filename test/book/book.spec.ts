import { globSync, readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { guidance } from '../../.storybook/guidance.ts';
import { BOOK } from './serve-book.ts';

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly type: 'docs' | 'story';
}
const { entries } = JSON.parse(readFileSync('storybook-static/index.json', 'utf8')) as {
  entries: Record<string, Entry>;
};
const manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8')) as {
  modules: { declarations?: { tagName?: string }[] }[];
};

const open = async (page: Page, id: string, globals = '', more = '') => {
  const type = entries[id]?.type ?? 'story';
  const address = `${process.env[BOOK] ?? ''}iframe.html?viewMode=${type}&id=${id}&globals=${globals}${more}`;
  await page.goto(address);
};
const story = (page: Page, tag: string) => page.locator(`#storybook-root ${tag}`);

test('every token of a colour is a colour in the built book, in light and in dark', async ({ page }) => {
  await open(page, 'design-tokens--docs');
  const rows = page.locator('book-colours tbody tr');
  await expect.poll(() => rows.count()).toBeGreaterThan(80);
  const values = await rows.evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll('code')].map(({ textContent }) => textContent)),
  );
  const wrong = values.filter(([, ...both]) =>
    both.some((value) => !/^#[0-9a-f]{6,8}$/.test(value) || value === '#000000'),
  );
  expect(wrong).toEqual([]);
  const surface = values.find(([name]) => name === '--omni-surface');
  expect(new Set(surface?.slice(1)).size, 'the theme changes the surface').toBe(2);
  const pairs = await page.locator('book-contrast .pair').allTextContents();
  expect(pairs.length).toBeGreaterThan(150);
  expect(pairs.filter((ratio) => !(Number(ratio) >= 3))).toEqual([]);
});

test('the elements of the built book have the colours of their theme', async ({ page }) => {
  const grounds = new Set<string>();
  for (const theme of ['light', 'dark']) {
    await open(page, 'rep-presence-menu--available', `theme:${theme}`);
    await expect(story(page, 'omni-story-contexts')).toBeVisible();
    grounds.add(
      await story(page, 'omni-story-contexts').evaluate(
        (element) => getComputedStyle(element).backgroundColor,
      ),
    );
  }
  expect(grounds.size).toBe(2);
  expect([...grounds]).not.toContain('rgba(0, 0, 0, 0)');
});

test('every element has stories and guidance', () => {
  const stories = globSync('components/**/*.stories.ts').map((file) => readFileSync(file, 'utf8'));
  const tags = manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .flatMap(({ tagName }) => tagName ?? [])
    // The preview's panel is the panel; the other is the frame of Setup's stories.
    .filter((tag) => !['omni-preview-panel', 'omni-setup-story'].includes(tag));
  const isShown = (tag: string) => stories.some((text) => new RegExp(`<${tag}[\\s>]`).test(text));
  expect(tags.filter((tag) => guidance[tag] === undefined || !isShown(tag))).toEqual([]);
});

test('each page opens at its top, and says something', async ({ page }) => {
  const problems: string[] = [];
  page.on('pageerror', ({ message }) => problems.push(message));
  for (const { id, type } of Object.values(entries)) {
    if (type !== 'docs') continue;
    await open(page, id);
    await expect(page.locator('#storybook-docs h1').first(), id).toBeVisible();
    // All stories of the page are rendered by then.
    await expect(page.locator('#storybook-docs .sb-loader'), id).toHaveCount(0);
    const top = await page.evaluate(
      () =>
        new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(window.scrollY)))),
    );
    if (top !== 0) problems.push(`${id} is scrolled to ${String(top)}`);
    if (await page.evaluate(() => document.querySelector('dialog:modal') !== null))
      problems.push(`${id} is covered by a dialog`);
  }
  expect(problems).toEqual([]);
});

test('a control changes the element, and shows what it is', async ({ page }) => {
  await open(page, 'rep-work-request--ringing', '', '&args=compact:!true');
  await expect(story(page, 'omni-work-request')).toHaveAttribute('compact', '');
  await open(page, 'rep-work-request--ringing');
  await expect(story(page, 'omni-work-request')).toBeVisible();
  await expect(story(page, 'omni-work-request')).not.toHaveAttribute('compact', '');
  await page.goto(`${process.env[BOOK] ?? ''}?path=/story/rep-work-request--ringing`);
  // Without a value there would be a button to set one.
  await expect(page.getByRole('switch', { name: 'compact' })).not.toBeChecked();
});

test('the toolbars do what they say', async ({ page }) => {
  const id = 'rep-work-request--last-ten-seconds';
  const tag = 'omni-work-request';
  await open(page, id, 'language:ar;theme:dark;textSize:200');
  await expect(story(page, tag).getByRole('button', { name: 'قبول' })).toBeVisible();
  expect(
    await page.evaluate(() => [document.documentElement.dir, document.documentElement.style.zoom]),
  ).toEqual(['rtl', '200%']);
  // Each is another value than without the setting, or the setting would not be seen to work.
  const own = (property: string) => () =>
    story(page, tag).evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
  await open(page, id);
  await expect.poll(own('background-image')).toContain('gradient');
  await expect.poll(own('--edge')).not.toContain('(.25 ');
  await open(page, id, 'motion:reduced');
  await expect.poll(own('--edge')).toContain('(.25 ');
  await open(page, id, 'colours:forced');
  await expect.poll(own('background-image')).toBe('none');
  await open(page, id, 'brand:orchard');
  await expect
    .poll(() =>
      story(page, 'omni-story-contexts').evaluate((element) =>
        getComputedStyle(element).getPropertyValue('--omni-ring-band'),
      ),
    )
    .toBe('#5b2a86');
});

test('the sounds can be heard, and are measured', async ({ page }) => {
  await open(page, 'design-sounds--docs');
  const rows = page.locator('book-sounds tbody tr');
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('dBFS');
  await expect(rows.first().locator('td').nth(1)).toContainText(/^\d\.\d\d s$/);
  await rows.first().getByRole('button').click();
  await expect(page.locator('book-sounds [role=status]')).toHaveText('');
});
