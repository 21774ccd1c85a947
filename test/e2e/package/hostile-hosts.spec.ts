import type { Page } from '@playwright/test';
import { accepts, built, page, panel } from '../support/host/host-page.ts';
import { expect, test } from '../support/host/packed.ts';
import { heardAfter, installSoundProbe } from '../support/sound-probe.ts';
import { STATUS } from '../support/workspace.ts';

/** Of the test server in the page. */
interface InPageServer {
  readonly works: readonly { readonly status: string }[];
  raise(work: { channel: string; subject?: string }): unknown;
}
declare global {
  interface Window {
    inPage: InPageServer;
    hotkeys: string[];
    said: string[];
  }
}

/** Signs the panel in to a server in the page, before or after it is defined. */
const signIn = `
  import { TestServer } from 'omni-channel-panel/testing';
  window.inPage = new TestServer({ status: 'available' });
  const signedIn = window.inPage.connect(document.querySelector('omni-channel-panel'));`;
const raise = (tab: Pick<Page, 'evaluate'>) =>
  tab.evaluate(() => void window.inPage.raise({ channel: 'chat', subject: 'Where is my router?' }));
const statuses = (tab: Pick<Page, 'evaluate'>) =>
  tab.evaluate(() => window.inPage.works.map(({ status }) => status));

