import type { ReactiveController, ReactiveElement } from 'lit';

/** Runs what an element needs for one target at a time, such as a server: stops before it starts for another one. */
export class RunController implements ReactiveController {
  #target: string | null = null;

  constructor(
    host: ReactiveElement,
    private readonly deps: {
      /** The present target; `null` while nothing is to run, which is so outside the document. */
      readonly target: () => string | null;
      readonly start: () => void;
      readonly stop: () => void;
    },
  ) {
    host.addController(this);
  }

  get isRunning(): boolean {
    return this.#target !== null;
  }

  // In a microtask: properties that the host sets right after inserting the element are then included, and an element
  // that is only moved is back in the document.
  hostConnected(): void {
    queueMicrotask(() => this.check());
  }

  hostDisconnected(): void {
    queueMicrotask(() => this.check());
  }

  /** To be called when the target may be another one. */
  check(): void {
    const target = this.deps.target();
    if (target === this.#target) return;
    if (this.#target !== null) this.deps.stop();
    this.#target = target;
    if (target !== null) this.deps.start();
  }
}
