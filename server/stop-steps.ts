import type { Milliseconds } from '../src/domain/time.ts';
import type { Logger } from './logger.ts';

/** The parts of a server in the order of stopping: sources of work first, storage last. */
const order = ['simulator', 'connections', 'workspace', 'sounds', 'http', 'engine', 'database'] as const;
export type StopStep = (typeof order)[number];

const MAX_STEP: Milliseconds = 2000;

/** Stops what has been started so far, even if starting failed half-way. */
export class StopSteps {
  readonly #logger: Logger;
  readonly #steps = new Map<StopStep, () => Promise<void>>();
  #stopping: Promise<void> | null = null;

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  get begun(): boolean {
    return this.#stopping !== null;
  }

  set(step: StopStep, stop: () => Promise<void>): void {
    this.#steps.set(step, stop);
  }

  /** Stops everything, once. A step that fails or takes over 2 s does not keep the others from running. */
  run(): Promise<void> {
    this.#stopping ??= this.#run();
    return this.#stopping;
  }

  async #run(): Promise<void> {
    for (const name of order) {
      try {
        await within(MAX_STEP, this.#steps.get(name)?.());
      } catch (error) {
        this.#logger.error('stop-failed', error, { step: name });
      }
    }
  }
}

async function within(longest: Milliseconds, step: Promise<void> | undefined): Promise<void> {
  const tooLong = Promise.withResolvers<undefined>();
  const timeout = setTimeout(() => tooLong.reject(new Error(`This took over ${longest} ms.`)), longest);
  await Promise.race([step, tooLong.promise]).finally(() => clearTimeout(timeout));
}
