import { Subscribable } from '../domain/subscribable.ts';

/** A small observable state. It is replaced, never mutated, so that readers can compare by identity. */
export class Store<State> extends Subscribable {
  #state: State;

  constructor(initial: State) {
    super();
    this.#state = initial;
  }

  get state(): State {
    return this.#state;
  }

  /** Calls `listener` with the present state after each change; the returned function ends it. */
  override subscribe(listener: (state: State) => void): () => void {
    return super.subscribe(() => listener(this.state));
  }

  protected replace(state: State): void {
    if (state === this.#state) return;
    this.setSilently(state);
    this.notify();
  }

  /** Takes a state that listeners are told of later, by `notify`. */
  protected setSilently(state: State): void {
    this.#state = state;
  }
}
