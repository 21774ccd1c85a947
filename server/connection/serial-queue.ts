/** Runs tasks one after another, in the order they were added. */
export class SerialQueue {
  #last: Promise<void> = Promise.resolve();
  #length = 0;

  /** How many tasks are waiting or running. */
  get length(): number {
    return this.#length;
  }

  /** Resolves when all tasks added so far have finished. */
  get idle(): Promise<void> {
    return this.#last;
  }

  /** Adds a task. `failed` is called if it rejects; the next one runs all the same. */
  add(task: () => Promise<void> | void, failed: (error: unknown) => void): void {
    this.#length += 1;
    this.#last = this.#last
      .then(task)
      .catch(failed)
      .finally(() => {
        this.#length -= 1;
      });
  }
}
