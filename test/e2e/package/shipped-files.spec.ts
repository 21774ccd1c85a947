import type { Page } from '@playwright/test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { publicElements } from '../../../build/scoped-element-names.ts';
import { acceptsARequest, built, module, page, panel, script, setup } from '../support/host/host-page.ts';
import { expect, test } from '../support/host/packed.ts';
import { installSoundProbe } from '../support/sound-probe.ts';
import { STATUS } from '../support/workspace.ts';

/** Setup's main job: a user is found, and assigned to a presence configuration. */
async function assignsAUser(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Support with declining' }).click();
  const assigned = page.getByRole('option', { name: /Noah/ }).first();
  await assigned.scrollIntoViewIfNeeded();
  await expect(assigned).toBeVisible();
}

test('the module "omni-channel-panel" accepts a request', async ({ page: tab, server, project, host }) => {
  await installSoundProbe(tab);
  const files = await project.bundle(script("import 'omni-channel-panel';", server));
  const errors = await host.open(tab, { html: page(panel + built), files });
  await acceptsARequest(tab, server);
  expect(errors).toEqual([]);
});

test('the CDN file of the panel accepts a request', async ({ page: tab, server, host }) => {
  await installSoundProbe(tab);
  const code = script("import '/package/dist/cdn/omni-channel-panel.js';", server);
  const errors = await host.open(tab, { html: page(panel + module(code)) });
  await acceptsARequest(tab, server);
  expect(errors).toEqual([]);
});

test('the module "omni-channel-panel/setup" lists users to assign', async ({
  page: tab,
  server,
  project,
  host,
}) => {
  const files = await project.bundle(script("import 'omni-channel-panel/setup';", server));
  const errors = await host.open(tab, { html: page(setup + built), files });
  await assignsAUser(tab);
  expect(errors).toEqual([]);
});

test('the CDN file of Setup lists users to assign', async ({ page: tab, server, host }) => {
  const code = script("import '/package/dist/cdn/omni-presence-setup.js';", server);
  const errors = await host.open(tab, { html: page(setup + module(code)) });
  await assignsAUser(tab);
  expect(errors).toEqual([]);
});

test('the CDN files of the panel and of Setup work on one page', async ({ page: tab, server, host }) => {
  const imports =
    "import '/package/dist/cdn/omni-channel-panel.js'; import '/package/dist/cdn/omni-presence-setup.js';";
  const warnings: string[] = [];
  tab.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  const errors = await host.open(tab, { html: page(panel + setup + module(script(imports, server))) });
  await assignsAUser(tab);
  await expect(tab.getByRole('button', { name: 'Hear a request' })).toBeVisible();
  await expect(tab.locator(`omni-channel-panel ${STATUS}`)).toHaveText('Offline');
  expect([...errors, ...warnings]).toEqual([]);
});

test('a page that loads the panel again and again, and has an <omni-work-list> of its own, keeps the first and is told once of each copy', async ({
  page: tab,
  server,
  project,
  host,
}) => {
  const own = "customElements.define('omni-work-list', class extends HTMLElement {});";
  const files = await project.bundle(script("import 'omni-channel-panel';", server));
  const warnings: string[] = [];
  tab.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  // Of the npm build, and of the CDN file from two addresses: the last has no element that the one before has not.
  const second = `
    import '/package/dist/cdn/omni-channel-panel.js';
    import '/package/dist/cdn/omni-channel-panel.js?again';
    document.title = 'Loaded three times';`;
  const body = `${panel}<script>${own}</script>${built}${module(second)}`;
  const errors = await host.open(tab, { html: page(body), files });
  await expect(tab).toHaveTitle('Loaded three times');
  await expect(tab.locator(`omni-channel-panel ${STATUS}`)).toHaveText('Offline');
  expect(warnings.filter((warning) => warning.includes('already defined'))).toHaveLength(2);
  expect(errors).toEqual([]);
});

