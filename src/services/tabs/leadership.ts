import type { Milliseconds, Timers } from '../../domain/time.ts';
import type { Tabs } from '../../platform/tabs.ts';
import { Liveness } from './liveness.ts';

/** A leader that is asked answers within this time, or is taken for frozen. */
const ANSWER_WITHIN: Milliseconds = 400;
/** Those who wait do not all take over at once. */
const APART: Milliseconds = 150;

interface Dependencies {
  /** `null`: the browser has nothing that pages could share. */
  readonly tabs: Tabs | null;
  readonly timers: Timers;
  /** Asks the leader whether it lives. */
  readonly ask: () => void;
  /** The place in the order in which the others would take over, from 0. */
  readonly rank: () => number;
  /** It leads from now on, or does not any more; also: others are to be told again that it does. */
  readonly changed: () => void;
  /** The browser gives no locks: this page is by itself. */
  readonly failed: () => void;
}

/**
 * Which of several pages leads: the one that holds a lock. It passes on when its holder is closed or crashes; from a
 * holder that is frozen, which keeps it, it is stolen.
 */
export class Leadership {
  readonly #deps: Dependencies;
  readonly #liveness: Liveness;
  #name = '';
  #isLeader = false;
  #term = 0;
  #giveUp: (() => void) | null = null;

  constructor(deps: Dependencies) {
    this.#deps = deps;
    this.#liveness = new Liveness({
      timers: deps.timers,
      ask: deps.ask,
      silent: () => this.#request(true),
      patience: () => ANSWER_WITHIN + Math.min(3, deps.rank()) * APART,
    });
  }

  get isLeader(): boolean {
    return this.#isLeader;
  }

  /** The number of the present leadership: a later one has a greater. */
  get term(): number {
    return this.#term;
  }

  /** Waits for the leadership; whoever leads has just been asked for a sign of life. */
  start(name: string): void {
    this.#name = name;
    if (!this.#deps.tabs) return this.#lead();
    this.#request(false);
    this.#liveness.start(true);
  }

  stop(): void {
    this.#liveness.stop();
    this.#giveUp?.();
    this.#giveUp = null;
    this.#isLeader = false;
  }

  /** Somebody says that they lead; `false`: they do not any more. */
  heard(term: number): boolean {
    if (this.#isLeader) {
      void this.#insist(term);
      return false;
    }
    if (term < this.#term) return false;
    this.#term = term;
    this.#liveness.heard();
    return true;
  }

  /**
   * One of two that say that they lead was frozen, and does not know that the lock was stolen from it. By the time the
   * browser has answered who holds locks, it has told that too. Who still leads then has the greater term.
   */
  async #insist(term: number): Promise<void> {
    await this.#deps.tabs?.held().catch(() => undefined);
    if (!this.#isLeader || term < this.#term) return;
    this.#term = term + 1;
    this.#deps.changed();
  }

  #request(steal: boolean): void {
    const { tabs } = this.#deps;
    this.#giveUp?.();
    this.#giveUp =
      tabs?.lock(
        `${this.#name} leader`,
        {
          held: () => this.#lead(),
          lost: () => this.#deposed(),
          failed: () => {
            this.#deps.failed();
            this.#lead();
          },
        },
        { steal },
      ) ?? null;
  }

  #lead(): void {
    this.#liveness.stop();
    this.#isLeader = true;
    this.#term = Math.max(this.#term + 1, Math.floor(this.#deps.timers.now()));
    this.#deps.changed();
  }

  /** Another one stole it: this page was frozen, or too busy to answer. */
  #deposed(): void {
    this.#isLeader = false;
    this.#request(false);
    this.#deps.changed();
    this.#liveness.start(true);
  }
}
