import type { Milliseconds } from '../../src/domain/time.ts';
import type { Timers } from '../../server/timers.ts';

interface Planned {
  readonly at: Milliseconds;
  readonly run: () => void;
}

/** Timers that only advance when a test says so. */
export class ManualTimers implements Timers {
  readonly #start: number;
  readonly #planned = new Set<Planned>();
  #elapsed: Milliseconds = 0;

  constructor(start = Date.UTC(2030, 0, 1, 10, 0)) {
    this.#start = start;
  }

  readonly now = () => this.#start + this.#elapsed;
  readonly elapsed = () => this.#elapsed;
  readonly after = (delay: Milliseconds, run: () => void) => {
    const planned = { at: this.#elapsed + Math.max(0, delay), run };
    this.#planned.add(planned);
    return () => void this.#planned.delete(planned);
  };

  /** How many timers are pending. */
  get waiting(): number {
    return this.#planned.size;
  }

  /** Lets time pass: each timer fires at its instant, and what it starts runs as far as it can. */
  async pass(duration: Milliseconds): Promise<void> {
    const end = this.#elapsed + duration;
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.#elapsed = Math.max(this.#elapsed, next.at);
      this.#planned.delete(next);
      next.run();
      await settle();
    }
    this.#elapsed = end;
    await settle();
  }

  /** Lets time pass while the process is suspended: all its timers are late. */
  async suspend(duration: Milliseconds): Promise<void> {
    this.#elapsed += duration;
    await this.pass(0);
  }

  #next(end: Milliseconds): Planned | undefined {
    const due = [...this.#planned].filter(({ at }) => at <= end);
    return due.sort((one, other) => one.at - other.at)[0];
  }
}

/** Resolves when everything that needs neither time nor network has run. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
