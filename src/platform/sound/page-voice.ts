import type { Milliseconds } from '../../domain/time.ts';

/** Something that plays, or wants to play, a sound. */
export interface Voice {
  /**
   * When it was requested, on the page's own clock: the newest plays. It is updated when the same sound continues.
   */
  since: Milliseconds;
  /** Another voice plays from now on: fall silent at once. */
  readonly yield: () => void;
  /** The newer sound has ended. */
  readonly mayReturn: () => void;
}

/**
 * One sound at a time on the whole page, however many panels, previews and Setups it has: the newest takes over, and
 * an older one may resume when it ends.
 */
export class PageVoice {
  #sounding: Voice | null = null;
  /** The last voice, which may still be fading out. */
  #last: Voice | null = null;
  readonly #waiting = new Set<Voice>();

  /** `false`: a newer sound is playing; the voice is notified when that ends. */
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

  /** The voice has ended and faded out, or is no longer wanted. */
  forget(voice: Voice): void {
    if (this.#last === voice) this.#last = null;
    this.leave(voice);
  }

  /** The voice has ended, but may still be fading out. */
  leave(voice: Voice): void {
    this.#waiting.delete(voice);
    if (this.#sounding !== voice) return;
    this.#sounding = null;
    // The leaving voice may have another sound to play at once.
    queueMicrotask(() => {
      if (this.#sounding) return;
      const waiting = [...this.#waiting].sort((one, other) => other.since - one.since);
      this.#waiting.clear();
      for (const { mayReturn } of waiting) mayReturn();
    });
  }
}
