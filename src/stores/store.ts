/** A small observable state. It is replaced, never mutated, so that readers can compare by identity. */
export class Store<State> {
  #state: State;
  readonly #listeners = new Set<(state: State) => void>();

  constructor(initial: State) {
    this.#state = initial;
  }

  get state(): State {
    return this.#state;
  }

  /** Calls `listener` after each change; call the returned function to stop. */
  subscribe(listener: (state: State) => void): () => void {
    // A wrapper, so that a function subscribed twice is also unsubscribed twice.
    const own = (state: State) => listener(state);
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  protected replace(state: State): void {
    if (state === this.#state) return;
    this.setSilently(state);
    this.notify();
  }

  /** Sets a state of which listeners are notified later, by `notify`. */
  protected setSilently(state: State): void {
    this.#state = state;
  }

  /** Notifies every listener of the present state. */
  protected notify(): void {
    for (const listener of [...this.#listeners]) listener(this.state);
  }
}
