import { expect } from '@playwright/test';
import { RawBrowser, type RawPage } from './raw-browser.ts';
import { record, type PageEntry } from './recorder.ts';

const panel = `document.querySelector('omni-channel-panel')`;
const menu = `${panel}.shadowRoot.querySelector('omni-presence-menu').shadowRoot`;

/** A rep at the workspace in a browser that throttles hidden pages, as browsers normally do. */
export class HiddenRep {
  readonly entries: PageEntry[] = [];
  readonly #browser: RawBrowser;
  #page: RawPage | null = null;

  private constructor(browser: RawBrowser) {
    this.#browser = browser;
  }

  /** Opens the workspace and becomes available, with real clicks. `before` runs in the page before anything else. */
  static async open(address: string, before = ''): Promise<HiddenRep> {
    const rep = new HiddenRep(await RawBrowser.start());
    try {
      await rep.#comeToWork(address, before);
    } catch (error) {
      await rep.close();
      throw error;
    }
    return rep;
  }

  async #comeToWork(address: string, before: string): Promise<void> {
    const page = await this.#browser.newPage((entry) => this.entries.push(JSON.parse(entry) as PageEntry));
    this.#page = page;
    await page.send('Page.addScriptToEvaluateOnNewDocument', {
      source: `${before};(${record.toString()})()`,
    });
    await page.send('Page.navigate', { url: `${address}/?rep=sofia` });
    await this.#click(`${menu}.querySelector('[part=button][aria-disabled=false]')`);
    await this.#click(`[...${menu}.querySelectorAll('[role=menuitemradio]')]
      .find(({ textContent }) => textContent.includes('Available'))`);
    await this.until(`${panel}.getServicePresenceStatusId() === 'available'`);
  }

  get page(): RawPage {
    if (!this.#page) throw new Error('There is no page.');
    return this.#page;
  }

  /** Puts another page in front, and waits until the browser throttles this one's timers. */
  async hide(): Promise<void> {
    const other = await this.#browser.newPage(() => undefined);
    await other.show();
    await this.until(`document.visibilityState === 'hidden'`);
    const throttled = `new Promise((done) => {
      const since = performance.now();
      let times = 0;
      const tick = setInterval(() => {
        const late = performance.now() - since - (times += 1) * 1000;
        if (late > 3000 || performance.now() - since > 70_000) (clearInterval(tick), done(late > 3000));
      }, 1000);
    })`;
    expect(await this.page.read(throttled), 'the browser holds back the timers of the hidden page').toBe(
      true,
    );
  }

  /** Waits until an expression is true. */
  async until(expression: string, timeout = 20_000): Promise<void> {
    await expect
      .poll(() => this.page.read(`Boolean(${expression})`).catch(() => false), {
        message: expression,
        timeout,
        intervals: [50],
      })
      .toBe(true);
  }

  /** Waits for an entry of the log after the first `from`, and returns it. */
  async waitForEntry(
    what: string,
    is: (entry: PageEntry) => boolean,
    from: number,
    timeout: number,
  ): Promise<PageEntry> {
    const find = () => this.entries.slice(from).find(is);
    await expect.poll(() => find() !== undefined, { message: what, timeout, intervals: [50] }).toBe(true);
    return find()!;
  }

  close(): Promise<void> {
    return this.#browser.close();
  }

  async #click(element: string): Promise<void> {
    await this.until(`${element}?.getClientRects().length`);
    const place = `(({ left, top, width, height }) => ({ x: left + width / 2, y: top + height / 2 }))
      (${element}.getBoundingClientRect())`;
    await this.page.click(await this.page.read(place));
  }
}

/** The expression for the panel in the page. */
export const PANEL = panel;
