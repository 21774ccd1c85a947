import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { RepAtWork, type DemoRep } from '../../e2e/support/workspace.ts';
import { record, type PageEntry } from './recorder.ts';

interface Seat {
  readonly address: string;
  /** Called before each page of this rep is loaded. */
  readonly prepare?: (page: Page) => Promise<void>;
}

/** A rep in a browser of their own, whose pages may crash; the events of each are kept here. */
export class Rep {
  readonly id: DemoRep;
  readonly context: BrowserContext;
  readonly entries: PageEntry[] = [];
  readonly #seat: Seat;
  /** The browser tabs that are open. */
  readonly tabs: RepAtWork[] = [];
  #atWork: RepAtWork | null = null;

  private constructor(id: DemoRep, context: BrowserContext, seat: Seat) {
    this.id = id;
    this.context = context;
    this.#seat = seat;
  }

  static async open(browser: Browser, id: DemoRep, seat: Seat): Promise<Rep> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    await context.exposeFunction('reportToTest', (entry: string) =>
      rep.entries.push(JSON.parse(entry) as PageEntry),
    );
    const rep = new Rep(id, context, seat);
    await rep.openTab();
    return rep;
  }

  /** The rep at the present page. */
  get atWork(): RepAtWork {
    if (!this.#atWork) throw new Error('There is no page.');
    return this.#atWork;
  }

  get page(): Page {
    return this.atWork.page;
  }

  /** Opens the workspace in another browser tab, after a crash or beside those that are open. */
  async openTab(status: string | RegExp = 'Offline'): Promise<void> {
    const atWork = await RepAtWork.openIn(this.context, this.#seat, this.id, {
      status,
      prepare: async (page) => {
        await page.addInitScript(record);
        await this.#seat.prepare?.(page);
      },
    });
    this.tabs.push(atWork);
    this.#atWork = atWork;
  }

  /** Continues in another open browser tab. */
  switchTab(which: number): void {
    this.#atWork = this.tabs[which % this.tabs.length] ?? null;
  }

  /** Closes the present browser tab, and continues in another one. */
  async closeTab(): Promise<void> {
    const { page } = this;
    this.#forgetTab();
    await page.close();
  }

  #forgetTab(): void {
    this.tabs.splice(this.tabs.indexOf(this.atWork), 1);
    this.switchTab(0);
  }

  /** Crashes the page, as when memory runs out. */
  async crash(): Promise<void> {
    const { page } = this;
    const crashed = page.waitForEvent('crash');
    const session = await this.context.newCDPSession(page);
    // It never answers.
    session.send('Page.crash').catch(() => undefined);
    await crashed;
    this.#forgetTab();
    await page.close();
  }

  /** Lets the browser freeze the page for this long, as it does with unused ones. */
  async freezeFor(milliseconds: number): Promise<void> {
    const session = await this.context.newCDPSession(this.page);
    await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    await session.send('Page.setWebLifecycleState', { state: 'active' });
    await session.detach();
  }

  /** Keeps the page too busy for anything else for this long; sound that is playing goes on. */
  async busyFor(milliseconds: number): Promise<void> {
    await this.page.evaluate((time) => {
      const end = performance.now() + time;
      while (performance.now() < end);
    }, milliseconds);
  }

  /** Waits until the panel shows that it is connected. */
  async connected(timeout = 30_000): Promise<void> {
    await expect(this.page.locator('omni-connection-indicator[status=connected]')).toBeAttached({ timeout });
  }

  /** Waits until the panel has shown this connection status, since an entry of the log. */
  async becomes(status: string, since = this.entries.length): Promise<number> {
    const find = () =>
      this.entries.slice(since).find((entry) => entry.kind === 'connection' && entry.status === status);
    await expect.poll(() => find() !== undefined, { message: status, intervals: [20] }).toBe(true);
    return find()!.at;
  }

  /** The agent works that the panel considers open, as `id status`, sorted. */
  openWorks(): Promise<string[]> {
    return this.page.evaluate(() =>
      (document.querySelector('omni-channel-panel') as unknown as Panel)
        .getAgentWorks()
        .map(({ id, status }) => `${id} ${status}`)
        .sort(),
    );
  }

  /** The open agent work with a subject in the panel; `null` if there is none. */
  workId(subject: string): Promise<string | null> {
    return this.page.evaluate(
      (wanted) =>
        (document.querySelector('omni-channel-panel') as unknown as Panel)
          .getAgentWorks()
          .find((work) => work.subject === wanted)?.id ?? null,
      subject,
    );
  }

  /** The rings that were really started, in the order of their starts. */
  get rings(): Extract<PageEntry, { kind: 'sound' }>[] {
    return this.#sounds.filter(({ loops }) => loops);
  }

  /** The plays of the alarm. */
  get alarms(): Extract<PageEntry, { kind: 'sound' }>[] {
    return this.#sounds.filter(({ loops }) => !loops);
  }

  /** The instants at which the last playing sound stopped or ended. */
  get silences(): number[] {
    return this.entries.flatMap(({ kind, at }) => (kind === 'silence' ? [at] : []));
  }

  get #sounds(): Extract<PageEntry, { kind: 'sound' }>[] {
    return this.entries.filter((entry) => entry.kind === 'sound');
  }

  /** When a toast of this agent work was first shown since an instant; `null`: never. */
  shownAt(workId: string, since = 0): number | null {
    const entry = this.entries.find(
      (one) =>
        one.at >= since && one.kind === 'toasts' && one.toasts.some((toast) => toast.startsWith(workId)),
    );
    return entry?.at ?? null;
  }

  /** The events of this name that the host received, by agent work. */
  facts(name: string): string[] {
    return this.entries.flatMap((entry) =>
      entry.kind === 'fact' && entry.name === name ? [entry.workId] : [],
    );
  }

  /** The states in which the toast of an agent work was seen; `null`: of any agent work. */
  states(workId: string | null): string[] {
    const toasts = this.entries.flatMap((entry) => (entry.kind === 'toasts' ? entry.toasts : []));
    const own = toasts.filter((toast) => workId === null || toast.startsWith(workId));
    return own.map((toast) => toast.split(' ')[1] ?? '');
  }

  /** Ends all accepted work and every wrap-up, and dismisses settled toasts. */
  async endWork(): Promise<void> {
    await this.page.evaluate(async () => {
      const panel = document.querySelector('omni-channel-panel') as unknown as Panel;
      for (const { id, status } of panel.getAgentWorks())
        if (status === 'opened') await panel.closeAgentWork({ workId: id }).catch(() => undefined);
      await panel.startOutboundConversation();
      await panel.endOutboundConversation();
    });
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}

/** The parts of the panel that tests use. */
export interface Panel {
  getAgentWorks(): { id: string; status: string; subject: string; offeredAt: number }[];
  closeAgentWork(work: { workId: string }): Promise<void>;
  startOutboundConversation(): Promise<void>;
  endOutboundConversation(): Promise<void>;
}