test.describe('on the page of a host', () => {
  // There is no server: it is in the page.
  test.use({ server: async ({}, use) => use(undefined as never) });

  test('that has another root size, direction, version and hotkeys, takes no clicks, is translated and defines it late', async ({
    page: tab,
    host,
    project,
  }) => {
    await installSoundProbe(tab);
    const code = `${signIn}
      // The host has set what it has; only then the panel is defined, and after it another version.
      import('omni-channel-panel')
        .then(() => import(/* @vite-ignore */ location.origin + "/another-version.js"))
        .then(() => signedIn)
        .then(() => (document.title = 'Signed in'));`;
    const files = await project.bundle(code);
    const cdnFile = project.read('dist/cdn/omni-channel-panel.js');
    const another = cdnFile.replaceAll(/(?<=omni-[a-z-]+-)\d[\w-]*-cdn\b/g, '9-9-9-cdn');
    expect(another).not.toBe(cdnFile);
    files.set('another-version.js', another);
    const html = page(`
      <style>
        html { font-size: 62.5%; direction: rtl }
        body { font-size: 1.6rem; pointer-events: none }
      </style>
      <script>
        window.hotkeys = [];
        addEventListener('keydown', ({ key, target }) => target.matches('input') || hotkeys.push(key));
      </script>
      <h1>Console</h1>${panel}${built}`);
    const warnings: string[] = [];
    tab.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
    const errors = await host.open(tab, { html, files });
    await expect(tab).toHaveTitle('Signed in');
    const inPanel = tab.locator('omni-channel-panel');
    /** Chooses the status that this key goes to in the menu. */
    const choose = async (key: string) => {
      await inPanel.locator('[part=button]').focus();
      await tab.keyboard.press('ArrowDown');
      await expect(inPanel.locator('[role=menuitemradio]:focus')).toBeVisible();
      for (const next of [key, 'Enter']) await tab.keyboard.press(next);
    };

    await test.step('it is loaded twice, and says so once', () => {
      expect(warnings.filter((warning) => warning.includes('already defined'))).toHaveLength(1);
    });
    await test.step('it is heard, and its size and direction are its own', async () => {
      const asked = Date.now();
      await raise(tab);
      await heardAfter(tab, asked);
      const accept = inPanel.locator('[popover]').getByRole('button', { name: /^Accept/ });
      expect((await accept.boundingBox())?.height).toBe(44);
      await expect(inPanel).toHaveCSS('direction', 'ltr');
      await expect(inPanel.locator('[part=tabs]')).toHaveCSS('font-size', '14px');
      expect(await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
      expect((await accept.boundingBox())!.x).toBeGreaterThan(0);
    });
    await test.step('a toast takes clicks', async () => {
      await accepts(tab);
      await expect.poll(() => statuses(tab)).toEqual(['opened']);
    });
    await test.step('what the rep types is no hotkey of the host', async () => {
      await choose('b');
      await expect(inPanel.locator(STATUS)).toHaveText('Break');
      expect(await tab.evaluate(() => window.hotkeys)).toEqual([]);
      await tab.locator('h1').evaluate((heading) => {
        heading.tabIndex = 0;
        heading.focus();
      });
      await tab.keyboard.press('b');
      expect(await tab.evaluate(() => window.hotkeys)).toEqual(['b']);
    });
    await test.step('a translation does not freeze it', async () => {
      await tab.evaluate(() => {
        const translate = (node: Node): void => {
          if (node instanceof Text && node.data.trim() !== '') {
            const font = document.createElement('FONT');
            font.append(`[${node.data}]`);
            node.replaceWith(font);
          } else if (!(node instanceof Element && node.matches('style, script, svg')))
            for (const child of [...((node as Element).shadowRoot?.childNodes ?? []), ...node.childNodes])
              translate(child);
        };
        translate(document.body);
      });
      await expect(tab.locator('h1')).toHaveText('[Console]');
      await expect(inPanel.locator(STATUS)).toHaveText('[Break]');
      await choose('Home');
      await expect(inPanel.locator(STATUS)).toHaveText('Available');
    });
    expect(errors).toEqual([]);
  });

  test('in a frame of another origin, under a strict policy with Trusted Types, it is heard and accepts', async ({
    page: tab,
    host,
    project,
  }) => {
    await installSoundProbe(tab);
    const files = await project.bundle(`import 'omni-channel-panel'; ${signIn}
      signedIn.then(() => (document.title = 'Signed in'));`);
    files.set('host.css', 'omni-channel-panel { inline-size: 22rem; block-size: 40rem }');
    const inner = host.address.replace('localhost', '127.0.0.1');
    files.set(
      'outer.html',
      `<!doctype html><title>Outer</title><iframe src="${inner}" allow="autoplay" width="1000" height="600"></iframe>`,
    );
    const policy = `default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; frame-src ${inner}; require-trusted-types-for 'script'; trusted-types lit-html`;
    const body = `<link rel="stylesheet" href="/host.css"><omni-channel-panel></omni-channel-panel>${built}`;
    const headers = { 'content-security-policy': policy };
    const errors = await host.open(tab, { html: page(body), files, headers }, '/outer.html');
    const frame = tab.frames()[1]!;
    await frame.waitForFunction(() => document.title === 'Signed in');
    expect(await frame.evaluate(() => location.ancestorOrigins[0] !== origin)).toBe(true);
    const asked = Date.now();
    await raise(frame);
    await heardAfter(frame, asked);
    await accepts(frame.locator('body'));
    await expect.poll(() => statuses(frame)).toEqual(['opened']);
    expect(errors).toEqual([]);
  });

  test('in React’s strict mode it connects once, and says what hides its requests and what blocks its connection', async ({
    page: tab,
    host,
    project,
  }) => {
    await tab.route('https://blocked.example/**', (route) => route.fulfill({ status: 401, json: {} }));
    await tab.routeWebSocket('wss://blocked.example/**', (socket) => socket.close({ code: 1006 }));
    const code = `
      import { createElement, StrictMode } from 'react';
      import { createRoot } from 'react-dom/client';
      import { OmniChannelPanel } from 'omni-channel-panel/react';
      import { TestServer } from 'omni-channel-panel/testing';
      window.said = [];
      const say = (name) => (event) => window.said.push(name + ' ' + (event.detail ?? event.obstructed ?? ''));
      window.inPage = new TestServer({ status: 'available' });
      const { apiAddress, rep } = window.inPage;
      const strict = (props) => createElement(StrictMode, null, createElement(OmniChannelPanel, props));
      createRoot(document.getElementById('blocked')).render(
        strict({ apiAddress: 'https://blocked.example', rep: 'rosa', token: 'token', onOmniProblem: say('problem') }),
      );
      createRoot(document.getElementById('root')).render(
        strict({ apiAddress, rep: rep.id, token: 'token', onOmniLogin: say('login'), onOmniRequestsObstructed: say('obstructed') }),
      );`;
    const body =
      '<div id="root" style="block-size:25rem"></div><div id="blocked" style="block-size:15rem"></div>';
    const warnings: string[] = [];
    tab.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
    const errors = await host.open(tab, { html: page(body + built), files: await project.bundle(code) });
    const said = (name: string) =>
      tab.evaluate((wanted) => window.said.filter((one) => one.startsWith(wanted)), name);

    await test.step('it connects once', async () => {
      await expect(tab.locator(`#root ${STATUS}`)).toHaveText('Available');
      expect(await said('login')).toHaveLength(1);
    });
    await test.step('it says that an ancestor hides its requests', async () => {
      const root = tab.locator('#root');
      await raise(tab);
      await expect(tab.locator('#root [popover]').getByRole('button', { name: /^Accept/ })).toBeVisible();
      let count = 0;
      for (const attribute of ['aria-hidden', 'inert'])
        for (const value of ['true', null]) {
          await root.evaluate(
            (element, [name, to]) => {
              if (to === null) element.removeAttribute(name);
              else element.setAttribute(name, to);
              // Hosts do so with a dialog that takes the focus.
              window.dispatchEvent(new Event('focus'));
              document.dispatchEvent(new FocusEvent('focusin'));
            },
            [attribute, value] as const,
          );
          count += 1;
          await expect.poll(() => said('obstructed')).toHaveLength(count);
          expect((await said('obstructed')).at(-1)).toBe(`obstructed ${String(value !== null)}`);
        }
      await accepts(root);
      await expect.poll(() => statuses(tab)).toEqual(['opened']);
    });
    await test.step('it says what blocks a WebSocket: to the rep, the host and the console', async () => {
      await expect(tab.locator('#blocked [part=banner]')).toContainText('blocks the connection');
      expect(await said('problem')).toEqual([expect.stringContaining('no WebSocket to it opens')]);
      expect(warnings).toEqual([expect.stringContaining('embedding.md#problems')]);
    });
    expect(errors.filter((error) => !error.includes('blocked.example'))).toEqual([]);
  });
});
