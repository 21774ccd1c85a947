import { readPage } from '../../src/sound-check/formats/ogg-page.ts';
import type { DecodedFormat } from './stream-decoders.ts';

/** Even if crafted, this few bytes decode to little enough to be in memory at once. */
const SMALLEST_PIECE = 512;
/** Large files are split into larger pieces, since each call has a cost. */
const MAX_PIECES = 2000;

/**
 * The streams of a file, each split into pieces for its decoder. An Ogg file may contain several streams, one after the
 * other. Its pieces are whole pages: the decoders would count a split page twice.
 */
export function streamsOf(bytes: Uint8Array, format: DecodedFormat): Uint8Array[][] {
  return format === 'ogg' || format === 'opus' ? oggStreams(bytes) : [slices(bytes)];
}

function slices(bytes: Uint8Array): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  const size = Math.max(SMALLEST_PIECE, Math.ceil(bytes.length / MAX_PIECES));
  for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size));
  return pieces;
}

/** The pages up to the first that is damaged or cut off, which the sound check skips or refuses. */
function oggStreams(bytes: Uint8Array): Uint8Array[][] {
  const streams: Uint8Array[][] = [];
  let at = 0;
  for (;;) {
    const page = readPage(bytes, at);
    if (page === null || page === 'cut') return streams;
    if (page.isFirst) streams.push([]);
    streams.at(-1)?.push(bytes.subarray(at, page.end));
    at = page.end;
  }
}
