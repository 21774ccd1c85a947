import { damaged, maxSamples, unclear, type Count } from '../counted.ts';
import { aFrame, crc16, fits, readFlacFrame, readStream, type FlacFrame } from './flac-frame.ts';
import { byteAt, u24be } from '../reading.ts';
import { beforeLastTag } from '../tags.ts';

/** The most bytes that a sample of one channel takes, even if it could not be compressed. */
const MAX_BYTES = 5;
/** The most bytes that a frame takes in addition to its samples. */
const SLACK = 1024;

/** Counts a FLAC file by its frames, ignoring the declared total. */
export function walkFlac(bytes: Uint8Array, from: number): Count {
  // The first metadata block is STREAMINFO, 34 bytes long.
  const isStream = (byteAt(bytes, from + 4) & 0x7f) === 0 && u24be(bytes, from + 5) === 34;
  if (!isStream || from + 42 > bytes.length) return damaged('it does not say what is in it');
  const stream = readStream(bytes, from + 8);
  let at = from + 4;
  for (let isLast = false; !isLast && at < bytes.length;) {
    isLast = byteAt(bytes, at) >= 0x80;
    at += 4 + u24be(bytes, at + 1);
  }

  const end = beforeLastTag(bytes);
  const frame = aFrame();
  const next = aFrame();
  let samples = 0;
  while (at < end && samples < maxSamples(stream.sampleRate)) {
    if (!readFlacFrame(bytes, at, frame)) return damaged('not all of it can be read');
    if (!fits(frame, stream)) return unclear('its rate or its channels change in the middle');
    const behind = frameEnd(bytes, at, end, frame, next);
    if (behind === 'damaged') return damaged('not all of it can be read');
    // Cut off within the last frame, which is lost.
    if (behind === 'cut off') break;
    samples += frame.samples;
    at = behind;
  }
  return { format: 'flac', samples, ...stream };
}

/**
 * Finds the end of a frame, which does not declare its size: it ends where the next frame starts or the file ends,
 * and its checksum is correct. `next` receives the following header.
 */
function frameEnd(
  bytes: Uint8Array,
  at: number,
  end: number,
  frame: FlacFrame,
  next: FlacFrame,
): number | 'cut off' | 'damaged' {
  const largest = at + frame.length + frame.samples * frame.channels * MAX_BYTES + SLACK;
  let crc = 0;
  let checked = at;
  let isFollowed = false;
  for (let from = at + frame.length; ;) {
    const found = bytes.indexOf(0xff, from);
    const place = found < 0 || found > end ? end : found;
    if (place > largest) return 'damaged';
    from = place + 1;
    if (place < end && !readFlacFrame(bytes, place, next)) continue;
    crc = crc16(bytes, checked, place, crc);
    checked = place;
    if (crc === 0) return place;
    if (place === end) return isFollowed ? 'damaged' : 'cut off';
    isFollowed ||= next.number === frame.next;
  }
}
