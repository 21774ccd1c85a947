import type { ServerMessage, Snapshot } from '../../src/protocol/messages.ts';
import { changesBetween, type RepSnapshot } from './changes.ts';
import { Coalesced } from '../coalesced.ts';

/** Makes the first message of a connection, which contains the first snapshot. */
export type Welcoming = (snapshot: Snapshot) => ServerMessage;

export interface FeedOptions {
  /** What the panel should show now; in doubt, the database is asked. */
  readonly read: (doubt: boolean) => Promise<RepSnapshot>;
  readonly welcome: Welcoming;
  readonly now: () => number;
  readonly send: (message: ServerMessage) => void;
}

/**
 * Keeps one panel up to date: compares the current snapshot with the one it was last sent, and sends each change with
 * the next revision.
 */
export class SnapshotFeed {
  readonly #options: FeedOptions;
  readonly #reading = new Coalesced(() => this.#read());
  #sent: RepSnapshot | null = null;
  #revision = 0;
  #wholeWanted = false;

  constructor(options: FeedOptions) {
    this.#options = options;
  }

  /** Resolves when the panel has been sent the state as of this call or later. Rejects if it cannot be read. */
  refresh(): Promise<void> {
    return this.#reading.run();
  }

  /** The next refresh reads the state anew and sends the whole snapshot, even if nothing changed. */
  wantWhole(): void {
    this.#wholeWanted = true;
  }

  async #read(): Promise<void> {
    const snapshot = await this.#options.read(this.#wholeWanted);
    const before = this.#sent;
    const changes = before === null || this.#wholeWanted ? null : changesBetween(before, snapshot);
    this.#sent = snapshot;
    this.#wholeWanted = false;
    const { send, welcome, now } = this.#options;
    if (changes !== null) {
      for (const change of changes) send({ ...change, revision: ++this.#revision });
      return;
    }
    const numbered = { ...snapshot, revision: this.#revision };
    send(before === null ? welcome(numbered) : { type: 'snapshot', serverTime: now(), snapshot: numbered });
  }
}
