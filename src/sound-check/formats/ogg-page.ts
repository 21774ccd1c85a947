import { byteAt, hasText, u32le } from '../reading.ts';

/** A page of an Ogg file (RFC 3533, 6). */
export interface OggPage {
  /** The offset of its segment table, and the number of segments. */
  readonly lacing: number;
  readonly segments: number;
  /** The offset of its packets, and that of the next page. */
  readonly body: number;
  readonly end: number;
  readonly isContinued: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** The declared granule position at its end, samples; -1 for none. */
  readonly granule: number;
  readonly serial: number;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let crc = index << 24;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x80000000 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
  return crc;
});

/**
 * Parses the page at an offset; `'cut'` if the file ends within it; `null` if there is none, or its checksum is
 * wrong.
 */
export function readPage(bytes: Uint8Array, at: number): OggPage | 'cut' | null {
  const left = bytes.length - at;
  if (left < 27) return hasText(bytes, at, 'OggS'.slice(0, left)) ? 'cut' : null;
  if (!hasText(bytes, at, 'OggS') || byteAt(bytes, at + 4) !== 0) return null;
  const segments = byteAt(bytes, at + 26);
  const body = at + 27 + segments;
  let end = body;
  for (let index = 0; index < segments; index += 1) end += byteAt(bytes, at + 27 + index);
  if (end > bytes.length) return 'cut';
  if (checksum(bytes, at, end) !== u32le(bytes, at + 22)) return null;
  const flags = byteAt(bytes, at + 5);
  const high = u32le(bytes, at + 10);
  return {
    lacing: at + 27,
    segments,
    body,
    end,
    isContinued: (flags & 1) !== 0,
    isFirst: (flags & 2) !== 0,
    isLast: (flags & 4) !== 0,
    granule: high >= 0x80000000 ? -1 : high * 2 ** 32 + u32le(bytes, at + 6),
    serial: u32le(bytes, at + 14),
  };
}

/** The checksum of a page, computed as if its checksum field were 0. */
function checksum(bytes: Uint8Array, from: number, to: number): number {
  let crc = 0;
  for (let at = from; at < to; at += 1) {
    const byte = at >= from + 22 && at < from + 26 ? 0 : (bytes[at] ?? 0);
    crc = (crc << 8) ^ (crcTable[(crc >>> 24) ^ byte] ?? 0);
  }
  return crc >>> 0;
}
