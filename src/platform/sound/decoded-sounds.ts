/** Decoded sounds kept, bytes; beyond it the one not played for longest goes. */
const MAX_DECODED = 24 * 1024 * 1024;

/** A sound that one player of the page has decoded. */
export interface Decoded {
  /** About how much its samples take. */
  readonly bytes: number;
  /** Whether it stays, however long it was not played. */
  readonly stays: boolean;
  readonly isPlaying: () => boolean;
  readonly unload: () => void;
}

/** What the whole page keeps decoded, however many panels, previews and Setups are on it. */
export class DecodedSounds {
  // A set keeps the order in which its members came: the first is the one not played for longest.
  readonly #kept = new Set<Decoded>();

  /** Makes room for a sound by forgetting others. */
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

  /** It plays. */
  touch(sound: Decoded): void {
    if (this.#kept.delete(sound)) this.#kept.add(sound);
  }

  /** Its player has forgotten it. */
  drop(sound: Decoded): void {
    this.#kept.delete(sound);
  }
}
