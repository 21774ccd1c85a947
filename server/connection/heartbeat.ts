import type { Milliseconds } from '../../src/domain/time.ts';
import type { Timers } from '../timers.ts';

/** Between two beats of the server. */
export const BEAT_INTERVAL: Milliseconds = 4000;
/** A panel that answers no beat for so long is gone. */
const MAX_SILENCE: Milliseconds = 9000;
/** A timer this late means that the server itself stood still. */
const STOOD_STILL: Milliseconds = 1000;

/** Beats for one panel, and notices when it stops answering. */
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

  /** The panel answered; `false`: there was no such beat. */
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
      // First the next one: a send that ends the connection also ends the beating.
      this.#scheduleBeat();
      this.#send(this.#beat);
    });
  }

  #expectAnswer(): void {
    this.#cancelSilence();
    const due = this.#timers.elapsed() + MAX_SILENCE;
    this.#cancelSilence = this.#timers.after(MAX_SILENCE, () => {
      // A server that was stopped finds its timers due before it reads the answers that wait in its sockets.
      if (this.#timers.elapsed() > due + STOOD_STILL) this.#expectAnswer();
      else this.#silent();
    });
  }
}
