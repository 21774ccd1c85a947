import type { Milliseconds, Timers } from '../../domain/time.ts';
import type { Tabs } from '../../platform/tabs.ts';
import { Liveness } from './liveness.ts';

/** A leader that is asked answers within this time, or counts as frozen. */
const REPLY_TIMEOUT: Milliseconds = 400;
/** Staggers the waiting pages, so that they do not all take over at once. */
const TAKEOVER_STAGGER: Milliseconds = 150;

interface Dependencies {
  /** `null` if the browser gives pages no way to coordinate. */
  readonly tabs: Tabs | null;
  readonly timers: Timers;
  /** Asks the leader for a sign of life. */
  readonly ask: () => void;
  /** This page's position, from 0, in the order of succession. */
  readonly rank: () => number;
  /** This page gained or lost the leadership, or has to announce it again. */
  readonly changed: () => void;
  /** The browser grants no locks: this page acts alone. */
  readonly failed: () => void;
}

/**
 * Elects the leader among several pages: the one that holds a lock. The lock passes on when its holder closes or
 * crashes; from a frozen holder, which keeps it, it is stolen.
 */
export class Leadership {
  readonly #deps: Dependencies;
  readonly #liveness: Liveness;
  #name = '';
  #isLeader = false;
  #term = 0;
  #releaseLock: (() => void) | null = null;

  constructor(deps: Dependencies) {
    this.#deps = deps;
    this.#liveness = new Liveness({
      timers: deps.timers,
      ask: deps.ask,
      silent: () => this.#request(true),
      timeout: () => REPLY_TIMEOUT + Math.min(3, deps.rank()) * TAKEOVER_STAGGER,
    });
  }

  get isLeader(): boolean {
    return this.#isLeader;
  }

  /** The number of the current leadership; it only increases. */
  get term(): number {
    return this.#term;
  }

  /** Waits for the leadership; the current leader has just been asked for a sign of life. */
  start(name: string): void {
    this.#name = name;
    if (!this.#deps.tabs) return this.#lead();
    this.#request(false);
    this.#liveness.start(true);
  }

  stop(): void {
    this.#liveness.stop();
    this.#releaseLock?.();
    this.#releaseLock = null;
    this.#isLeader = false;
  }

  /** Handles a message from a leader; `false` if that page no longer leads. */
  acknowledge(term: number): boolean {
    if (this.#isLeader) {
      void this.#reassert(term);
      return false;
    }
    if (term < this.#term) return false;
    this.#term = term;
    this.#liveness.alive();
    return true;
  }

  /**
   * One of two pages that claim to lead was frozen, and does not know that its lock was stolen. By the time the
   * browser has answered which locks are held, it has reported the theft too; the remaining leader then takes a
   * higher term.
   */
  async #reassert(term: number): Promise<void> {
    await this.#deps.tabs?.held().catch(() => undefined);
    if (!this.#isLeader || term < this.#term) return;
    this.#term = term + 1;
    this.#deps.changed();
  }

  #request(steal: boolean): void {
    const { tabs } = this.#deps;
    this.#releaseLock?.();
    this.#releaseLock =
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

  /** Another page stole the lock: this one was frozen, or too busy to answer. */
  #deposed(): void {
    this.#isLeader = false;
    this.#request(false);
    this.#deps.changed();
    this.#liveness.start(true);
  }
}
