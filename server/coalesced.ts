/** Runs one task at a time; calls while it runs share the next run. */
export class Coalesced {
  readonly #task: () => Promise<void>;
  #running: Promise<void> | null = null;
  #next: Promise<void> | null = null;

  constructor(task: () => Promise<void>) {
    this.#task = task;
  }

  /** Whether a run is under way or about to begin. */
  get isRunning(): boolean {
    return this.#running !== null || this.#next !== null;
  }

  /** Resolves or rejects with a run that began after this call. */
  run(): Promise<void> {
    if (this.#next) return this.#next;
    if (this.#running) {
      const afterwards = this.#running.catch(() => undefined).then(() => this.#start());
      this.#next = afterwards;
      return afterwards;
    }
    return this.#start();
  }

  /** Resolves when all runs are over, without requesting one. */
  async settled(): Promise<void> {
    for (let run = this.#next ?? this.#running; run; run = this.#next ?? this.#running)
      await run.catch(() => undefined);
  }

  #start(): Promise<void> {
    this.#next = null;
    const run = this.#task().finally(() => {
      if (this.#running === run) this.#running = null;
    });
    this.#running = run;
    return run;
  }
}
