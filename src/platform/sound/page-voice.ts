import type { Milliseconds } from '../../domain/time.ts';

/** Something that sounds, or wants to. */
export interface Voice {
  /** When it was asked for, on the page's own time: the newest sounds. It moves where the same sound goes on. */
  since: Milliseconds;
  /** Another one sounds from now on: silence, at once. */
  readonly yield: () => void;
  /** What was newer has ended. */
  readonly mayReturn: () => void;
}

/**
 * One sound at a time on the whole page, however many panels, previews and Setups are on it: the newest takes over, and
 * an older one may come back once that has ended.
 */
export class PageVoice {
  #sounding: Voice | null = null;
  /** The last one, whose end may still fade. */
  #last: Voice | null = null;
  readonly #waiting = new Set<Voice>();

  /** `false`: what sounds now is newer; it is told when that has ended. */
  take(voice: Voice): boolean {
    const { yield: silence = null, since = -Infinity } = this.#sounding ?? {};
    if (since > voice.since) {
      this.#waiting.add(voice);
      return false;
    }
    if (this.#sounding) this.#waiting.add(this.#sounding);
    this.#sounding = voice;
    if (silence) silence();
    else this.#last?.yield();
    this.#last = voice;
    return true;
  }

  /** It has ended and does not fade either, or is not wanted any more. */
  forget(voice: Voice): void {
    if (this.#last === voice) this.#last = null;
    this.leave(voice);
  }

  /** It has ended, but for what may still fade. */
  leave(voice: Voice): void {
    this.#waiting.delete(voice);
    if (this.#sounding !== voice) return;
    this.#sounding = null;
    // Whoever left may have something else to play at once.
    queueMicrotask(() => {
      if (this.#sounding) return;
      const waiting = [...this.#waiting].sort((one, other) => other.since - one.since);
      this.#waiting.clear();
      for (const { mayReturn } of waiting) mayReturn();
    });
  }
}
