import { Coalesced } from '../../coalesced.ts';

/** A repeated task that never runs twice at once. Requested while it runs, it runs once more afterwards. */
export class RunLoop {
  readonly #rounds: Coalesced;
  #stopped = false;

  /** `round` returns whether there may be more to do right away; `failed` gets what it threw. */
  constructor(round: () => Promise<boolean>, failed: (error: unknown) => void) {
    this.#rounds = new Coalesced(async () => {
      try {
        let isMore = true;
        while (isMore && !this.#stopped) isMore = await round();
      } catch (error) {
        // The next poll finds whatever was left.
        failed(error);
      }
    });
  }

  /** Whether a round is running. */
  get isRunning(): boolean {
    return this.#rounds.isRunning;
  }

  /** Requests a round. The promise never rejects; it resolves when nothing is left to do. */
  request(): Promise<void> {
    return this.#stopped ? Promise.resolve() : this.#rounds.run();
  }

  /** Resolves when the current rounds are over, without requesting one. */
  settled(): Promise<void> {
    return this.#rounds.settled();
  }

  /** Starts no further round; resolves when the current one is over. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#rounds.settled();
  }
}
