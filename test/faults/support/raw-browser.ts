import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumFlags, findChromium } from '../../../scripts/find-chromium.ts';

type Answer = Record<string, unknown>;
interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Answer;
  readonly result?: Answer;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
}

/**
 * A browser as reps use it, driven by its own protocol alone: test drivers usually disable the throttling of hidden
 * pages and keep every page in front. Here a page counts as hidden for long after ten seconds, and its timers then fire
 * once a minute.
 */
export class RawBrowser {
  readonly #process: ChildProcess;
  readonly #folder: string;
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (message: Message) => void>();
  readonly #bindings = new Map<string, (payload: string) => void>();
  #messages = 0;

  private constructor(child: ChildProcess, folder: string, socket: WebSocket) {
    this.#process = child;
    this.#folder = folder;
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#take(JSON.parse(String(data)) as Message));
  }

  static async start(): Promise<RawBrowser> {
    const folder = await mkdtemp(join(tmpdir(), 'raw-browser-'));
    const flags = [
      '--headless',
      '--window-size=1440,900',
      '--mute-audio',
      '--remote-debugging-port=0',
      `--user-data-dir=${folder}`,
      '--enable-features=IntensiveWakeUpThrottling:grace_period_seconds/10',
    ];
    const child = spawn(findChromium(), [...chromiumFlags, ...flags, 'about:blank'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const address = await new Promise<string>((resolve, reject) => {
      let said = '';
      child.stderr.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
        if (found) resolve(found);
      });
      child.once('exit', () => reject(new Error(`The browser ended before it was ready:\n${said}`)));
    });
    const socket = new WebSocket(address);
    await once(socket, 'open');
    return new RawBrowser(child, folder, socket);
  }

  async send(method: string, params: Answer = {}, sessionId?: string): Promise<Answer> {
    const id = (this.#messages += 1);
    const answered = new Promise<Message>((resolve) => this.#waiting.set(id, resolve));
    this.#socket.send(JSON.stringify({ id, method, params, ...(sessionId !== undefined && { sessionId }) }));
    const { result, error } = await answered;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result ?? {};
  }

  /**
   * A new page in front of the others, before it has an address. `report` is called with what it passes to
   * `reportToTest`.
   */
  async newPage(report: (entry: string) => void): Promise<RawPage> {
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    const page = new RawPage(this, String(targetId), String(sessionId));
    this.#bindings.set(String(sessionId), report);
    await page.send('Runtime.enable');
    await page.send('Page.enable');
    await page.send('Runtime.addBinding', { name: 'reportToTest' });
    return page;
  }

  async close(): Promise<void> {
    this.#socket.close();
    const ended = once(this.#process, 'exit');
    this.#process.kill();
    await ended;
    // The browser's last writes may come after its exit.
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }

  #take({ id, method, params, sessionId, ...answer }: Message): void {
    if (id !== undefined) {
      this.#waiting.get(id)?.(answer);
      this.#waiting.delete(id);
    } else if (method === 'Runtime.bindingCalled')
      this.#bindings.get(sessionId ?? '')?.(String(params?.payload));
  }
}

/** One page of a raw browser. */
export class RawPage {
  readonly #browser: RawBrowser;
  readonly #targetId: string;
  readonly #sessionId: string;

  constructor(browser: RawBrowser, targetId: string, sessionId: string) {
    this.#browser = browser;
    this.#targetId = targetId;
    this.#sessionId = sessionId;
  }

  send(method: string, params: Answer = {}): Promise<Answer> {
    return this.#browser.send(method, params, this.#sessionId);
  }

  /** Brings the page to the front: every other page of this window is hidden. */
  async show(): Promise<void> {
    await this.#browser.send('Target.activateTarget', { targetId: this.#targetId });
  }

  /** Evaluates an expression, without a gesture. */
  async read<Value>(expression: string): Promise<Value> {
    const { result, exceptionDetails } = (await this.send('Runtime.evaluate', {
      expression,
      userGesture: false,
      awaitPromise: true,
      returnByValue: true,
    })) as { result: { value: Value }; exceptionDetails?: { text: string } };
    if (exceptionDetails) throw new Error(`${expression}: ${exceptionDetails.text}`);
    return result.value;
  }

  /** A real click of the mouse. */
  async click({ x, y }: { readonly x: number; readonly y: number }): Promise<void> {
    const button = { x, y, button: 'left', clickCount: 1 };
    await this.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...button });
    await this.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...button });
  }
}
