import { byteAt, hasText, u32le } from './reading.ts';

/* Metadata that other programs put before, between and after the frames: titles and pictures. None of it is sound. */

/** The offset after an ID3v2 tag; the same offset if there is none. */
function afterId3(bytes: Uint8Array, at: number): number {
  if (!hasText(bytes, at, 'ID3') || byteAt(bytes, at + 3) === 0xff) return at;
  // Four times seven bits, plus ten bytes for an optional footer.
  const size = [6, 7, 8, 9].reduce((sum, index) => sum * 128 + (byteAt(bytes, at + index) & 0x7f), 0);
  const hasFooter = (byteAt(bytes, at + 5) & 0x10) !== 0;
  return within(bytes, at, at + 10 + size + (hasFooter ? 10 : 0));
}

/** A tag that claims to extend past the end of the file is ignored: frames could be hidden behind it. */
function within(bytes: Uint8Array, start: number, end: number): number {
  return end > bytes.length ? start : end;
}

/** The offset after the ID3 tags here. */
export function afterId3Tags(bytes: Uint8Array, from: number): number {
  let at = from;
  for (let next = afterId3(bytes, at); next !== at; next = afterId3(bytes, at)) at = next;
  return at;
}

/** Whether a tag, or zero padding, starts here. */
export function beginsTag(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0 || ['ID3', 'TAG', 'APETAGEX'].some((mark) => hasText(bytes, at, mark));
}

/** The offset after tags and zero padding. */
export function afterTags(bytes: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    const start = at;
    while (bytes[at] === 0) at += 1;
    at = afterId3Tags(bytes, at);
    // Its size includes its footer but not its header.
    if (hasText(bytes, at, 'APETAGEX')) at = within(bytes, at, at + 32 + u32le(bytes, at + 12));
    if (hasText(bytes, at, 'TAG') && bytes.length - at <= 128) return bytes.length;
    if (at === start) return at;
  }
}

/** The offset of the tag at the end of the file that declares no size; the end of the file if there is none. */
export function beforeLastTag(bytes: Uint8Array): number {
  return hasText(bytes, bytes.length - 128, 'TAG') ? bytes.length - 128 : bytes.length;
}
