import type { Milliseconds, Timers } from '../../domain/time.ts';

/** After this much silence the other page is asked for a sign of life. */
const ASK_AFTER_SILENCE: Milliseconds = 900;
/** If a timer is later than this, messages were delayed too: it may be this page that was frozen. */
const MAX_TIMER_DELAY: Milliseconds = 300;

/**
 * Watches whether another page is alive. A silent page is asked, since a hidden page still answers but its own timers
 * are slow.
 */
export class Liveness {
  readonly #timers: Timers;
  readonly #ask: () => void;
  readonly #silent: () => void;
  readonly #timeout: () => Milliseconds;
  #lastSign: Milliseconds = 0;
  /** Whether it was asked and has not answered yet. */
  #isAsked = false;
  #cancel: (() => void) | null = null;

  constructor(deps: {
    readonly timers: Timers;
    readonly ask: () => void;
    /** It did not answer, and is no longer watched. */
    readonly silent: () => void;
    /** How long an answer may take. */
    readonly timeout: () => Milliseconds;
  }) {
    this.#timers = deps.timers;
    this.#ask = deps.ask;
    this.#silent = deps.silent;
    this.#timeout = deps.timeout;
  }

  /** Starts watching; `isAsked`: it has just been asked. */
  start(isAsked: boolean): void {
    this.stop();
    this.#lastSign = this.#timers.now();
    if (isAsked) this.#awaitAnswer();
    else this.#watch();
  }

  /** Call this at each sign of life. */
  alive(): void {
    this.#lastSign = this.#timers.now();
    this.#isAsked = false;
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  #watch(): void {
    const left = this.#lastSign + ASK_AFTER_SILENCE - this.#timers.now();
    if (left > 0) return this.#after(left, () => this.#watch());
    this.#askAndWait();
  }

  #askAndWait(): void {
    this.#ask();
    this.#awaitAnswer();
  }

  #awaitAnswer(): void {
    const timeout = this.#timeout();
    const due = this.#timers.now() + timeout;
    this.#isAsked = true;
    this.#after(timeout, () => {
      if (!this.#isAsked) this.#watch();
      else if (this.#timers.now() - due > MAX_TIMER_DELAY) this.#askAndWait();
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
