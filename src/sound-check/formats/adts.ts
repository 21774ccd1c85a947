import { refuse } from '../../domain/alerts/sound-file.ts';
import { unsupported, type Count } from '../counted.ts';
import { countFrames, type Frame } from '../frames.ts';
import { byteAt, u16be } from '../reading.ts';

/** The sample rates of AAC, by index. */
export const aacRates = [
  96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8000, 7350,
] as const;
/** The channel counts of AAC, by index; 0: given in the data. */
export const aacChannels = [0, 1, 2, 3, 4, 5, 6, 8] as const;
/** Samples per block. */
export const AAC_BLOCK = 1024;

/** The header of one ADTS frame (ISO 13818-7, 6.2). */
export function readAdts(bytes: Uint8Array, at: number): Frame | null {
  // A sync word of twelve bits, then the layer, which is 0.
  if ((u16be(bytes, at) & 0xfff6) !== 0xfff0) return null;
  const sampleRate = aacRates[(byteAt(bytes, at + 2) >> 2) & 15];
  const length = ((u16be(bytes, at + 3) & 0x3ff) << 3) | (byteAt(bytes, at + 5) >> 5);
  if (sampleRate === undefined || length < 7) return null;
  const channels = aacChannels[((byteAt(bytes, at + 2) & 1) << 2) | (byteAt(bytes, at + 3) >> 6)] ?? 0;
  const blocks = (byteAt(bytes, at + 6) & 3) + 1;
  return { length, samples: blocks * AAC_BLOCK, sampleRate, channels };
}

/** The tolerated share of frames that do not start like AAC: a few may be damaged. */
const MAX_INVALID_SHARE = 0.1;
/** Element types that no mono or stereo frame starts with: coupling, low frequencies, end (ISO 13818-7, table 11). */
const INVALID_START_TYPES = [2, 3, 7];

/** Whether the data of a frame starts like no mono or stereo frame does. */
function hasInvalidStart(bytes: Uint8Array, at: number, { channels }: Frame): boolean {
  const hasChecksum = (byteAt(bytes, at + 1) & 1) === 0;
  const element = byteAt(bytes, at + (hasChecksum ? 9 : 7)) >> 5;
  return channels <= 2 && INVALID_START_TYPES.includes(element);
}

/** Counts a raw AAC stream (ADTS). */
export function walkAdts(bytes: Uint8Array, from: number): Count {
  const first = readAdts(bytes, from);
  // The profile: only Low Complexity is supported everywhere.
  if (byteAt(bytes, from + 2) >> 6 !== 1)
    return unsupported('unsupportedCodec', 'an uncommon profile of AAC');
  if (first?.channels === 0) return unsupported('unsupportedCodec', 'AAC with an uncommon set of channels');
  let frames = 0;
  let hollow = 0;
  const counted = countFrames(bytes, from, (file, at) => {
    const frame = readAdts(file, at);
    if (frame) frames += 1;
    if (frame && hasInvalidStart(file, at, frame)) hollow += 1;
    return frame;
  });
  if ('fault' in counted) return counted;
  if (hollow / frames > MAX_INVALID_SHARE)
    return refuse('notPlayable', 'This file cannot be played: its frames hold no AAC.');
  return {
    format: 'aac',
    samples: counted.samples,
    sampleRate: first?.sampleRate ?? 0,
    channels: first?.channels ?? 0,
  };
}
