import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { RepAtWork, type DemoRep } from '../../e2e/support/workspace.ts';
import { record, type PageEntry } from './recorder.ts';

interface Seat {
  readonly address: string;
  /** Called before each page of this rep is loaded. */
  readonly prepare?: (page: Page) => Promise<void>;
}

/** A rep in a browser of their own, whose pages may crash; what happened in each of them is kept here. */
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
    await context.exposeFunction('tellTest', (entry: string) =>
      rep.entries.push(JSON.parse(entry) as PageEntry),
    );
    const rep = new Rep(id, context, seat);
    await rep.sitDown();
    return rep;
  }

  /** The rep at the page of now. */
  get atWork(): RepAtWork {
    if (!this.#atWork) throw new Error('There is no page.');
    return this.#atWork;
  }

  get page(): Page {
    return this.atWork.page;
  }

  /** Opens the workspace in another browser tab: after a crash, or beside those that are open. */
  async sitDown(status: string | RegExp = 'Offline'): Promise<void> {
    const atWork = await RepAtWork.sitDown(this.context, this.#seat, this.id, {
      status,
      prepare: async (page) => {
        await page.addInitScript(record);
        await this.#seat.prepare?.(page);
      },
    });
    this.tabs.push(atWork);
    this.#atWork = atWork;
  }

  /** Goes on in another of the browser tabs that are open. */
  turnTo(which: number): void {
    this.#atWork = this.tabs[which % this.tabs.length] ?? null;
  }

  /** Closes the browser tab of now, and goes on in another one. */
  async closeTab(): Promise<void> {
    const { page } = this;
    this.#forgetTab();
    await page.close();
  }

  #forgetTab(): void {
    this.tabs.splice(this.tabs.indexOf(this.atWork), 1);
    this.turnTo(0);
  }

  /** The page dies, as it does when memory runs out. */
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

  /** The browser freezes the page, as it does with one that nobody looks at, for so long. */
  async freezeFor(milliseconds: number): Promise<void> {
    const session = await this.context.newCDPSession(this.page);
    await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    await session.send('Page.setWebLifecycleState', { state: 'active' });
    await session.detach();
  }

  /** The page is too busy for anything else, for so long: what sounds sounds on by itself. */
  async busyFor(milliseconds: number): Promise<void> {
    await this.page.evaluate((time) => {
      const end = performance.now() + time;
      while (performance.now() < end);
    }, milliseconds);
  }

  /** Waits until the panel says that it is connected. */
  async connected(timeout = 30_000): Promise<void> {
    await expect(this.page.locator('omni-connection-indicator[status=connected]')).toBeAttached({ timeout });
  }

  /** Waits until the panel has shown this status of the connection, since an entry of the log. */
  async becomes(status: string, since = this.entries.length): Promise<number> {
    const find = () =>
      this.entries.slice(since).find((entry) => entry.kind === 'connection' && entry.status === status);
    await expect.poll(() => find() !== undefined, { message: status, intervals: [20] }).toBe(true);
    return find()!.at;
  }

  /** The agent works that the panel holds for open, as `id status`, sorted. */
  openWorks(): Promise<string[]> {
    return this.page.evaluate(() =>
      (document.querySelector('omni-channel-panel') as unknown as Panel)
        .getAgentWorks()
        .map(({ id, status }) => `${id} ${status}`)
        .sort(),
    );
  }

  /** The agent work of a subject that is open in the panel; `null`: there is none. */
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

  /** The moments at which the last sound was stopped, or came to its end. */
  get silences(): number[] {
    return this.entries.flatMap(({ kind, at }) => (kind === 'silence' ? [at] : []));
  }

  get #sounds(): Extract<PageEntry, { kind: 'sound' }>[] {
    return this.entries.filter((entry) => entry.kind === 'sound');
  }

  /** When a toast of this agent work was shown first, since a moment; `null`: never. */
  shownAt(workId: string, since = 0): number | null {
    const entry = this.entries.find(
      (one) =>
        one.at >= since && one.kind === 'toasts' && one.toasts.some((toast) => toast.startsWith(workId)),
    );
    return entry?.at ?? null;
  }

  /** The facts of this name that the host was told, by agent work. */
  facts(name: string): string[] {
    return this.entries.flatMap((entry) =>
      entry.kind === 'fact' && entry.name === name ? [entry.workId] : [],
    );
  }

  /** The states that the toast of an agent work was seen in; `null`: those of any. */
  states(workId: string | null): string[] {
    const toasts = this.entries.flatMap((entry) => (entry.kind === 'toasts' ? entry.toasts : []));
    const own = toasts.filter((toast) => workId === null || toast.startsWith(workId));
    return own.map((toast) => toast.split(' ')[1] ?? '');
  }

  /** Ends all accepted work and every wrap-up, and dismisses what is told of requests. */
  async endWork(): Promise<void> {
    await this.page.evaluate(async () => {
      const panel = document.querySelector('omni-channel-panel') as unknown as Panel;
      for (const { id, status } of panel.getAgentWorks())
        if (status === 'opened') await panel.closeAgentWork({ workId: id }).catch(() => undefined);
      await panel.startOutboundConversation();
    });
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}

/** What tests use of the panel. */
export interface Panel {
  getAgentWorks(): { id: string; status: string; subject: string; offeredAt: number }[];
  closeAgentWork(work: { workId: string }): Promise<void>;
  startOutboundConversation(): Promise<void>;
}
