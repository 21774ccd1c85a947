/*
 * Reads numbers at any offset of a file. Past its end there are only zeros: the walkers check lengths where they
 * matter, and never throw.
 */

export const byteAt = (bytes: Uint8Array, at: number): number => bytes[at] ?? 0;
export const u16be = (bytes: Uint8Array, at: number): number =>
  (byteAt(bytes, at) << 8) | byteAt(bytes, at + 1);
export const u24be = (bytes: Uint8Array, at: number): number =>
  (u16be(bytes, at) << 8) | byteAt(bytes, at + 2);
export const u32be = (bytes: Uint8Array, at: number): number =>
  ((u16be(bytes, at) << 16) | u16be(bytes, at + 2)) >>> 0;
export const u16le = (bytes: Uint8Array, at: number): number =>
  byteAt(bytes, at) | (byteAt(bytes, at + 1) << 8);
export const u32le = (bytes: Uint8Array, at: number): number =>
  (u16le(bytes, at) | (u16le(bytes, at + 2) << 16)) >>> 0;
/** A 64-bit number; beyond 2^53 it is not exact, but then it exceeds any file. */
export const u64be = (bytes: Uint8Array, at: number): number =>
  u32be(bytes, at) * 2 ** 32 + u32be(bytes, at + 4);

/** Whether the ASCII text is at this offset. */
export function hasText(bytes: Uint8Array, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index += 1)
    if (bytes[at + index] !== text.charCodeAt(index)) return false;
  return true;
}
