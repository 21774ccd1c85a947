import { boxAt, boxes, entriesIn, findBox, isBox, type Box } from './mp4-boxes.ts';
import { byteAt, u16be, u24be, u32be, u64be } from '../reading.ts';

/*
 * Counts the blocks of a track that are really in the file. Timestamps are ignored, since decoders ignore them too.
 * `most` limits the count.
 */

/** Counts by the sample tables: sizes, blocks per chunk, chunk offsets. */
export function countInTables(bytes: Uint8Array, stbl: Box, most: number): number {
  const sizes = findBox(bytes, 'stsz', stbl);
  const small = sizes ? null : findBox(bytes, 'stz2', stbl);
  const table = sizes ?? small;
  const runs = findBox(bytes, 'stsc', stbl);
  const near = findBox(bytes, 'stco', stbl);
  const places = near ?? findBox(bytes, 'co64', stbl);
  if (!table || !runs || !places) return 0;

  const fixed = sizes ? u32be(bytes, table.at + 4) : 0;
  const width = small ? byteAt(bytes, small.at + 7) : 32;
  const claimed = u32be(bytes, table.at + 8);
  const blocks = fixed > 0 ? claimed : entriesIn(table, claimed, 12, width / 8 || 1);
  const sizeOf = (index: number): number => {
    const at = table.at + 12;
    if (fixed > 0) return fixed;
    if (width === 32) return u32be(bytes, at + index * 4);
    if (width === 16) return u16be(bytes, at + index * 2);
    if (width === 8) return byteAt(bytes, at + index);
    return (byteAt(bytes, at + (index >> 1)) >> (index % 2 === 0 ? 4 : 0)) & 15;
  };
  const runCount = entriesIn(runs, u32be(bytes, runs.at + 4), 8, 12);
  const placeWidth = near ? 4 : 8;
  const chunks = entriesIn(places, u32be(bytes, places.at + 4), 8, placeWidth);

  let counted = 0;
  let block = 0;
  let run = 0;
  for (let chunk = 0; chunk < chunks && block < blocks && counted <= most; chunk += 1) {
    while (run + 1 < runCount && u32be(bytes, runs.at + 8 + (run + 1) * 12) <= chunk + 1) run += 1;
    const perChunk = u32be(bytes, runs.at + 8 + run * 12 + 4);
    const place = places.at + 8 + chunk * placeWidth;
    let at = near ? u32be(bytes, place) : u64be(bytes, place);
    const end = Math.min(blocks, block + perChunk);
    for (; block < end && at < bytes.length && counted <= most; block += 1) {
      const size = sizeOf(block);
      at += size;
      if (size > 0 && at <= bytes.length) counted += 1;
    }
    block = end;
  }
  return counted;
}

/** Counts by the fragments after the index. */
export function countInFragments(bytes: Uint8Array, moov: Box, most: number): number {
  const trex = boxAt(bytes, moov, 'mvex', 'trex');
  if (!trex) return 0;
  const usual = u32be(bytes, trex.at + 16);
  let counted = 0;
  for (const moof of boxes(bytes, { at: 0, end: bytes.length })) {
    if (!isBox(bytes, moof, 'moof')) continue;
    for (const traf of boxes(bytes, moof)) {
      if (!isBox(bytes, traf, 'traf')) continue;
      counted += countInFragment(bytes, traf, moof.start, usual, most - counted);
      if (counted > most) return counted;
    }
  }
  return counted;
}

function countInFragment(bytes: Uint8Array, traf: Box, moof: number, usual: number, most: number): number {
  const tfhd = findBox(bytes, 'tfhd', traf);
  if (!tfhd) return 0;
  const flags = u24be(bytes, tfhd.at + 1);
  let field = tfhd.at + 8;
  let at = moof;
  if (flags & 0x1) {
    at = u64be(bytes, field);
    field += 8;
  }
  const base = at;
  field += (flags & 0x2 ? 4 : 0) + (flags & 0x8 ? 4 : 0);
  const size = flags & 0x10 ? u32be(bytes, field) : usual;

  let counted = 0;
  for (const trun of boxes(bytes, traf)) {
    if (!isBox(bytes, trun, 'trun')) continue;
    const has = u24be(bytes, trun.at + 1);
    let entry = trun.at + 8;
    if (has & 0x1) {
      // A signed offset.
      at = base + (u32be(bytes, entry) | 0);
      entry += 4;
    }
    if (has & 0x4) entry += 4;
    const width = [0x100, 0x200, 0x400, 0x800].reduce((sum, flag) => sum + (has & flag ? 4 : 0), 0);
    const claimed = u32be(bytes, trun.at + 4);
    const blocks = width === 0 ? claimed : entriesIn(trun, claimed, entry - trun.at, width);
    const sizeAt = entry + (has & 0x100 ? 4 : 0);
    for (let block = 0; block < blocks && at < bytes.length && counted <= most; block += 1) {
      const its = has & 0x200 ? u32be(bytes, sizeAt + block * width) : size;
      at += its;
      if (its > 0 && at <= bytes.length) counted += 1;
      // Zero-sized entries would loop for nothing.
      else if (width === 0) break;
    }
  }
  return counted;
}
