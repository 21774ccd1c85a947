import type { Page } from '@playwright/test';
import type { AgentWork } from '../../../src/domain/work/agent-work.ts';
import { accepts, built, page, panel } from '../support/host/host-page.ts';
import { expect, test } from '../support/host/packed.ts';
import { heardAfter, installSoundProbe } from '../support/sound-probe.ts';
import { STATUS } from '../support/workspace.ts';

/** The part of the test server that the tests use from outside the page. */
interface TestServer {
  readonly works: readonly AgentWork[];
  readonly presence: { readonly status: { readonly id: string } };
  connect(panel: Element): Promise<void>;
  raise(work: { channel: string; subject?: string }): Promise<AgentWork>;
  customerLeft(workId: string): void;
  timeOut(workId: string): void;
  cut(): void;
  restore(): void;
  close(): void;
}
/** The part of the panel that the tests call. */
interface Answering extends Element {
  acceptAgentWork(work: { workId: string }): Promise<unknown>;
}
declare global {
  interface Window {
    TestServer: new (options?: object) => TestServer;
    testServer: TestServer;
  }
}

test.describe('a host without a server', () => {
  // There is none: everything that leaves the page but its own files fails.
  test.use({ server: async ({}, use) => use(undefined as never) });

  test.beforeEach(async ({ page: tab, project, host }) => {
    await installSoundProbe(tab);
    await tab.route('https://omni-channel.test/**', (route) => route.abort());
    const code = `
      import 'omni-channel-panel';
      import { TestServer } from 'omni-channel-panel/testing';
      Object.assign(window, { TestServer });`;
    await host.open(tab, { html: page(panel + built), files: await project.bundle(code) });
  });

  const start = (tab: Page, options: object = {}) =>
    tab.evaluate(async (given) => {
      window.testServer = new window.TestServer(given);
      await window.testServer.connect(document.querySelector('omni-channel-panel')!);
    }, options);
  const raise = (tab: Page, channel: string) =>
    tab.evaluate(
      async (on) => (await window.testServer.raise({ channel: on, subject: 'Where is my router?' })).id,
      channel,
    );
  const statuses = (tab: Page) => tab.evaluate(() => window.testServer.works.map(({ status }) => status));

  test('hears, sees and accepts a request, until the customer leaves', async ({ page: tab }) => {
    await start(tab, { status: 'available' });
    await expect(tab.locator(`omni-channel-panel ${STATUS}`)).toHaveText('Available');
    const asked = Date.now();
    const id = await raise(tab, 'chat');
    await heardAfter(tab, asked);
    await accepts(tab);
    await expect.poll(() => statuses(tab)).toEqual(['opened']);
    await tab.evaluate((work) => window.testServer.customerLeft(work), id);
    expect(await statuses(tab)).toEqual(['closed']);
  });

  test('misses a call, and goes offline by that', async ({ page: tab }) => {
    await start(tab, { status: 'available', pushTimeoutSeconds: 600 });
    const id = await raise(tab, 'voice');
    await tab.evaluate((work) => window.testServer.timeOut(work), id);
    await expect(tab.locator(`omni-channel-panel ${STATUS}`)).toHaveText('Offline');
    expect(await tab.evaluate(() => window.testServer.presence.status.id)).toBe('offline');
    expect(await statuses(tab)).toEqual(['declinedOnPushTimeout']);
  });

  test('loses the connection and gets it back, with the request that came before', async ({ page: tab }) => {
    await start(tab, { status: 'available' });
    await raise(tab, 'chat');
    const events = tab.evaluate(
      () =>
        new Promise((resolve) => {
          addEventListener(
            'omni-connection-error',
            (event) => resolve((event as Event & { status: string }).status),
            {
              once: true,
            },
          );
        }),
    );
    await tab.evaluate(() => window.testServer.cut());
    expect(await events).toBe('interrupted');
    await tab.evaluate(() => window.testServer.restore());
    await accepts(tab);
    await expect.poll(() => statuses(tab)).toEqual(['opened']);
  });

  test('is told what is wrong in the test', async ({ page: tab }) => {
    const thrown = (code: () => unknown) =>
      tab.evaluate(
        `(async () => { try { await (${String(code)})(); return ''; } catch (error) { return error.message; } })()`,
      );
    expect(await thrown(() => new window.TestServer({ status: 'away' }))).toBe('There is no status "away".');
    expect(await thrown(() => new window.TestServer({ configuration: { capacity: 0 } }))).toMatch(
      /violates a rule/,
    );
    await start(tab);
    expect(await thrown(() => window.testServer.raise({ channel: 'fax' }))).toBe(
      'There is no channel "fax", only voice, messaging, chat, case.',
    );
    expect(await thrown(() => window.testServer.raise({ channel: 'chat' }))).toMatch(
      /^The rep is in no status/,
    );
  });

  test('finds a request in the panel as soon as it is raised, each with a record of its own', async ({
    page: tab,
  }) => {
    await start(tab, { status: 'available' });
    const records = await tab.evaluate(async () => {
      const panel = document.querySelector<Answering>('omni-channel-panel')!;
      const works = [];
      for (const subject of ['One', 'Two']) {
        const { id, recordId } = await window.testServer.raise({ channel: 'chat', subject });
        await panel.acceptAgentWork({ workId: id });
        works.push(recordId);
      }
      return works;
    });
    expect(records).toEqual(['record-1', 'record-2']);
    expect(await statuses(tab)).toEqual(['opened', 'opened']);
  });

  test('gets fetch and WebSocket back', async ({ page: tab }) => {
    const kept = await tab.evaluate(async () => {
      const before = [window.fetch, window.WebSocket];
      const server = new window.TestServer();
      await server.connect(document.querySelector('omni-channel-panel')!);
      server.close();
      return before[0] === window.fetch && before[1] === window.WebSocket;
    });
    expect(kept).toBe(true);
  });
});
