import type { Milliseconds } from '../../domain/time.ts';
import type { Waker } from './punctual-timers.ts';

/** Where the host serves the worker file on its own origin: a URL, or a trusted URL made by its policy. */
export type WatchdogAddress = string | TrustedAddress;
/** A `TrustedScriptURL`, of which the compiler and `@types/trusted-types` have different declarations. */
type TrustedAddress = object & { toString(): string };

/** A request to the worker, which replies with the number when the time has come. */
export type WatchdogOrder =
  | { readonly wake: number; readonly after: Milliseconds }
  | { readonly forget: number };

/**
 * Wakes the page through a worker, whose timers browsers do not throttle in a hidden page. If the browser or a policy
 * refuses the worker, that is reported once, and none is used.
 */
export class Watchdog implements Waker {
  readonly #address: () => WatchdogAddress | null;
  readonly #failed: (detail: string) => void;
  readonly #orders = new Map<number, { readonly call: () => void; readonly lost: () => void }>();
  #worker: Worker | null = null;
  /** Whether it was started and has not failed since. */
  #mayRun = false;
  #latest = 0;

  constructor(deps: {
    /** `null` if the host provides none. */
    readonly address: () => WatchdogAddress | null;
    readonly failed: (detail: string) => void;
  }) {
    this.#address = deps.address;
    this.#failed = deps.failed;
  }

  wakeAfter(delay: Milliseconds, call: () => void, lost: () => void): (() => void) | null {
    const worker = this.#running();
    if (!worker) return null;
    const order = ++this.#latest;
    this.#orders.set(order, { call, lost });
    this.#post(worker, { wake: order, after: delay });
    return () => {
      if (this.#orders.delete(order)) this.#post(worker, { forget: order });
    };
  }

  /** From now on the first timer starts the worker; call the returned function to stop. */
  start(): () => void {
    this.#mayRun = true;
    return () => {
      this.#mayRun = false;
      this.#end();
    };
  }

  #post(worker: Worker, order: WatchdogOrder): void {
    worker.postMessage(order);
  }

  #running(): Worker | null {
    const address = this.#address();
    if (this.#worker || address === null || !this.#mayRun) return this.#worker;
    try {
      // Under Trusted Types the host provides a URL made by its own policy.
      const worker = new Worker(address as string, { name: 'omni-channel-watchdog' });
      worker.onmessage = ({ data }: MessageEvent<unknown>) => this.#wake(data);
      worker.onerror = (event) => this.#fail(event.message || 'it could not be loaded');
      this.#worker = worker;
    } catch (error) {
      this.#fail(error instanceof Error ? error.message : 'it could not be started');
    }
    return this.#worker;
  }

  #wake(order: unknown): void {
    if (typeof order !== 'number') return;
    const waiting = this.#orders.get(order);
    this.#orders.delete(order);
    waiting?.call();
  }

  #fail(detail: string): void {
    this.#mayRun = false;
    this.#failed(`The watchdog worker does not run: ${detail}`);
    this.#end();
  }

  #end(): void {
    this.#worker?.terminate();
    this.#worker = null;
    const waiting = [...this.#orders.values()];
    this.#orders.clear();
    for (const { lost } of waiting) lost();
  }
}
