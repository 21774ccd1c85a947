/** A repeated task that never runs twice at once. Requested while it runs, it runs once more afterwards. */
export class RunLoop {
  readonly #round: () => Promise<boolean>;
  readonly #failed: (error: unknown) => void;
  #running: Promise<void> | null = null;
  #again = false;
  #stopped = false;

  /** `round` returns whether there may be more to do right away; `failed` gets what it threw. */
  constructor(round: () => Promise<boolean>, failed: (error: unknown) => void) {
    this.#round = round;
    this.#failed = failed;
  }

  /** Whether a round is running. */
  get isRunning(): boolean {
    return this.#running !== null;
  }

  /** Requests a round. The promise never rejects; it resolves when nothing is left to do. */
  request(): Promise<void> {
    this.#again = true;
    if (this.#stopped) return Promise.resolve();
    this.#running ??= this.#run();
    return this.#running;
  }

  /** Resolves when the current rounds are over, without requesting one. */
  async settled(): Promise<void> {
    await this.#running;
  }

  /** Starts no further round; resolves when the current one is over. */
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
      // The next poll finds whatever was left.
      this.#failed(error);
    } finally {
      this.#running = null;
    }
  }
}
