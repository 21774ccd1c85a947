import type { Milliseconds } from '../../src/domain/time.ts';
import type { Timers } from '../timers.ts';

/** The interval between heartbeats of the server. */
export const BEAT_INTERVAL: Milliseconds = 4000;
/** A panel that answers no heartbeat for this long is gone. */
const MAX_SILENCE: Milliseconds = 9000;
/** A timer this late means that the server itself was suspended. */
const STOOD_STILL: Milliseconds = 1000;

/** Sends heartbeats to one panel, and detects when it stops answering. */
export class Heartbeat {
  readonly #timers: Timers;
  readonly #send: (beat: number) => void;
  readonly #silent: () => void;
  #beat = 0;
  #cancelBeat = (): void => undefined;
  #cancelSilence = (): void => undefined;

  constructor(timers: Timers, send: (beat: number) => void, silent: () => void) {
    this.#timers = timers;
    this.#send = send;
    this.#silent = silent;
  }

  start(): void {
    this.#scheduleBeat();
    this.#expectAnswer();
  }

  /** The panel answered; returns `false` if there was no such heartbeat. */
  answered(beat: number): boolean {
    if (beat < 1 || beat > this.#beat) return false;
    this.#expectAnswer();
    return true;
  }

  stop(): void {
    this.#cancelBeat();
    this.#cancelSilence();
  }

  #scheduleBeat(): void {
    this.#cancelBeat = this.#timers.after(BEAT_INTERVAL, () => {
      this.#beat += 1;
      // The next heartbeat is scheduled first: if sending ends the connection, that cancels it.
      this.#scheduleBeat();
      this.#send(this.#beat);
    });
  }

  #expectAnswer(): void {
    this.#cancelSilence();
    const due = this.#timers.elapsed() + MAX_SILENCE;
    this.#cancelSilence = this.#timers.after(MAX_SILENCE, () => {
      // After a suspension, timers fire before the answers that wait in the sockets are read.
      if (this.#timers.elapsed() > due + STOOD_STILL) this.#expectAnswer();
      else this.#silent();
    });
  }
}
