import { hasText, u32be, u64be } from '../reading.ts';

/** A box of an MP4 file: the range of its content. */
export interface Box {
  readonly at: number;
  /** Where it starts, including its header. */
  readonly start: number;
  readonly end: number;
}

/** The first box of a type within a range, or `null`. It ends with that range, whatever size it declares. */
export function findBox(bytes: Uint8Array, type: string, within: Box): Box | null {
  for (const box of boxes(bytes, within)) if (isBox(bytes, box, type)) return box;
  return null;
}

/** The box at a path, or `null`. */
export function boxAt(bytes: Uint8Array, within: Box, ...path: readonly string[]): Box | null {
  let box: Box | null = within;
  for (const type of path) box &&= findBox(bytes, type, box);
  return box;
}

export function isBox(bytes: Uint8Array, { at, start }: Box, type: string): boolean {
  return at - start >= 8 && hasText(bytes, start + 4, type);
}

/** The boxes within a range, in order. */
export function* boxes(bytes: Uint8Array, { at, end }: Pick<Box, 'at' | 'end'>): Generator<Box> {
  for (let start = at; start + 8 <= end;) {
    const short = u32be(bytes, start);
    const header = short === 1 ? 16 : 8;
    // 0: to the end.
    const size = short === 0 ? end - start : short === 1 ? u64be(bytes, start + 8) : short;
    if (size < header) return;
    yield { start, at: start + header, end: Math.min(end, start + size) };
    start += size;
  }
}

/** The number of table entries that are really present. */
export function entriesIn(box: Box, claimed: number, from: number, width: number): number {
  return Math.max(0, Math.min(claimed, Math.floor((box.end - box.at - from) / width)));
}
