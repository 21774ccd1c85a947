import type { Milliseconds } from '../../domain/time.ts';
import type { Waker } from './punctual-timers.ts';

/** What the host names: the address of the worker file on its own origin, or that address as its policy made it. */
export type WatchdogAddress = string | TrustedAddress;
/** A `TrustedScriptURL`. */
interface TrustedAddress {
  toJSON(): string;
}

/** What the page asks of the worker; the worker answers with the number when the time has come. */
export type WatchdogOrder =
  | { readonly wake: number; readonly after: Milliseconds }
  | { readonly forget: number };

/**
 * Wakes the page through a worker, whose timers the browser does not hold back in a hidden page. A browser or a policy
 * that refuses the worker is told once; then there is none.
 */
export class Watchdog implements Waker {
  readonly #address: () => WatchdogAddress | null;
  readonly #failed: (detail: string) => void;
  readonly #orders = new Map<number, { readonly call: () => void; readonly lost: () => void }>();
  #worker: Worker | null = null;
  /** Whether it is started, and has not failed since. */
  #mayRun = false;
  #latest = 0;

  constructor(deps: {
    /** `null`: the host names none. */
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
    this.#tell(worker, { wake: order, after: delay });
    return () => {
      if (this.#orders.delete(order)) this.#tell(worker, { forget: order });
    };
  }

  /** From now on the first order starts the worker; the returned function ends it. */
  start(): () => void {
    this.#mayRun = true;
    return () => {
      this.#mayRun = false;
      this.#end();
    };
  }

  #tell(worker: Worker, order: WatchdogOrder): void {
    worker.postMessage(order);
  }

  #running(): Worker | null {
    const address = this.#address();
    if (this.#worker || address === null || !this.#mayRun) return this.#worker;
    try {
      // A host under Trusted Types gives an address of its own policy.
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
