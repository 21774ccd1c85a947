/** Something that tells those who subscribed to it when it has changed. */
export abstract class Subscribable {
  readonly #listeners = new Set<() => void>();

  /** Calls `listener` after each change; the returned function ends it. */
  subscribe(listener: () => void): () => void {
    // A wrapper, so that one function subscribed twice is ended twice.
    const own = () => listener();
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  /** Tells every listener. */
  protected notify(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
