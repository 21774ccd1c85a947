import type { BrowserContext, Page, Worker } from '@playwright/test';
import type { AgentWork } from '../../../src/domain/work/agent-work.ts';
import { block } from '../support/host/docs-code.ts';
import { becomes, module, page, panel, script } from '../support/host/host-page.ts';
import { expect, test } from '../support/host/packed.ts';
import { STATUS } from '../support/workspace.ts';

interface Panel extends HTMLElement {
  readonly notificationRegistration: ServiceWorkerRegistration | null;
}
interface WorkEvent extends Event {
  readonly agentWork: AgentWork;
}

declare global {
  interface Window {
    /** The subjects for which this tab showed a notification, and those of the works that opened in it. */
    told: { readonly notified: string[]; readonly opened: string[] };
  }
}

const EMBEDDING = 'docs/embedding.md';
const imports = `
  import '/package/dist/cdn/omni-channel-panel.js';
  const panel = document.querySelector('omni-channel-panel');
  ${block(EMBEDDING, 'serviceWorker.register')}`;

/** The two tabs of a host that navigates without loading pages, hidden as the pages see it. */
async function tabsOf(
  context: BrowserContext,
  open: (tab: Page, path: string) => Promise<unknown>,
): Promise<[Page, Page]> {
  await context.grantPermissions(['notifications']);
  const tabs: Page[] = [];
  for (const name of ['one', 'two']) {
    const tab = await context.newPage();
    await tab.addInitScript(() => {
      Object.defineProperty(document, 'hidden', { get: () => true });
      window.told = { notified: [], opened: [] };
      addEventListener('omni-notification-request', (event) => {
        window.told.notified.push((event as WorkEvent).agentWork.subject);
      });
      addEventListener('omni-open-work-request', (event) => {
        window.told.opened.push((event as WorkEvent).agentWork.subject);
      });
    });
    await open(tab, `/${name}`);
    await expect(tab.locator(`omni-channel-panel ${STATUS}`)).toHaveText('Offline');
    await tab.waitForFunction(() =>
      Boolean(document.querySelector<Panel>('omni-channel-panel')?.notificationRegistration?.active),
    );
    await tab.evaluate((path) => history.pushState(null, '', path), `/${name}/records`);
    tabs.push(tab);
  }
  return tabs as [Page, Page];
}

/**
 * Clicks on Accept of the notification that is shown, and returns the addresses of the pages that the worker brings to
 * the front. Only the system makes clicks that may do that: the test notes it instead.
 */
function clickOnAccept(worker: Worker, change: { readonly page?: string } = {}): Promise<string[]> {
  return worker.evaluate(async (changed) => {
    // Of a service worker, whose types do not go together with those of a page.
    const scope = globalThis as unknown as {
      registration: ServiceWorkerRegistration;
      WindowClient: { prototype: { focus: (this: { url: string }) => Promise<void> } };
      NotificationEvent: new (type: string, options: object) => Event;
      dispatchEvent: (event: Event) => void;
    };
    const [notification] = await scope.registration.getNotifications();
    const fronted: string[] = [];
    scope.WindowClient.prototype.focus = function () {
      fronted.push(this.url);
      return Promise.resolve();
    };
    Object.defineProperty(notification, 'data', {
      value: { ...(notification!.data as object), ...changed },
    });
    const click = new scope.NotificationEvent('notificationclick', { notification, action: 'accept' });
    let handled: unknown;
    Object.defineProperty(click, 'waitUntil', { value: (promise: unknown) => (handled = promise) });
    scope.dispatchEvent(click);
    await handled;
    return fronted;
  }, change);
}

const told = (tab: Page) => tab.evaluate(() => window.told);
const shown = (worker: Worker) =>
  worker.evaluate(async () => {
    const { registration } = globalThis as unknown as { registration: ServiceWorkerRegistration };
    return (await registration.getNotifications()).map(({ body }) => body);
  });

test('a click on a notification goes to the tab that showed it, wherever it has navigated to, or to one other', async ({
  context,
  server,
  host,
  project,
}) => {
  const files = new Map([
    ['worker.js', block(EMBEDDING, 'importScripts')],
    ['assets/notification-worker.js', project.read('dist/notification-worker.js')],
  ]);
  const started = context.waitForEvent('serviceworker');
  const tabs = await tabsOf(context, (tab, path) =>
    host.open(tab, { html: page(panel + module(script(imports, server))), files }, path),
  );
  const worker = await started;
  await becomes(tabs[0], 'Available');

  const subject = 'Where is my router?';
  const first = await server.createWork({ channel: 'Chat', queue: 'Sales_chat', subject });
  await expect.poll(() => shown(worker)).toHaveLength(1);
  const notified = await Promise.all(tabs.map(async (tab) => (await told(tab)).notified.length));
  expect(notified.toSorted()).toEqual([0, 1]);
  const right = notified.indexOf(1);
  await tabs[right]!.evaluate(() => history.pushState(null, '', `${location.pathname}/7`));
  // A worker knows pages by the addresses at which they were loaded.
  expect(await clickOnAccept(worker)).toEqual([`${host.address}/${['one', 'two'][right]!}`]);
  await expect.poll(async () => (await server.workItem(first)).status).toBe('accepted');
  await expect.poll(async () => (await told(tabs[right]!)).opened).toEqual([subject]);
  expect((await told(tabs[1 - right]!)).opened).toEqual([]);

  const second = await server.createWork({ channel: 'Chat', queue: 'Sales_chat', subject: 'And my modem?' });
  await expect.poll(() => shown(worker)).toHaveLength(1);
  expect(await clickOnAccept(worker, { page: 'a page that is gone' })).toHaveLength(1);
  await expect.poll(async () => (await server.workItem(second)).status).toBe('accepted');
  const opened = async () => (await Promise.all(tabs.map(told))).flatMap((one) => one.opened);
  await expect.poll(async () => (await opened()).length).toBe(2);
});
