import { damaged, enough, unclear, type Count } from '../counted.ts';
import { aFrame, crc16, fits, readFlacFrame, readStream, type FlacFrame } from './flac-frame.ts';
import { byteAt, u24be } from '../reading.ts';
import { beforeLastTag } from '../tags.ts';

/** A sample of a channel takes no more bytes than this, even where it could not be made smaller. */
const MAX_BYTES = 5;
/** What a frame has besides its samples, bytes at most. */
const SLACK = 1024;

/** Counts a FLAC file by its frames; the total that it claims is not looked at. */
export function walkFlac(bytes: Uint8Array, from: number): Count {
  // The first block of metadata is about the stream and has 34 bytes.
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
  while (at < end && samples < enough(stream.sampleRate)) {
    if (!readFlacFrame(bytes, at, frame)) return damaged('not all of it can be read');
    if (!fits(frame, stream)) return unclear('its rate or its channels change in the middle');
    const behind = frameEnd(bytes, at, end, frame, next);
    if (behind === 'damaged') return damaged('not all of it can be read');
    // Within the last frame, which is lost.
    if (behind === 'cut off') break;
    samples += frame.samples;
    at = behind;
  }
  return { format: 'flac', samples, ...stream };
}

/**
 * A frame does not say how large it is: it ends where another one begins, or the file ends, and its checksum is right.
 * `next` is where the header behind it is read into.
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
