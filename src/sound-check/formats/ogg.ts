import type { RefusedSound } from '../../domain/alerts/sound-file.ts';
import { damaged, maxSamples, unclear, type Count } from '../counted.ts';
import { codecOf, type OggCodec } from './ogg-codec.ts';
import { readPage, type OggPage } from './ogg-page.ts';
import { byteAt } from '../reading.ts';

/** How much of the end of a header packet is kept, so that it can be read in one piece, bytes. */
const TAIL = 400;

/** One stream of the file; several may follow one another. */
class OggStream {
  readonly serial: number;
  readonly codec: OggCodec;
  readonly #bytes: Uint8Array;
  readonly #tail = new Uint8Array(TAIL);
  #tailLength = 0;
  /** The offset of a packet that continues on the next page; -1 if none does. */
  #start = -1;
  #size = 0;
  #samples = 0;
  #isAnnounced = false;
  /** The number of samples that the last page trims. */
  #cut = 0;

  constructor(bytes: Uint8Array, serial: number, codec: OggCodec) {
    this.#bytes = bytes;
    this.serial = serial;
    this.codec = codec;
  }

  get samples(): number {
    return Math.max(0, this.#samples - this.#cut - this.codec.skip);
  }

  /** Processes the packets that end on a page. */
  page(page: OggPage): RefusedSound | null {
    let at = page.body;
    // The rest of a packet whose start was lost.
    let isLost = page.isContinued && this.#start < 0;
    if (!page.isContinued) this.#start = -1;
    for (let index = 0; index < page.segments; index += 1) {
      const size = byteAt(this.#bytes, page.lacing + index);
      if (!isLost) {
        if (this.#start < 0) this.#begin(at);
        this.#size += size;
        if (this.codec.isHeader) this.#keep(at, size);
      }
      at += size;
      if (size === 255) continue;
      const refusal = isLost ? null : this.#end();
      if (refusal) return refusal;
      isLost = false;
      this.#start = -1;
    }
    if (page.isLast && page.granule >= 0) {
      const beyond = this.#samples - page.granule;
      this.#cut = beyond > 0 && beyond <= this.codec.mostCut ? beyond : 0;
    }
    return null;
  }

  #begin(at: number): void {
    this.#start = at;
    this.#size = 0;
    this.#tailLength = 0;
  }

  #end(): RefusedSound | null {
    if (!this.#isAnnounced) {
      this.#isAnnounced = true;
      return null;
    }
    const tail = this.#tail.subarray(0, this.#tailLength);
    const samples = this.codec.packet(this.#start, this.#size, tail);
    if (typeof samples !== 'number') return samples;
    this.#samples += samples;
    return null;
  }

  #keep(at: number, size: number): void {
    const over = Math.max(0, this.#tailLength + size - TAIL);
    this.#tail.copyWithin(0, over, this.#tailLength);
    this.#tailLength -= over;
    this.#tail.set(this.#bytes.subarray(at, at + size), this.#tailLength);
    this.#tailLength += size;
  }
}

/** Counts an Ogg file by its packets; the declared positions of its pages only trim the last packet. */
export function walkOgg(bytes: Uint8Array): Count {
  let stream: OggStream | null = null;
  let before = 0;
  for (let at = 0; at < bytes.length;) {
    const page = readPage(bytes, at);
    if (page === 'cut') break;
    if (!page) return damaged('not all of it can be read');
    if (page.isFirst) {
      const codec = codecOf(bytes, page.body, page.end - page.body);
      if ('fault' in codec) return codec;
      if (stream) {
        if (stream.codec.isHeader) return unclear('several streams are in it at a time');
        if (!isSame(stream.codec, codec)) return unclear('it changes in the middle');
        before += stream.samples;
      }
      stream = new OggStream(bytes, page.serial, codec);
    }
    if (stream?.serial !== page.serial) return unclear('several streams are in it at a time');
    const refusal = stream.page(page);
    if (refusal) return refusal;
    if (before + stream.samples >= maxSamples(stream.codec.sampleRate)) break;
    at = page.end;
  }
  if (!stream) return damaged('it ends before it begins');
  const { format, sampleRate, channels } = stream.codec;
  return { format, samples: before + stream.samples, sampleRate, channels };
}

const isSame = (one: OggCodec, other: OggCodec): boolean =>
  one.format === other.format && one.sampleRate === other.sampleRate && one.channels === other.channels;
