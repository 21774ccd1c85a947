import { byteAt, says, u32le } from './reading.ts';

/*
 * What other programs put before, between and behind the frames of a sound: titles and pictures. None of it sounds.
 */

/** Where what stands behind an ID3 version 2 tag begins; the same place where there is none. */
function afterId3(bytes: Uint8Array, at: number): number {
  if (!says(bytes, at, 'ID3') || byteAt(bytes, at + 3) === 0xff) return at;
  // Four times seven bits, and ten more bytes where it has a footer.
  const size = [6, 7, 8, 9].reduce((sum, index) => sum * 128 + (byteAt(bytes, at + index) & 0x7f), 0);
  const hasFooter = (byteAt(bytes, at + 5) & 0x10) !== 0;
  return within(bytes, at, at + 10 + size + (hasFooter ? 10 : 0));
}

/** A tag that claims to go beyond the end of the file is none: frames could hide behind it. */
function within(bytes: Uint8Array, start: number, end: number): number {
  return end > bytes.length ? start : end;
}

/** Where what stands behind the ID3 tags here begins. */
export function afterId3Tags(bytes: Uint8Array, from: number): number {
  let at = from;
  for (let next = afterId3(bytes, at); next !== at; next = afterId3(bytes, at)) at = next;
  return at;
}

/** Whether a tag, or zeros, begin here. */
export function beginsTag(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0 || ['ID3', 'TAG', 'APETAGEX'].some((mark) => says(bytes, at, mark));
}

/** Where what stands behind tags and zeros begins. */
export function afterTags(bytes: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    const start = at;
    while (bytes[at] === 0) at += 1;
    at = afterId3Tags(bytes, at);
    // Its size counts its footer, and not its header.
    if (says(bytes, at, 'APETAGEX')) at = within(bytes, at, at + 32 + u32le(bytes, at + 12));
    if (says(bytes, at, 'TAG') && bytes.length - at <= 128) return bytes.length;
    if (at === start) return at;
  }
}

/** Where the tag at the end of a file begins that has no size of its own; the end of the file where there is none. */
export function beforeLastTag(bytes: Uint8Array): number {
  return says(bytes, bytes.length - 128, 'TAG') ? bytes.length - 128 : bytes.length;
}
