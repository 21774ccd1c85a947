import type { DecodedSound, WalkedSound } from '../../src/domain/alerts/sound-file.ts';
import { decodeInChild, type DecodeInChildOptions } from './decode-in-child.ts';
import { decodedFormats, type DecodedFormat } from './stream-decoders.ts';

/** More sounds came at once than are decoded: try again soon. */
export class TooBusyError extends Error {
  override readonly name = 'TooBusyError';
  constructor() {
    super('Too many sounds are being checked.');
  }
}

export interface SoundDecodingOptions extends Omit<DecodeInChildOptions, 'signal'> {
  /** How many processes decode at a time. */
  readonly atOnce?: number;
  /** How many files may wait for one. */
  readonly mostWaiting?: number;
}

/** The decoder of this server: a few processes at a time, one a file. */
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
   * Decodes what the walk has found short enough. There is no decoder for the frames of AAC here; WAV has none to
   * decode: for these the walk is the proof.
   * @throws {TooBusyError} (by the promise) where too many wait already. Further see `decodeInChild`.
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

  /** Kills what runs. Resolves when it is gone. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await Promise.all(this.#running);
  }

  /** Takes one of the places, as soon as there is one. */
  async #turn(): Promise<void> {
    if (this.#free > 0) {
      this.#free -= 1;
      return;
    }
    if (this.#waiting.length >= this.#mostWaiting) throw new TooBusyError();
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** Hands the place to who has waited longest, so that nobody else takes it in between. */
  #pass(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free += 1;
  }
}
