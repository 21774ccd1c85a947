import { expect, type Locator, type Page } from '@playwright/test';
import type { TestServer } from '../server/server.ts';
import { heardAfter } from '../sound-probe.ts';
import { STATUS } from '../workspace.ts';

/** A host's page with this body. */
export const page = (body: string): string =>
  `<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,"><body>${body}`;
export const panel = '<omni-channel-panel style="inline-size:22rem;block-size:40rem"></omni-channel-panel>';
export const setup = '<omni-presence-setup style="display:block;block-size:50rem"></omni-presence-setup>';

/** A script of the host that gives the elements their addresses and tokens, after `imports`. */
export const script = (imports: string, { address }: Pick<TestServer, 'address'>): string => `
  ${imports}
  const give = (element, subject) => Object.assign(element ?? {}, {
    apiAddress: '${address}',
    rep: subject,
    token: async () => {
      const ask = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ subject }) };
      return (await (await fetch('${address}/demo/tokens', ask)).json()).token;
    },
  });
  give(document.querySelector('omni-channel-panel'), 'sofia');
  give(document.querySelector('omni-presence-setup'), 'admin');`;
export const module = (code: string): string => `<script type="module">${code}</script>`;
/** Loads what `HostProject.bundle` made. */
export const built = '<script type="module" src="/host.js"></script>';

/** Chooses a status in the panel, and waits until the server has confirmed it. */
export async function becomes(tab: Page, status: string): Promise<void> {
  await tab.locator('omni-channel-panel [part=button]').click();
  await tab.getByRole('menuitemradio', { name: status }).click();
  await expect(tab.locator(`omni-channel-panel ${STATUS}`)).toHaveText(status);
}

/** Accepts the request in the toast, once it takes clicks: in its first moments it ignores those meant for something else. */
export async function accepts(tab: Page | Locator): Promise<void> {
  const accept = tab
    .locator('[popover]')
    .getByRole('button', { name: /^Accept/ })
    .first();
  await expect(accept).toBeVisible();
  const page = accept.page();
  const seen = await page.evaluate(() => performance.now());
  await page.waitForFunction((since) => performance.now() - since > 450, seen);
  await accept.click();
}

/** The panel's main job: a request is heard, seen and accepted. Returns the request's subject. */
export async function acceptsARequest(tab: Page, server: TestServer): Promise<string> {
  await becomes(tab, 'Available');
  const asked = Date.now();
  const subject = 'Where is my router?';
  const id = await server.createWork({ channel: 'Chat', queue: 'Sales_chat', subject });
  await heardAfter(tab, asked);
  await accepts(tab);
  await expect.poll(async () => (await server.workItem(id)).status).toBe('accepted');
  return subject;
}
