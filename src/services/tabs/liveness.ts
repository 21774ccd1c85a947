import type { Milliseconds, Timers } from '../../domain/time.ts';

/** After this much silence the other page is asked for a sign of life. */
const ASK_AFTER: Milliseconds = 900;
/** If a timer is later than this, messages were delayed too: it may be this page that was frozen. */
const LATE: Milliseconds = 300;

/**
 * Watches whether another page is alive. A silent page is asked, since a hidden page still answers but its own timers
 * are slow.
 */
export class Liveness {
  readonly #timers: Timers;
  readonly #ask: () => void;
  readonly #silent: () => void;
  readonly #patience: () => Milliseconds;
  #heardAt: Milliseconds = 0;
  /** Whether it was asked and has not answered yet. */
  #isAsked = false;
  #cancel: (() => void) | null = null;

  constructor(deps: {
    readonly timers: Timers;
    readonly ask: () => void;
    /** It did not answer, and is no longer watched. */
    readonly silent: () => void;
    /** How long an answer may take. */
    readonly patience: () => Milliseconds;
  }) {
    this.#timers = deps.timers;
    this.#ask = deps.ask;
    this.#silent = deps.silent;
    this.#patience = deps.patience;
  }

  /** Starts watching; `isAsked`: it has just been asked. */
  start(isAsked: boolean): void {
    this.stop();
    this.#heardAt = this.#timers.now();
    if (isAsked) this.#awaitAnswer();
    else this.#watch();
  }

  /** Call this at each sign of life. */
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
