/** A small piece of observable state. It changes by replacement, never in place, so that readers may compare by identity. */
export class Store<State> {
  #state: State;
  readonly #listeners = new Set<(state: State) => void>();

  constructor(initial: State) {
    this.#state = initial;
  }

  get state(): State {
    return this.#state;
  }

  /** Calls `listener` after each change; the returned function ends it. */
  subscribe(listener: (state: State) => void): () => void {
    // A wrapper, so that one function subscribed twice is ended twice.
    const own = (state: State) => listener(state);
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  protected replace(state: State): void {
    if (state === this.#state) return;
    this.hold(state);
    this.tell();
  }

  /** Takes a state that listeners are told of later, by `tell`. */
  protected hold(state: State): void {
    this.#state = state;
  }

  /** Tells every listener the present state. */
  protected tell(): void {
    for (const listener of [...this.#listeners]) listener(this.state);
  }
}
