import { expect, type Browser, type BrowserContext, type Locator, type Page } from '@playwright/test';
import type { AgentWork } from '../../../src/domain/work/agent-work.ts';
import { shownAt } from './instants.ts';
import type { TestServer } from './server/server.ts';
import { heard, heardAfter, installSoundProbe, silentFor } from './sound-probe.ts';

/** The presence status in its menu. */
export const STATUS = '[part=button] b';

/** The rows of accepted work; those above them are of requests that wait. */
export const ACCEPTED_WORK = 'omni-work-list ul:not([aria-labelledby]) li';

export type DemoRep = 'sofia' | 'noah' | 'amara';

/** The parts of the panel that tests read. */
interface Panel extends HTMLElement {
  getAgentWorks(): readonly AgentWork[];
}

interface SittingDown {
  readonly prepare?: (page: Page) => Promise<void>;
  /** The status that the panel shows once it is ready. */
  readonly status?: string | RegExp;
}

/** A rep at the workspace, in a browser of their own. */
export class RepAtWork {
  readonly page: Page;
  /** The errors that the page logged or threw. */
  readonly errors: string[] = [];

  private constructor(page: Page) {
    this.page = page;
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(message.text());
    });
    page.on('pageerror', (error) => this.errors.push(String(error)));
  }

  /**
   * Opens the workspace as this rep, at the server's own address or through a link, and waits until they are signed in.
   */
  static async open(
    browser: Browser,
    server: Pick<TestServer, 'address'>,
    rep: DemoRep,
    { clockAhead = 0 }: { readonly clockAhead?: number } = {},
  ): Promise<RepAtWork> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    return RepAtWork.openIn(context, server, rep, {
      prepare: (page) => (clockAhead === 0 ? Promise.resolve() : moveClock(page, clockAhead)),
    });
  }

  /** Opens the workspace in a browser where the rep may be signed in. `prepare` is called before the page loads. */
  static async openIn(
    context: BrowserContext,
    server: Pick<TestServer, 'address'>,
    rep: DemoRep,
    { prepare, status = 'Offline' }: SittingDown = {},
  ): Promise<RepAtWork> {
    const page = await context.newPage();
    await installSoundProbe(page);
    await prepare?.(page);
    const atWork = new RepAtWork(page);
    await page.goto(`${server.address}/?rep=${rep}`);
    await expect(atWork.status).toHaveText(status);
    return atWork;
  }

  /** The same rep in another tab of the same browser. */
  async anotherTab(rep: 'sofia' | 'noah' | 'amara' | null = null): Promise<RepAtWork> {
    const page = await this.page.context().newPage();
    await installSoundProbe(page);
    const atWork = new RepAtWork(page);
    const address = new URL(this.page.url());
    if (rep) address.searchParams.set('rep', rep);
    await page.goto(address.href);
    await expect(atWork.status).toBeVisible();
    return atWork;
  }

  /** The presence status as the panel shows it. */
  get status(): Locator {
    return this.page.locator(`omni-presence-menu ${STATUS}`);
  }

  async choose(status: string): Promise<void> {
    await this.page.locator('omni-presence-menu [part=button]').click();
    await this.page.getByRole('menuitemradio', { name: status }).click();
    await expect(this.status).toHaveText(status);
  }

  toast(subject: string): Locator {
    return this.page.locator('omni-work-request', { hasText: subject });
  }

  /** The record tab of a subject in the host application. */
  tab(subject: string): Locator {
    return this.page.getByRole('tab', { name: subject });
  }

  /** A request in the log. */
  logged(subject: string): Locator {
    return this.page.locator('omni-request-log li', { hasText: subject });
  }

  async openLog(): Promise<void> {
    await this.page.getByRole('tab', { name: 'Log' }).click();
  }

  /** Waits until a toast accepts clicks: in the first 400 ms it ignores those meant for something else. */
  async takesClicks(subject: string): Promise<void> {
    await expect(this.toast(subject)).toBeVisible();
    const seen = await this.page.evaluate(() => performance.now());
    await this.page.waitForFunction((since) => performance.now() - since > 450, seen);
  }

  async answer(subject: string, button: string): Promise<void> {
    await this.takesClicks(subject);
    await this.toast(subject).getByRole('button', { name: button }).click();
  }

  /** A work as the panel has it; waits until it does. Its instants are on the server's clock. */
  async work(subject: string): Promise<AgentWork> {
    const found = await this.page.waitForFunction((wanted) => {
      const panel = document.querySelector<Panel>('omni-channel-panel');
      return panel?.getAgentWorks().find((work) => work.subject === wanted);
    }, subject);
    return (await found.jsonValue())!;
  }

  /** Waits for a signal after the request with this subject was offered. */
  async waitForRing(subject: string): Promise<void> {
    const { offeredAt } = await this.work(subject);
    await heardAfter(this.page, offeredAt);
  }

  /** When an element with this text first appears from now on, in any shadow tree. */
  shownAt(selector: string, text?: string): Promise<number> {
    return shownAt(this.page, selector, text);
  }

  /** Serves the page itself from disk from now on, so that it can load while the server is down. */
  servePageFromDisk(): Promise<void> {
    return RepAtWork.fromDisk(this.page);
  }

  /** The same for a page that is not open yet. */
  static async fromDisk(page: Page): Promise<void> {
    const isPage = ({ pathname }: URL) => !/^\/(v1|demo\/tokens)/.test(pathname);
    // An intercepted page counts as public, and may not access the local network without permission.
    await page.context().grantPermissions(['local-network-access']);
    await page.route(isPage, (route) => {
      const { pathname } = new URL(route.request().url());
      return route.fulfill({ path: `dist/workspace${pathname === '/' ? '/index.html' : pathname}` });
    });
  }

  /** Waits for a second without a signal: longer than any pause within the ring. */
  waitForSilence(): Promise<void> {
    return silentFor(this.page, 1000);
  }

  /** The lengths in milliseconds of all rings heard so far. */
  async rings(): Promise<number[]> {
    return (await heard(this.page)).map(({ from, to }) => to - from);
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

/** Shifts the page's wall clock by this many milliseconds; its timers are unaffected. */
export async function moveClock(page: Page, by: number): Promise<void> {
  await page.addInitScript((ahead) => {
    const RightDate = Date;
    class WrongDate extends RightDate {
      constructor(...given: unknown[]) {
        if (given.length === 0) super(RightDate.now() + ahead);
        else super(...(given as [number]));
      }
      static override now(): number {
        return RightDate.now() + ahead;
      }
    }
    globalThis.Date = WrongDate as DateConstructor;
    const timeOrigin = performance.timeOrigin + ahead;
    Object.defineProperty(performance, 'timeOrigin', { get: () => timeOrigin });
  }, by);
}
