import { closeCodes } from '../../src/protocol/close-reasons.ts';
import type { ServerMessage } from '../../src/protocol/messages.ts';
import type { Milliseconds } from '../../src/domain/time.ts';
import { UnknownRepError, type Engine, type SessionOfRep } from '../routing/engine/engine.ts';
import type { Logger } from '../logger.ts';
import type { Timers } from '../timers.ts';
import type { RepSnapshot } from './changes.ts';
import { PendingTimers } from './pending-timers.ts';
import { SnapshotFeed, type Welcoming } from './snapshot-feed.ts';
import { NO_REP } from './welcome-panel.ts';

/** Snapshots are sent on request at most this often. */
const SNAPSHOT_EVERY: Milliseconds = 1000;
/** A failed read of the present state is tried again after this, so often. */
const READ_AGAIN: Milliseconds = 1000;
const MAX_FAILED_READS = 5;

/** The standard code for what is no fault of the panel: to it the connection just broke. */
export const SERVER_FAILED = 1011;

export interface RepStateOptions {
  readonly session: SessionOfRep;
  readonly engine: Engine;
  readonly timers: Timers;
  readonly logger: Logger;
  readonly welcome: Welcoming;
  readonly send: (message: ServerMessage) => void;
  /** This connection cannot go on: it lost the rep's place, or the state cannot be read. */
  readonly end: (code: number, phrase: string) => void;
}

/** What one panel is shown of its rep: read whenever it may have changed, and sent as far as it did. */
export class RepState {
  readonly #options: RepStateOptions;
  readonly #feed: SnapshotFeed;
  readonly #timers: PendingTimers;
  #failedReads = 0;
  #wholeSentAt: Milliseconds = -Infinity;
  #wholePlanned = false;
  #placeIsGivenUp = false;

  constructor(options: RepStateOptions) {
    this.#options = options;
    this.#timers = new PendingTimers(options.timers);
    this.#feed = new SnapshotFeed({
      read: () => this.#read(),
      welcome: options.welcome,
      now: options.timers.now,
      send: options.send,
    });
  }

  /** Resolves when the panel has been sent a state that was read after this call; the first time, its welcome. */
  refresh(): Promise<void> {
    return this.#feed.refresh();
  }

  /** Reads again, now and until it succeeds; ends the connection where it does not. */
  mayHaveChanged(): void {
    this.#feed.refresh().then(
      () => {
        this.#failedReads = 0;
      },
      (error: unknown) => this.#readFailed(error),
    );
  }

  /** Sends the whole snapshot, at most once a second; who asks more often is answered then. */
  requestWhole(): void {
    if (this.#wholePlanned) return;
    this.#wholePlanned = true;
    const wait = this.#wholeSentAt + SNAPSHOT_EVERY - this.#options.timers.elapsed();
    if (wait <= 0) this.#sendWhole();
    else this.#timers.after(wait, () => this.#sendWhole());
  }

  /** From now on it is no surprise that nobody holds the rep's place. */
  givePlaceUp(): void {
    this.#placeIsGivenUp = true;
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

  async #read(): Promise<RepSnapshot> {
    const { engine, session } = this.#options;
    const [place, snapshot] = await Promise.all([
      engine.currentSession(session.repId),
      engine.snapshot(session.repId),
    ]);
    this.#checkPlace(place);
    return snapshot;
  }

  #checkPlace(place: Awaited<ReturnType<Engine['currentSession']>>): void {
    const { session, end } = this.#options;
    if (place === null) {
      // Grace ran out behind a process that stood still: the rep has to come in anew to be offered anything.
      if (!this.#placeIsGivenUp) end(SERVER_FAILED, 'The server took this rep for gone.');
    } else if (place.sessionId !== session.sessionId)
      end(closeCodes.replaced, 'The rep signed in elsewhere.');
    else if (place.socketId !== session.socketId)
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
