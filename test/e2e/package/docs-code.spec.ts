import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { autoplayFlag, chromiumFlags, findChromium } from '../../../scripts/find-chromium.ts';
import { block, blocks } from '../support/host/docs-code.ts';
import { acceptsARequest, built, module, page, panel, script } from '../support/host/host-page.ts';
import { expect, test } from '../support/host/packed.ts';
import { installSoundProbe } from '../support/sound-probe.ts';
import { STATUS } from '../support/workspace.ts';

const modules = blocks.filter(
  // The service worker is no module; `notification-worker.spec.ts` runs it.
  ({ language, code }) => ['js', 'ts', 'tsx'].includes(language) && !code.includes('importScripts'),
);

/** What the host of the examples has of its own. */
const host = `
declare const panel: import('omni-channel-panel').OmniChannelPanel;
declare const setup: import('omni-channel-panel/setup').OmniPresenceSetup;
declare const workspace: import('omni-channel-panel').WorkspaceAdapter;
declare const workId: string;
declare const getToken: () => Promise<string>;
declare const tellTheRep: (sentence: string) => void;
declare const hasUnsavedNotes: (workId: string) => boolean;
declare const showNote: (sentence: string) => void;
declare const desktop: { notify(text: string): void };
declare const tabs: {
  map<Result>(each: (tab: { readonly recordId: string }) => Result): Result[];
  add(recordId: string, options: { readonly title: string }): void;
  select(recordId: string): void;
  markAsNew(recordId: string): void;
  panelOf(recordId: string): HTMLElement;
};
`;

test('every code block is in a language that is tried here', () => {
  expect(modules.length).toBeGreaterThan(10);
  for (const { language, code } of blocks)
    expect(['html', 'css', 'js', 'ts', 'tsx', 'vue', 'svelte', ''], code).toContain(language);
});

test('the components are those of the examples, which are compiled and run', () => {
  const components = { vue: 'examples/vue/src/Console.vue', svelte: 'examples/svelte/src/Console.svelte' };
  for (const [language, file] of Object.entries(components)) {
    const found = blocks.filter((one) => one.language === language);
    expect(found.map(({ code }) => code)).toEqual([readFileSync(file, 'utf8')]);
  }
});

test('the modules satisfy a strict compiler', ({ project }) => {
  const files = new Map([['host.d.ts', host]]);
  // A script without imports would share its names with the others.
  for (const [index, { language, code }] of modules.entries())
    files.set(`block-${String(index)}.${language}`, `${code}export {};\n`);
  expect(project.typeCheck(files)).toBe('');
  files.set('wrong.ts', 'panel.rep = 7; export {};');
  expect(project.typeCheck(files)).toContain("Type 'number' is not assignable to type 'string'");
});

test('the modules can be bundled', async ({ project }) => {
  for (const { language, code } of modules) {
    if (language === 'tsx') continue;
    const files = await project.bundle(code, language === 'ts' ? 'host.ts' : 'host.js');
    expect(files.has('host.js'), code).toBe(true);
  }
});

test('the complete page accepts a request', async ({ server, host: web, project }) => {
  const html = block('docs/embedding.md', '<!doctype html>');
  // The page names the address of the demo server.
  const rules = `--host-resolver-rules=MAP localhost:5173 127.0.0.1:${String(server.port)}`;
  const args = [...chromiumFlags, autoplayFlag, rules];
  const browser = await chromium.launch({ executablePath: findChromium(), args });
  try {
    const tab = await browser.newPage();
    await installSoundProbe(tab);
    const cdnFile = project.read('dist/cdn/omni-channel-panel.js');
    const files = new Map([
      ['omni-channel-panel.js', cdnFile],
      ['favicon.ico', ''],
    ]);
    const errors = await web.open(tab, { html, files });
    await expect(tab).toHaveTitle('Console');
    const subject = await acceptsARequest(tab, server);
    await expect(tab).toHaveTitle(subject);
    expect(errors).toEqual([]);
  } finally {
    await browser.close();
  }
});

