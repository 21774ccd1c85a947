/** Which block each mode of a Vorbis stream has. */
export interface VorbisModes {
  /** How many bits of a packet are its mode. */
  readonly bits: number;
  readonly areLong: readonly boolean[];
}

/** The largest number of modes. */
const MOST = 64;

/**
 * Finds the modes at the end of the setup packet, given its last bytes. What stands before them can only be read by a
 * decoder, so they are read backwards: mapping (8 bits), two numbers that are 0 (16 bits each), the block (1 bit); and
 * before the first of them is their number, less one, in 6 bits.
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
  // A packet ends with a bit that is set, and zeros up to the byte.
  while (left > 0 && bits(1) === 0);
  const backwards: boolean[] = [];
  let found = 0;
  while (left >= 47 && backwards.length < MOST) {
    if (bits(8) >= MOST || bits(16) !== 0 || bits(16) !== 0) break;
    backwards.push(bits(1) === 1);
    const here = left;
    if (bits(6) + 1 === backwards.length) found = backwards.length;
    left = here;
  }
  if (found === 0) return null;
  return { bits: found === 1 ? 0 : 32 - Math.clz32(found - 1), areLong: backwards.slice(0, found).reverse() };
}

/** The size of the block in a packet, by its first byte: 0 for one that is no sound; `null`: there is no such mode. */
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
