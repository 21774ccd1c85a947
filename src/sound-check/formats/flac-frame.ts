import { byteAt, u16be, u32be } from '../reading.ts';

/** The properties that a FLAC stream header declares for all frames. */
export interface FlacStream {
  readonly sampleRate: number;
  readonly channels: number;
}

/** The header of a FLAC frame. One object is reused for many. */
export interface FlacFrame {
  /** The size of the header, bytes. */
  length: number;
  samples: number;
  /** 0: as declared by the stream. */
  sampleRate: number;
  channels: number;
  /** The number of the next frame, or of its first sample. */
  next: number;
  number: number;
}

export const aFrame = (): FlacFrame => ({
  length: 0,
  samples: 0,
  sampleRate: 0,
  channels: 0,
  next: 0,
  number: 0,
});

const rates = [0, 88_200, 176_400, 192_000, 8000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 96_000];

const crc8Table = Uint8Array.from({ length: 256 }, (_, index) => {
  let crc = index;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x80 ? (crc << 1) ^ 0x07 : crc << 1;
  return crc;
});
const crc16Table = Uint16Array.from({ length: 256 }, (_, index) => {
  let crc = index << 8;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x8000 ? (crc << 1) ^ 0x8005 : crc << 1;
  return crc;
});

/** The CRC-16 of a range of bytes, continuing from the CRC `before` it. Over an intact frame it is 0. */
export function crc16(bytes: Uint8Array, from: number, to: number, before: number): number {
  let crc = before;
  for (let at = from; at < to; at += 1)
    crc = ((crc & 0xff) << 8) ^ (crc16Table[(crc >> 8) ^ (bytes[at] ?? 0)] ?? 0);
  return crc;
}

/** Parses a STREAMINFO block. */
export function readStream(bytes: Uint8Array, at: number): FlacStream {
  return {
    sampleRate: u32be(bytes, at + 10) >>> 12,
    channels: ((byteAt(bytes, at + 12) >> 1) & 7) + 1,
  };
}

/** The length of a frame number in bytes, coded like UTF-8; 0 if it is invalid. */
function codedLength(byte: number): number {
  if (byte < 0x80) return 1;
  const ones = Math.clz32(~(byte << 24));
  return ones >= 2 && ones <= 7 ? ones : 0;
}

/** Parses the frame header at an offset (RFC 9639, 9.1), including its checksum; `false` if there is none. */
export function readFlacFrame(bytes: Uint8Array, at: number, frame: FlacFrame): boolean {
  const sync = u16be(bytes, at);
  if ((sync & 0xfffe) !== 0xfff8) return false;
  const sizes = byteAt(bytes, at + 2);
  const layout = byteAt(bytes, at + 3);
  const blockCode = sizes >> 4;
  const rateCode = sizes & 15;
  const channelCode = layout >> 4;
  const isReserved = blockCode === 0 || rateCode === 15 || channelCode > 10 || (layout & 1) !== 0;
  const width = codedLength(byteAt(bytes, at + 4));
  if (isReserved || width === 0) return false;
  let number = width === 1 ? byteAt(bytes, at + 4) : byteAt(bytes, at + 4) & (0x7f >> width);
  for (let index = 1; index < width; index += 1)
    number = number * 64 + (byteAt(bytes, at + 4 + index) & 0x3f);

  let end = at + 4 + width;
  const block = end;
  if (blockCode === 6) end += 1;
  if (blockCode === 7) end += 2;
  const rate = end;
  if (rateCode === 12) end += 1;
  if (rateCode > 12) end += 2;
  let crc = 0;
  for (let index = at; index < end; index += 1) crc = crc8Table[crc ^ byteAt(bytes, index)] ?? 0;
  if (end >= bytes.length || crc !== bytes[end]) return false;

  frame.length = end + 1 - at;
  frame.samples =
    blockCode === 1
      ? 192
      : blockCode < 6
        ? 576 << (blockCode - 2)
        : blockCode === 6
          ? byteAt(bytes, block) + 1
          : blockCode === 7
            ? u16be(bytes, block) + 1
            : 256 << (blockCode - 8);
  frame.sampleRate =
    rateCode === 12
      ? byteAt(bytes, rate) * 1000
      : rateCode > 12
        ? u16be(bytes, rate) * (rateCode === 14 ? 10 : 1)
        : (rates[rateCode] ?? 0);
  // Codes from eight up are the three kinds of stereo decorrelation.
  frame.channels = channelCode < 8 ? channelCode + 1 : 2;
  frame.number = number;
  frame.next = number + ((sync & 1) === 0 ? 1 : frame.samples);
  return true;
}

/** Whether a frame belongs to its stream. */
export function fits(frame: FlacFrame, stream: FlacStream): boolean {
  const hasRate = frame.sampleRate === 0 || frame.sampleRate === stream.sampleRate;
  return hasRate && frame.channels === stream.channels;
}
