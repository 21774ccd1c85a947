import type { ServerMessage, Snapshot } from '../../src/protocol/messages.ts';
import { changesBetween, type RepSnapshot } from './changes.ts';
import { Coalesced } from './coalesced.ts';

/** Makes the first message of a connection, which holds the first snapshot. */
export type Welcoming = (snapshot: Snapshot) => ServerMessage;

export interface FeedOptions {
  /** What the panel should show now. */
  readonly read: () => Promise<RepSnapshot>;
  readonly welcome: Welcoming;
  readonly now: () => number;
  readonly send: (message: ServerMessage) => void;
}

/**
 * Keeps one panel up to date: remembers the snapshot it was last sent, reads the present one, and sends the difference,
 * each change with the next revision.
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

  /** Resolves when the panel has been sent a state that was read after this call. Rejects when it cannot be read. */
  refresh(): Promise<void> {
    return this.#reading.run();
  }

  /** What is sent next is the whole snapshot, also where nothing changed. */
  wantWhole(): void {
    this.#wholeWanted = true;
  }

  async #read(): Promise<void> {
    const snapshot = await this.#options.read();
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
