import { damaged, enough, unclear, type Count } from './counted.ts';
import { aFrame, crc16, fits, readFlacFrame, readStream } from './flac-frame.ts';
import { byteAt, u24be } from './reading.ts';
import { beforeLastTag } from './tags.ts';

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
  const other = aFrame();
  let samples = 0;
  while (at < end) {
    if (!readFlacFrame(bytes, at, frame)) return damaged('not all of it can be read');
    if (!fits(frame, stream)) return unclear('its rate or its channels change in the middle');
    // A frame does not say how large it is: it ends where another begins and its checksum is right.
    let isFollowed = false;
    let checked = at;
    let crc = 0;
    for (let from = at + frame.length; ;) {
      const found = bytes.indexOf(0xff, from);
      const next = found < 0 || found > end ? end : found;
      from = next + 1;
      if (next < end && !readFlacFrame(bytes, next, other)) continue;
      crc = crc16(bytes, checked, next, crc);
      checked = next;
      if (crc === 0) break;
      if (next < end) {
        isFollowed ||= other.number === frame.next;
        continue;
      }
      // Cut off within the last frame, which is lost.
      return isFollowed ? damaged('not all of it can be read') : { format: 'flac', samples, ...stream };
    }
    samples += frame.samples;
    if (samples >= enough(stream.sampleRate)) break;
    at = checked;
  }
  return { format: 'flac', samples, ...stream };
}
