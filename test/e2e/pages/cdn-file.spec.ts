import { expect, test } from '@playwright/test';

const page =
  '<!doctype html><html lang="en"><title>Host</title><script type="module" src="/panel.js"></script></html>';

/** The built file on the page of a host that has its own howler. */
test('the CDN file defines the panel and leaves the host’s howler alone', async ({ page: tab }) => {
  const errors: Error[] = [];
  tab.on('pageerror', (error) => errors.push(error));
  await tab.addInitScript(() => Object.assign(window, { Howl: 'the host’s', Howler: 'the host’s' }));
  await tab.route('https://host.invalid/', (route) =>
    route.fulfill({ contentType: 'text/html', body: page }),
  );
  await tab.route('https://host.invalid/panel.js', (route) =>
    route.fulfill({ path: 'dist/cdn/omni-channel-panel.js', contentType: 'text/javascript' }),
  );
  await tab.goto('https://host.invalid/', { waitUntil: 'load' });
  await tab.evaluate(() => customElements.whenDefined('omni-channel-panel').then(() => undefined));
  const globals = await tab.evaluate(() => {
    const { Howl, Howler, HowlerGlobal, Sound } = window as unknown as Record<string, unknown>;
    return { Howl, Howler, HowlerGlobal, Sound };
  });
  expect(globals).toEqual({ Howl: 'the host’s', Howler: 'the host’s' });
  expect(errors).toEqual([]);
});

test('the built panel keeps its colours, in light and in dark', async ({ page: tab }) => {
  await tab.route('https://host.invalid/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `${page}<meta name="color-scheme" content="light dark"><omni-channel-panel></omni-channel-panel>`,
    }),
  );
  await tab.route('https://host.invalid/panel.js', (route) =>
    route.fulfill({ path: 'dist/cdn/omni-channel-panel.js', contentType: 'text/javascript' }),
  );
  await tab.goto('https://host.invalid/', { waitUntil: 'load' });
  const ground = () =>
    tab.evaluate(() => {
      const panel = document.querySelector('omni-channel-panel');
      return panel && getComputedStyle(panel).backgroundColor;
    });
  await tab.emulateMedia({ colorScheme: 'light' });
  await expect.poll(ground).toBe('oklch(1 0 0)');
  await tab.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(ground).toBe('oklch(0.216 0.011 225)');
});
