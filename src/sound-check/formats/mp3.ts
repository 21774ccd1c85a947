import { damaged, unsupported, type Count } from '../counted.ts';
import { countFrames, type Frame } from '../frames.ts';
import { byteAt, hasText, u16be, u24be, u32be } from '../reading.ts';

/** Layer III bit rates in kbit/s, by index; 0: not declared in the header. */
const bitRates1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const bitRates2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const rates = [44_100, 48_000, 32_000];
/** Other kinds of MPEG audio, by the two layer bits. */
const others: Readonly<Record<number, string>> = {
  1: 'an MP3 file whose frames do not say their rate',
  2: 'MPEG audio of layer II',
  3: 'MPEG audio of layer I',
};
/** The delay added by the decoder, samples. */
const DECODER_DELAY = 529;

/** The MPEG version bits; 1 is reserved. */
const version = (bytes: Uint8Array, at: number): number => (byteAt(bytes, at + 1) >> 3) & 3;

/** The layer bits: 1 is layer III, 0 is invalid. */
const layer = (bytes: Uint8Array, at: number): number => (byteAt(bytes, at + 1) >> 1) & 3;

/** Whether there is a header of any MPEG audio layer here. */
export function isMpegAudio(bytes: Uint8Array, at: number): boolean {
  const rate = (byteAt(bytes, at + 2) >> 2) & 3;
  const bitRate = byteAt(bytes, at + 2) >> 4;
  const isSync = (u16be(bytes, at) & 0xffe0) === 0xffe0;
  return isSync && version(bytes, at) !== 1 && layer(bytes, at) !== 0 && rate !== 3 && bitRate !== 15;
}

/** Parses the header of a layer III frame (ISO 11172-3, 2.4.1.3). */
export function readMp3(bytes: Uint8Array, at: number): Frame | null {
  if (!isMpegAudio(bytes, at) || layer(bytes, at) !== 1) return null;
  const isFirst = version(bytes, at) === 3;
  const flags = byteAt(bytes, at + 2);
  const thousands = (isFirst ? bitRates1 : bitRates2)[flags >> 4] ?? 0;
  if (thousands === 0) return null;
  const divisor = { 3: 1, 2: 2, 0: 4 }[version(bytes, at)] ?? 1;
  const sampleRate = (rates[(flags >> 2) & 3] ?? 0) / divisor;
  const samples = isFirst ? 1152 : 576;
  const length = Math.floor((samples * thousands * 125) / sampleRate) + ((flags >> 1) & 1);
  return { length, samples, sampleRate, channels: byteAt(bytes, at + 3) >> 6 === 3 ? 1 : 2 };
}

/** The information in the first frame, if it is a Xing or VBRI header instead of sound. */
interface Contents {
  /** The declared number of frames; 0 if not declared. */
  readonly frames: number;
  /** The padding added by the encoder at the start and the end, samples. */
  readonly delay: number;
  readonly padding: number;
}

function contentsIn(bytes: Uint8Array, at: number, { length, samples, channels }: Frame): Contents | null {
  // After the side information.
  const side = samples === 1152 ? (channels === 1 ? 17 : 32) : channels === 1 ? 9 : 17;
  const xing = at + 4 + side;
  if (hasText(bytes, at + 36, 'VBRI')) return { frames: 0, delay: 0, padding: 0 };
  if (!hasText(bytes, xing, 'Xing') && !hasText(bytes, xing, 'Info')) return null;
  const flags = u32be(bytes, xing + 4);
  const hasFrames = (flags & 1) !== 0;
  const sizes = [hasFrames ? 4 : 0, flags & 2 ? 4 : 0, flags & 4 ? 100 : 0, flags & 8 ? 4 : 0];
  const lame = xing + 8 + sizes.reduce((sum, size) => sum + size, 0);
  const hasDelays = bytes[lame] !== 0 && lame + 24 <= at + length;
  const delays = hasDelays ? u24be(bytes, lame + 21) : 0;
  return { frames: hasFrames ? u32be(bytes, xing + 8) : 0, delay: delays >> 12, padding: delays & 0xfff };
}

/** Counts an MPEG audio layer III stream. */
export function walkMp3(bytes: Uint8Array, from: number): Count {
  const first = readMp3(bytes, from);
  if (!first) return unsupported('unsupportedCodec', others[layer(bytes, from)] ?? 'MPEG audio');
  const counted = countFrames(bytes, from, readMp3);
  if ('fault' in counted) return counted;
  const contents = contentsIn(bytes, from, first);
  let { samples } = counted;
  if (contents) {
    samples -= first.samples;
    // As decoders do: the end is trimmed only if the declared number of frames is correct.
    const isWhole = contents.frames === counted.frames - 1;
    if (contents.delay > 0)
      samples -= isWhole ? contents.delay + contents.padding : contents.delay + DECODER_DELAY;
  }
  if (counted.frames === 0) return damaged('it ends within its first frame');
  return { format: 'mp3', samples, sampleRate: first.sampleRate, channels: first.channels };
}
