import { expect, type CDPSession, type Page } from '@playwright/test';
import type { TestServer } from './server/server.ts';
import { installSoundProbe } from './sound-probe.ts';

declare global {
  interface Window {
    /** When sound sources were started, in milliseconds of the page's clock. */
    soundStarts: number[];
    /** The first visible element that matches, in any shadow tree. */
    deep: (selector: string, text?: string) => Element | null;
    /** When each text was first shown, in milliseconds of the page's clock. */
    firstShown: Record<string, number>;
  }
}

/**
 * A page without any user gesture. Playwright's own evaluation counts as a gesture and would unlock sound, so this page
 * is read and clicked through the browser's protocol alone.
 */
export class UntouchedPage {
  readonly page: Page;
  readonly #session: CDPSession;

  private constructor(page: Page, session: CDPSession) {
    this.page = page;
    this.#session = session;
  }

  /** Opens the workspace as this rep. `watched` are texts whose first appearance is recorded. */
  static async open(
    page: Page,
    server: TestServer,
    rep: 'sofia' | 'noah' | 'amara',
    watched: readonly string[] = [],
  ): Promise<UntouchedPage> {
    await installSoundProbe(page);
    await page.addInitScript(install, watched);
    const untouched = new UntouchedPage(page, await page.context().newCDPSession(page));
    await page.goto(`${server.address}/?rep=${rep}`);
    return untouched;
  }

  /** Evaluates an expression, without a gesture. */
  async read<Value>(expression: string): Promise<Value> {
    const { result, exceptionDetails } = await this.#session.send('Runtime.evaluate', {
      expression,
      userGesture: false,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(`${expression}: ${exceptionDetails.exception?.description ?? ''}`);
    return result.value as Value;
  }

  /** Waits until an expression is true. */
  async until(expression: string): Promise<void> {
    await expect
      .poll(() => this.read(`Boolean(${expression})`), { message: expression, intervals: [50] })
      .toBe(true);
  }

  /** Waits until an element with this text exists. */
  async shows(selector: string, text: string): Promise<void> {
    await this.until(found(selector, text));
  }

  /** A real click of the mouse in the middle of an element. */
  async click(selector: string, text = ''): Promise<void> {
    await this.shows(selector, text);
    const { x, y } = await this.read<{ x: number; y: number }>(`(() => {
      const { left, top, width, height } = ${found(selector, text)}.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    })()`);
    const button = { x, y, button: 'left', clickCount: 1 } as const;
    await this.#session.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...button });
    await this.#session.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...button });
  }

  /** Whether the browser has seen a gesture since the page was loaded. */
  wasTouched(): Promise<boolean> {
    return this.read('navigator.userActivation.hasBeenActive');
  }

  soundStarts(): Promise<number[]> {
    return this.read('window.soundStarts');
  }
}

function found(selector: string, text: string): string {
  return `deep(${JSON.stringify(selector)}, ${JSON.stringify(text)})`;
}

function install(watched: readonly string[]): void {
  window.soundStarts = [];
  window.firstShown = {};
  const source = AudioBufferSourceNode.prototype;
  // oxlint-disable-next-line typescript/unbound-method -- called with its node below
  const start = source.start;
  source.start = function (this: AudioBufferSourceNode, ...when) {
    window.soundStarts.push(performance.now());
    start.apply(this, when);
  };
  const within = function* (root: Document | ShadowRoot): Generator<Element> {
    for (const element of root.querySelectorAll('*')) {
      yield element;
      if (element.shadowRoot) yield* within(element.shadowRoot);
    }
  };
  window.deep = (selector, text = '') => {
    for (const element of within(document)) {
      const isShown = element.getClientRects().length > 0;
      if (isShown && element.matches(selector) && element.textContent.includes(text)) return element;
    }
    return null;
  };
  if (watched.length === 0) return;
  setInterval(() => {
    for (const text of watched)
      if (!(text in window.firstShown) && window.deep('b, p', text))
        window.firstShown[text] = performance.now();
  }, 10);
}
