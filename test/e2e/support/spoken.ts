import { expect, type Page } from '@playwright/test';

/** The parts of Chromium's accessibility tree that an element has with `ComputedAccessibilityInfo`. */
interface Exposed extends Element {
  readonly computedName: string;
  readonly computedRole: string;
}

declare global {
  interface Window {
    spokenLog: string[];
  }
}

/** Stops on the way to an element, before it counts as out of reach of the Tab key. */
const MOST_STOPS = 80;

/**
 * What a screen reader would say, in order: each change of a live region as `alert: text` or `status: text`, and each
 * element that gets the focus as `focus: name, role`, as Chromium's accessibility tree has them.
 */
export class Spoken {
  readonly #page: Page;
  /** How much of the log has been waited for. */
  #heard = 0;

  private constructor(page: Page) {
    this.#page = page;
  }

  /** Listens to a page from its start; call it before the page loads. */
  static async install(page: Page): Promise<Spoken> {
    await page.addInitScript(listen);
    return new Spoken(page);
  }

  /** Everything said so far. */
  log(): Promise<string[]> {
    return this.#page.evaluate(() => window.spokenLog);
  }

  /** Waits until this is said after what was waited for last: where something ends, not how long it takes. */
  async hears(wanted: string | RegExp): Promise<void> {
    const isWanted = (said: string) => (typeof wanted === 'string' ? said === wanted : wanted.test(said));
    await expect
      .poll(async () => {
        const log = await this.log();
        const found = log.findIndex((said, at) => at >= this.#heard && isWanted(said));
        if (found >= 0) this.#heard = found + 1;
        return found >= 0 ? 'heard' : log;
      })
      .toBe('heard');
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.#page.keyboard.press(key);
  }

  /** Presses Tab until the element with this name has the focus. The log has only that stop, not those on the way. */
  async tabTo(name: string | RegExp): Promise<void> {
    const start = await this.#page.evaluate(() => window.spokenLog.length);
    const passed: string[] = [];
    for (;;) {
      const reached = await this.#focused();
      if (typeof name === 'string' ? reached === name : name.test(reached)) break;
      passed.push(reached);
      if (passed.length > MOST_STOPS)
        throw new Error(`${String(name)} was not reached by Tab. On the way: ${passed.join(', ')}`);
      await this.press('Tab');
    }
    await this.#page.evaluate((from) => {
      const log = window.spokenLog;
      const isFocus = (said: string) => said.startsWith('focus: ');
      const last = log.findLastIndex(isFocus);
      log.push(...log.splice(from).filter((said, at) => !isFocus(said) || from + at === last));
    }, start);
    this.#heard = Math.min(this.#heard, start);
  }

  /** The name of the focused element, however deep in shadow trees. */
  #focused(): Promise<string> {
    return this.#page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return (element as Exposed | null)?.computedName ?? '';
    });
  }
}

/** Runs in the page. */
function listen(): void {
  const log: string[] = [];
  window.spokenLog = log;
  const said = new WeakMap<Element, string>();
  const LIVE = '[role=alert], [role=status], [aria-live]:not([aria-live=off])';

  const regionOf = (node: Node): Element | null => {
    for (let at: Node | null = node; at; at = at instanceof ShadowRoot ? at.host : at.parentNode)
      if (at instanceof Element && at.matches(LIVE)) return at;
    return null;
  };
  const isExposed = (region: Element): boolean => {
    for (let at: Node | null = region; at; at = at instanceof ShadowRoot ? at.host : at.parentNode)
      if (at instanceof Element && at.matches('[aria-hidden=true], [inert]')) return false;
    return region.checkVisibility({ visibilityProperty: true });
  };
  const say = (region: Element): void => {
    const text = region.textContent;
    if (said.get(region) === text) return;
    said.set(region, text);
    const words = (region as HTMLElement).innerText.replaceAll(/\s+/g, ' ').trim();
    const kind = region.role ?? region.ariaLive ?? '';
    if (words !== '' && isExposed(region)) log.push(`${kind}: ${words}`);
  };
  const meet = (node: Node): void => {
    if (!(node instanceof Element)) return;
    for (const region of [node, ...node.querySelectorAll(LIVE)])
      // An alert is said as soon as it is there, a polite region only once its text changes.
      if (region.matches('[role=alert]')) say(region);
      else if (region.matches(LIVE)) said.set(region, region.textContent);
  };
  const observer = new MutationObserver((records) => {
    const changed = new Set<Element>();
    for (const { target, addedNodes } of records) {
      const region = regionOf(target);
      if (region) changed.add(region);
      else for (const node of addedNodes) meet(node);
    }
    for (const region of changed) say(region);
  });

  let latest: Event | null = null;
  const focused = (event: Event): void => {
    // It passes the document and each shadow root above the element.
    if (event === latest) return;
    latest = event;
    const element = event.composedPath()[0] as Exposed;
    log.push(`focus: ${element.computedName}, ${element.computedRole}`);
  };
  const watch = (root: Document | ShadowRoot): void => {
    observer.observe(root, { subtree: true, childList: true, characterData: true });
    root.addEventListener('focusin', focused, { capture: true });
  };
  watch(document);
  // oxlint-disable-next-line typescript/unbound-method -- called with its element below
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function attach(init) {
    const root = attachShadow.call(this, init);
    watch(root);
    return root;
  };
}
