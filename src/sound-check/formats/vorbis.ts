/** The block size of each mode of a Vorbis stream. */
export interface VorbisModes {
  /** How many bits of a packet encode its mode. */
  readonly bits: number;
  readonly areLong: readonly boolean[];
}

/** The largest number of modes. */
const MAX_MODES = 64;

/**
 * Finds the modes at the end of the setup packet, given its last bytes. Only a decoder can parse what precedes them,
 * so they are read backwards: mapping (8 bits), two zero fields (16 bits each), the block flag (1 bit). The first
 * mode is preceded by their count, minus one, in 6 bits.
 */
export function readVorbisModes(tail: Uint8Array): VorbisModes | null {
  let left = tail.length * 8;
  const bits = (width: number): number => {
    let value = 0;
    for (let index = 0; index < width; index += 1) {
      left -= 1;
      value = value * 2 + (((tail[left >> 3] ?? 0) >> (left & 7)) & 1);
    }
    return value;
  };
  // A packet ends with a set bit, followed by zeros up to the byte boundary.
  while (left > 0 && bits(1) === 0);
  const backwards: boolean[] = [];
  let found = 0;
  while (left >= 47 && backwards.length < MAX_MODES) {
    if (bits(8) >= MAX_MODES || bits(16) !== 0 || bits(16) !== 0) break;
    backwards.push(bits(1) === 1);
    const here = left;
    if (bits(6) + 1 === backwards.length) found = backwards.length;
    left = here;
  }
  if (found === 0) return null;
  return { bits: found === 1 ? 0 : 32 - Math.clz32(found - 1), areLong: backwards.slice(0, found).reverse() };
}

/** The block size of a packet, from its first byte: 0 if it is not audio; `null` if there is no such mode. */
export function vorbisBlock(
  first: number,
  { bits, areLong }: VorbisModes,
  short: number,
  long: number,
): number | null {
  if ((first & 1) !== 0) return 0;
  const isLong = areLong[(first >> 1) & ((1 << bits) - 1)];
  return isLong === undefined ? null : isLong ? long : short;
}
