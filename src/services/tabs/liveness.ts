import type { Milliseconds, Timers } from '../../domain/time.ts';

/** After so much silence the other one is asked whether it lives. */
const ASK_AFTER: Milliseconds = 900;
/** A timer that comes later than this was held back, and messages with it: what is silent may be this page. */
const LATE: Milliseconds = 300;

/** Watches whether another page lives: it is asked when it is silent, since a hidden page answers, but is slow by itself. */
export class Liveness {
  readonly #timers: Timers;
  readonly #ask: () => void;
  readonly #silent: () => void;
  readonly #patience: () => Milliseconds;
  #heardAt: Milliseconds = 0;
  /** Whether it was asked and has not answered. */
  #isAsked = false;
  #cancel: (() => void) | null = null;

  constructor(deps: {
    readonly timers: Timers;
    readonly ask: () => void;
    /** It gave no answer; it is not watched any more. */
    readonly silent: () => void;
    /** How long an answer may take. */
    readonly patience: () => Milliseconds;
  }) {
    this.#timers = deps.timers;
    this.#ask = deps.ask;
    this.#silent = deps.silent;
    this.#patience = deps.patience;
  }

  /** Watches from now on; `isAsked`: it has just been asked. */
  start(isAsked: boolean): void {
    this.stop();
    this.#heardAt = this.#timers.now();
    if (isAsked) this.#awaitAnswer();
    else this.#watch();
  }

  /** It gave a sign of life. */
  heard(): void {
    this.#heardAt = this.#timers.now();
    this.#isAsked = false;
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  #watch(): void {
    const left = this.#heardAt + ASK_AFTER - this.#timers.now();
    if (left > 0) return this.#after(left, () => this.#watch());
    this.#askIt();
  }

  #askIt(): void {
    this.#ask();
    this.#awaitAnswer();
  }

  #awaitAnswer(): void {
    const patience = this.#patience();
    const due = this.#timers.now() + patience;
    this.#isAsked = true;
    this.#after(patience, () => {
      if (!this.#isAsked) this.#watch();
      else if (this.#timers.now() - due > LATE) this.#askIt();
      else this.#silent();
    });
  }

  #after(delay: Milliseconds, call: () => void): void {
    this.#cancel = this.#timers.after(delay, () => {
      this.#cancel = null;
      call();
    });
  }
}
