import type { DecodedSound, WalkedSound } from '../../src/domain/alerts/sound-file.ts';
import { decodeInChild, type DecodeInChildOptions } from './decode-in-child.ts';
import { decodedFormats, type DecodedFormat } from './stream-decoders.ts';

/** Too many sounds are being decoded: try again soon. */
export class TooBusyError extends Error {
  override readonly name = 'TooBusyError';
  constructor() {
    super('Too many sounds are being checked.');
  }
}

export interface SoundDecodingOptions extends Omit<DecodeInChildOptions, 'signal'> {
  /** How many processes run at a time. */
  readonly atOnce?: number;
  /** How many files may wait for one. */
  readonly mostWaiting?: number;
}

/** The decoder of this server: a few processes at a time, one per file. */
export class SoundDecoding {
  readonly #options: DecodeInChildOptions;
  readonly #stop = new AbortController();
  readonly #mostWaiting: number;
  readonly #waiting: (() => void)[] = [];
  readonly #running = new Set<Promise<unknown>>();
  #free: number;

  constructor({ atOnce = 2, mostWaiting = 8, ...options }: SoundDecodingOptions) {
    this.#free = atOnce;
    this.#mostWaiting = mostWaiting;
    this.#options = { ...options, signal: this.#stop.signal };
  }

  /**
   * Decodes a file that the sound check found short enough. There is no decoder for AAC here, and WAV needs none: for
   * these the sound check is the proof.
   * @throws {TooBusyError} (by the promise) if too many wait already. Otherwise see `decodeInChild`.
   */
  readonly decode = async (bytes: Uint8Array, walked: WalkedSound): Promise<DecodedSound> => {
    const format = decodedFormats.find((known): known is DecodedFormat => known === walked.format);
    if (!format) return walked;
    await this.#turn();
    const decoding = decodeInChild(bytes, format, this.#options);
    const over = decoding.then(
      () => undefined,
      () => undefined,
    );
    this.#running.add(over);
    try {
      return await decoding;
    } finally {
      this.#running.delete(over);
      this.#pass();
    }
  };

  /** Kills the running processes. Resolves when they are gone. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await Promise.all(this.#running);
  }

  /** Waits for one of the slots. */
  async #turn(): Promise<void> {
    if (this.#free > 0) {
      this.#free -= 1;
      return;
    }
    if (this.#waiting.length >= this.#mostWaiting) throw new TooBusyError();
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** Hands the slot to the longest waiting task, so that none can jump the queue. */
  #pass(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free += 1;
  }
}
