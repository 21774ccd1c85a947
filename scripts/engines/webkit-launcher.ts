import type { BrowserLauncher } from '@web/test-runner';
import { Builder, Button, Key, type WebDriver } from 'selenium-webdriver';

type MouseButton = 'left' | 'middle' | 'right';
const buttons = { left: Button.LEFT, middle: Button.MIDDLE, right: Button.RIGHT };

/** The WebDriver code of a key by its DOM name: `ArrowDown` is `ARROW_DOWN` there. */
function typed(name: string): string {
  const constant = name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
  return name.length === 1 ? name : ((Key[constant as 'TAB'] as string | undefined) ?? name);
}

/**
 * WebKit for the test runner, through a WebDriver server at `address`, which opens one page after another in one
 * window. Only the classic protocol is used: WebKitGTK's driver supports no other.
 */
export class WebKitLauncher implements BrowserLauncher {
  readonly name = 'WebKit';
  /** The runner's mouse commands recognise the launcher by this name. */
  readonly type = 'webdriver';
  readonly #address: string;
  readonly #browserOptions: object;
  readonly #pages = new Map<string, string>();
  #driver: Promise<WebDriver> | null = null;

  constructor(address: string, binary: string, args: readonly string[]) {
    this.#address = address;
    this.#browserOptions = { binary, args: ['--automation', ...args] };
  }

  async startSession(id: string, url: string): Promise<void> {
    this.#driver ??= Promise.resolve(
      new Builder()
        .disableEnvironmentOverrides()
        .usingServer(this.#address)
        .withCapabilities({ browserName: 'MiniBrowser', 'webkitgtk:browserOptions': this.#browserOptions })
        .build(),
    );
    this.#pages.set(id, url);
    await (await this.#driver).get(url);
  }

  isActive(id: string): boolean {
    return this.#pages.has(id);
  }

  getBrowserUrl(id: string): string | undefined {
    return this.#pages.get(id);
  }

  async stopSession(id: string): Promise<object> {
    this.#pages.delete(id);
    // This ends whatever the page is still doing.
    await (await this.#started()).get('about:blank');
    return {};
  }

  async stop(): Promise<void> {
    const driver = await this.#driver;
    this.#driver = null;
    await driver?.quit();
  }

  startDebugSession(): Promise<void> {
    return Promise.reject(new Error('WebKit is not debugged through the test runner.'));
  }

  async sendMouseMove(_: string, x: number, y: number): Promise<void> {
    await (await this.#actions()).move({ x, y, duration: 0 }).perform();
  }

  async sendMouseClick(_: string, x: number, y: number, button: MouseButton = 'left'): Promise<void> {
    const actions = await this.#actions();
    await actions.move({ x, y, duration: 0 }).press(buttons[button]).release(buttons[button]).perform();
  }

  async sendMouseDown(_: string, button: MouseButton = 'left'): Promise<void> {
    await (await this.#actions()).press(buttons[button]).perform();
  }

  async sendMouseUp(_: string, button: MouseButton = 'left'): Promise<void> {
    await (await this.#actions()).release(buttons[button]).perform();
  }

  async resetMouse(): Promise<void> {
    await (await this.#started()).actions().clear();
    await this.sendMouseMove('', 0, 0);
  }

  /** Presses keys by their DOM names, one after another, and releases them in reverse order. */
  async pressChord(names: readonly string[]): Promise<void> {
    const actions = await this.#actions();
    const keys = names.map(typed);
    for (const key of keys) actions.keyDown(key);
    for (const key of keys.toReversed()) actions.keyUp(key);
    await actions.perform();
  }

  async #actions() {
    return (await this.#started()).actions({ async: true });
  }

  #started(): Promise<WebDriver> {
    return this.#driver ?? Promise.reject(new Error('WebKit has not been started.'));
  }
}