test('the locales of the panel and of Setup speak German, Spanish, Japanese and Arabic', async ({
  page: tab,
  server,
  project,
  host,
}) => {
  const words = `
    import 'omni-channel-panel';
    import 'omni-channel-panel/setup';
    import { de } from 'omni-channel-panel/locales/de.js';
    import { ar } from 'omni-channel-panel/locales/ar.js';
    import { es } from 'omni-channel-panel/locales/es.js';
    import { ja } from 'omni-channel-panel/locales/ja.js';
    import { setupDe } from 'omni-channel-panel/setup/locales/de.js';
    import { setupAr } from 'omni-channel-panel/setup/locales/ar.js';
    import { setupEs } from 'omni-channel-panel/setup/locales/es.js';
    import { setupJa } from 'omni-channel-panel/setup/locales/ja.js';
    const others = { es: [es, setupEs], ja: [ja, setupJa], ar: [ar, setupAr] };
    const speak = (panel, setup) => {
      document.querySelector('omni-channel-panel').words = panel;
      document.querySelector('omni-presence-setup').words = setup;
    };
    addEventListener('hashchange', () => speak(...others[location.hash.slice(1)]));
    speak(de, setupDe);`;
  const files = await project.bundle(script(words, server));
  const errors = await host.open(tab, { html: page(panel + setup + built), files });
  await expect(tab.getByRole('tab', { name: 'Verlauf' })).toBeVisible();
  await expect(tab.getByRole('button', { name: 'Neue Präsenzkonfiguration' })).toBeVisible();
  await tab.evaluate(() => (location.hash = 'es'));
  await expect(tab.getByRole('tab', { name: 'Historial' })).toBeVisible();
  await expect(tab.getByRole('button', { name: 'Nueva configuración de presencia' })).toBeVisible();
  await tab.evaluate(() => (location.hash = 'ja'));
  await expect(tab.getByRole('tab', { name: '履歴' })).toBeVisible();
  await expect(tab.getByRole('button', { name: '新規プレゼンス設定' })).toBeVisible();
  await tab.evaluate(() => (location.hash = 'ar'));
  await expect(tab.locator('omni-channel-panel')).toHaveAttribute('dir', 'rtl');
  await expect(tab.locator('omni-presence-setup')).toHaveAttribute('dir', 'rtl');
  expect(errors).toEqual([]);
});

test('the watchdog keeps time for a panel, from an address that a build made of it', async ({
  page: tab,
  server,
  project,
  host,
}) => {
  const code = `
    import 'omni-channel-panel';
    import watchdog from 'omni-channel-panel/watchdog.js?url&no-inline';
    document.querySelector('omni-channel-panel').watchdog = watchdog;`;
  const files = await project.bundle(script(code, server));
  const csp = `default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'unsafe-inline'; connect-src ${server.address} ${server.address.replace('http', 'ws')}; img-src data:`;
  // Hidden as the page sees it: only then does the panel need it.
  await tab.addInitScript(() => Object.defineProperty(document, 'hidden', { get: () => true }));
  const started = tab.waitForEvent('worker');
  const headers = { 'content-security-policy': csp };
  const errors = await host.open(tab, { html: page(panel + built), files, headers });
  expect((await started).url()).toMatch(/watchdog.*\.js$/);
  await expect(tab.locator(`omni-channel-panel ${STATUS}`)).toHaveText('Offline');
  expect(errors).toEqual([]);
});

test('"omni-channel-panel/errors" has the error of the methods, without the panel', async ({
  page: tab,
  project,
  host,
}) => {
  const code = `
    import { PanelError } from 'omni-channel-panel/errors';
    document.title = new PanelError('notConnected', 'There is no connection.').code;`;
  const files = await project.bundle(code);
  await host.open(tab, { html: page(built), files });
  await expect(tab).toHaveTitle('notConnected');
  expect(files.get('host.js')!.length).toBeLessThan(1500);
});

test('tokens.css gives a page the colours, in light and in dark', async ({ page: tab, project, host }) => {
  const files = await project.bundle("import 'omni-channel-panel/tokens.css';");
  const sheets = [...files.keys()].filter((file) => file.endsWith('.css'));
  const links = sheets.map((file) => `<link rel="stylesheet" href="/${file}">`).join('');
  const body = `${links}<meta name="color-scheme" content="light dark"><p style="color: var(--omni-text)">Text</p>`;
  const colour = () => tab.locator('p').evaluate((text) => getComputedStyle(text).color);
  await host.open(tab, { html: page(body), files });
  const colours: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await tab.emulateMedia({ colorScheme });
    colours.push(await colour());
  }
  expect(new Set(colours).size).toBe(2);
});

test('the manifest, and the data of editors, name public elements and files that are there', ({
  project,
}) => {
  const manifest = JSON.parse(project.read('dist/custom-elements.json')) as {
    modules: { path: string; declarations: { tagName: string; members: { privacy?: string }[] }[] }[];
  };
  const tags = manifest.modules.flatMap(({ declarations }) => declarations.map(({ tagName }) => tagName));
  expect(tags.toSorted()).toEqual(publicElements.toSorted());
  for (const { path, declarations } of manifest.modules) {
    expect(project.read(`dist/${path}`)).not.toBe('');
    for (const { members } of declarations)
      for (const { privacy = 'public' } of members) expect(privacy).toBe('public');
  }
  expect(project.read('dist/vscode.html-custom-data.json')).toContain('"api-address"');
  expect(project.read('dist/web-types.json')).toContain('"api-address"');
});

test('the JSON Schemas tell messages from what is none', ({ project }) => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const validator = (name: string) =>
    ajv.compile(JSON.parse(project.read(`dist/schemas/${name}.json`)) as object);
  const panelMessage = validator('panel-message');
  expect(panelMessage({ type: 'beat', beat: 1 })).toBe(true);
  expect(panelMessage({ type: 'beat', beat: -1 })).toBe(false);
  expect(validator('server-message')({ type: 'nonsense' })).toBe(false);
});
