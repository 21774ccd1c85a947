/** The limit for decoded sounds, bytes; beyond it the least recently played one is dropped. */
const MAX_DECODED = 24 * 1024 * 1024;

/** A sound that a player on this page has decoded. */
export interface Decoded {
  /** Its approximate size in memory. */
  readonly bytes: number;
  /** Whether it is exempt from eviction. */
  readonly stays: boolean;
  readonly isPlaying: () => boolean;
  readonly unload: () => void;
}

/** The page-wide cache of decoded sounds, shared by all panels, previews and Setups. */
export class DecodedSounds {
  // A set keeps insertion order: the first member is the least recently played one.
  readonly #kept = new Set<Decoded>();

  /** Adds a sound, evicting others if necessary. */
  keep(latest: Decoded): void {
    this.#kept.add(latest);
    let total = [...this.#kept].reduce((sum, { bytes }) => sum + bytes, 0);
    for (const sound of [...this.#kept]) {
      if (total <= MAX_DECODED) return;
      if (sound === latest || sound.stays || sound.isPlaying()) continue;
      this.#kept.delete(sound);
      sound.unload();
      total -= sound.bytes;
    }
  }

  /** Call it when the sound is played. */
  touch(sound: Decoded): void {
    if (this.#kept.delete(sound)) this.#kept.add(sound);
  }

  /** Call it when the player has unloaded the sound. */
  drop(sound: Decoded): void {
    this.#kept.delete(sound);
  }
}