test('the example of the README signs in with the token that the host fetches', async ({
  page: tab,
  host: web,
  project,
}) => {
  const files = await project.bundle(page(block('README.md', 'omni-channel-panel')), 'index.html');
  await tab.route('**/my/token', (route) => route.fulfill({ body: 'my-token' }));
  await tab.route('https://routing.example.com/**', (route) => route.fulfill({ status: 503 }));
  const hello = new Promise<unknown>((resolve) => {
    void tab.routeWebSocket('wss://routing.example.com/**', (socket) => {
      socket.onMessage((message) => {
        resolve(JSON.parse(String(message)));
      });
    });
  });
  await web.open(tab, { html: String(files.get('index.html')), files });
  expect(await hello).toMatchObject({ type: 'hello', token: 'my-token' });
});

test('the watchdog starts at the address of its attribute', async ({
  page: tab,
  server,
  host: web,
  project,
}) => {
  const element = block('docs/embedding.md', 'watchdog="');
  const files = new Map([['assets/watchdog.js', project.read('dist/watchdog.js')]]);
  // Hidden as the page sees it: only then does the panel need it.
  await tab.addInitScript(() => Object.defineProperty(document, 'hidden', { get: () => true }));
  const started = tab.waitForEvent('worker');
  const code = script("import '/package/dist/cdn/omni-channel-panel.js';", server);
  const errors = await web.open(tab, { html: page(element + module(code)), files });
  expect((await started).url()).toBe(`${web.address}/assets/watchdog.js`);
  expect(errors).toEqual([]);
});

test('under the printed policy the panel signs in and starts the watchdog from a trusted address', async ({
  page: tab,
  server,
  host: web,
  project,
}) => {
  const policy = block('docs/embedding.md', "default-src 'none'")
    .replaceAll('https://routing.example.com', server.address)
    .replaceAll('wss://routing.example.com', server.address.replace('http', 'ws'))
    .replaceAll('\n', ' ');
  const element = "const panel = document.querySelector('omni-channel-panel');";
  const code = `${block('docs/embedding.md', 'createPolicy')}\n${script("import 'omni-channel-panel';", server)}`;
  const files = await project.bundle(`${element}\n${code}`);
  files.set('favicon.ico', '');
  await tab.addInitScript(() => Object.defineProperty(document, 'hidden', { get: () => true }));
  const started = tab.waitForEvent('worker');
  const html = `<!doctype html><html lang="en"><title>Host</title><omni-channel-panel></omni-channel-panel>${built}`;
  const errors = await web.open(tab, { html, files, headers: { 'content-security-policy': policy } });
  expect((await started).url()).toMatch(/watchdog.*\.js$/);
  await expect(tab.locator(`omni-channel-panel ${STATUS}`)).toHaveText('Offline');
  expect(errors).toEqual([]);
});

test('the style sheets name tokens that exist, and change what they say', async ({
  page: tab,
  server,
  host: web,
  project,
}) => {
  const sheets = blocks.filter(({ language }) => language === 'css').map(({ code }) => code);
  const cdnFile = project.read('dist/cdn/omni-channel-panel.js');
  for (const [token] of sheets.join('').matchAll(/--omni-[\w-]+/g)) expect(cdnFile).toContain(token);
  const code = script("import '/package/dist/cdn/omni-channel-panel.js';", server);
  await web.open(tab, { html: page(panel + module(code)) });
  const tabs = tab.locator('omni-channel-panel [part=tabs]');
  await expect(tabs).toBeVisible();
  const look = () =>
    tabs.evaluate((list) => {
      const { paddingInlineStart, fontFamily, colorScheme } = getComputedStyle(list);
      return [paddingInlineStart, fontFamily, colorScheme];
    });
  const before = await look();
  for (const content of sheets) await tab.addStyleTag({ content });
  const after = await look();
  expect(after[0]).toBe('24px');
  expect(after[1]).toContain('Inter');
  expect(after[2]).toBe('dark');
  expect(before).not.toContain('24px');
});
