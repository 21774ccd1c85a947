/**
 * Something to be done again and again, never twice at once: asked for while it runs, it runs once more after that.
 */
export class Rounds {
  readonly #round: () => Promise<boolean>;
  readonly #failed: (error: unknown) => void;
  #running: Promise<void> | null = null;
  #again = false;
  #stopped = false;

  /** `round` gives whether there may be more to do at once; `failed` hears what it threw. */
  constructor(round: () => Promise<boolean>, failed: (error: unknown) => void) {
    this.#round = round;
    this.#failed = failed;
  }

  /** Whether a round runs. */
  get isRunning(): boolean {
    return this.#running !== null;
  }

  /** Runs a round soon. The promise never rejects: it resolves when nothing is left to do. */
  ask(): Promise<void> {
    this.#again = true;
    if (this.#stopped) return Promise.resolve();
    this.#running ??= this.#run();
    return this.#running;
  }

  /** Resolves when nothing runs any more, without asking for anything. */
  async over(): Promise<void> {
    await this.#running;
  }

  /** Starts no further round; resolves when the present one is over. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    try {
      while (this.#again && !this.#stopped) {
        this.#again = false;
        this.#again = (await this.#round()) || this.#again;
      }
    } catch (error) {
      // Whatever was left is found by the next poll.
      this.#failed(error);
    } finally {
      this.#running = null;
    }
  }
}
