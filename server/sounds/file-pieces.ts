import { readPage } from '../../src/sound-check/formats/ogg-page.ts';
import type { DecodedFormat } from './stream-decoders.ts';

/** What a few bytes can be made to hold is little enough to be in memory at once. */
const SMALLEST_PIECE = 512;
/** A large file goes in larger pieces, since each call costs some time. */
const MAX_PIECES = 2000;

/**
 * The streams of a file, each in the pieces that its decoder takes one after the other. An Ogg file may hold several
 * streams, one after the other. Its pieces are whole pages: the decoders count part of a page twice.
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

/** The pages up to the first that is broken or cut off, which the walk passes over or refuses. */
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
