import { closeCodes } from '../../src/protocol/close-reasons.ts';
import type { ServerMessage } from '../../src/protocol/messages.ts';
import type { Milliseconds } from '../../src/domain/time.ts';
import {
  UnknownRepError,
  type Engine,
  type RepStateNow,
  type SessionOfRep,
} from '../routing/engine/engine.ts';
import type { Logger } from '../logger.ts';
import type { Timers } from '../timers.ts';
import type { RepSnapshot } from './changes.ts';
import { PendingTimers } from './pending-timers.ts';
import { SnapshotFeed, type Welcoming } from './snapshot-feed.ts';
import { NO_REP } from './welcome-panel.ts';

/** The minimum interval between snapshots sent on request. */
const SNAPSHOT_EVERY: Milliseconds = 1000;
/** The delay before a failed read of the current state is retried, and how often. */
const READ_AGAIN: Milliseconds = 1000;
const MAX_FAILED_READS = 5;

/** The standard close code for server errors: the panel treats it as a broken connection. */
export const SERVER_FAILED = 1011;

export interface RepStateOptions {
  readonly session: SessionOfRep;
  readonly engine: Engine;
  readonly timers: Timers;
  readonly logger: Logger;
  readonly welcome: Welcoming;
  readonly send: (message: ServerMessage) => void;
  /** Called when the connection cannot go on: it is no longer the rep's session, or the state cannot be read. */
  readonly end: (code: number, phrase: string) => void;
}

/** The state of a rep as shown by one panel: looked at whenever it may have changed; differences are sent. */
export class RepState {
  readonly #options: RepStateOptions;
  readonly #feed: SnapshotFeed;
  readonly #timers: PendingTimers;
  #failedReads = 0;
  #wholeSentAt: Milliseconds = -Infinity;
  #wholePlanned = false;
  #sessionIsReleased = false;

  constructor(options: RepStateOptions) {
    this.#options = options;
    this.#timers = new PendingTimers(options.timers);
    this.#feed = new SnapshotFeed({
      read: (doubt) => this.#read(doubt),
      welcome: options.welcome,
      now: options.timers.now,
      send: options.send,
    });
  }

  /** Resolves when the panel has been sent the state as of this call or later; the first time, in its welcome. */
  refresh(): Promise<void> {
    return this.#feed.refresh();
  }

  /** Looks at the state now, with retries; ends the connection if they all fail. */
  mayHaveChanged(): void {
    this.#feed.refresh().then(
      () => {
        this.#failedReads = 0;
      },
      (error: unknown) => this.#readFailed(error),
    );
  }

  /** Sends the whole snapshot, at most once a second; more frequent requests are answered when the second is over. */
  requestWhole(): void {
    if (this.#wholePlanned) return;
    this.#wholePlanned = true;
    const wait = this.#wholeSentAt + SNAPSHOT_EVERY - this.#options.timers.elapsed();
    if (wait <= 0) this.#sendWhole();
    else this.#timers.after(wait, () => this.#sendWhole());
  }

  /** From now on the rep is expected to have no session. */
  releaseSession(): void {
    this.#sessionIsReleased = true;
  }

  stop(): void {
    this.#timers.cancelAll();
  }

  #sendWhole(): void {
    this.#wholePlanned = false;
    this.#wholeSentAt = this.#options.timers.elapsed();
    this.#feed.wantWhole();
    this.mayHaveChanged();
  }

  async #read(doubt: boolean): Promise<RepSnapshot> {
    const { engine, session } = this.#options;
    const current = await engine.state(session.repId, doubt);
    this.#checkSession(current.session);
    return current.snapshot;
  }

  #checkSession(current: RepStateNow['session']): void {
    const { session, end } = this.#options;
    if (current === null) {
      // The grace period ended while this process was suspended: the rep must reconnect to be offered work.
      if (!this.#sessionIsReleased) end(SERVER_FAILED, 'The server took this rep for gone.');
    } else if (current.sessionId !== session.sessionId)
      end(closeCodes.replaced, 'The rep signed in elsewhere.');
    else if (current.socketId !== session.socketId)
      end(closeCodes.takenOver, 'This session came on a newer socket.');
  }

  #readFailed(error: unknown): void {
    const { logger, session, end } = this.#options;
    if (error instanceof UnknownRepError) return end(closeCodes.refused, NO_REP);
    logger.error('snapshot-failed', error, { rep: session.repId });
    this.#failedReads += 1;
    if (this.#failedReads > MAX_FAILED_READS) end(SERVER_FAILED, 'Something went wrong on the server.');
    else this.#timers.after(READ_AGAIN, () => this.mayHaveChanged());
  }
}
