import type { RefusedSound } from '../domain/alerts/sound-file.ts';
import { damaged, maxSamples, unclear } from './counted.ts';
import { afterTags, beginsTag } from './tags.ts';

/** A frame of a raw stream, as described by its header. */
export interface Frame {
  /** In bytes, including its header. */
  readonly length: number;
  readonly samples: number;
  readonly sampleRate: number;
  readonly channels: number;
}

/** Parses the header at an offset; `null` if no frame starts there. */
export type ReadFrame = (bytes: Uint8Array, at: number) => Frame | null;

/** The most bytes skipped in total that are neither frame nor tag. */
const MAX_JUNK = 65_536;

/** Whether a frame starts here and is followed by another of its kind, or the end of the file. */
export function beginsStream(bytes: Uint8Array, at: number, read: ReadFrame): boolean {
  const frame = read(bytes, at);
  if (!frame) return false;
  const end = at + frame.length;
  if (end >= bytes.length) return true;
  const next = read(bytes, end);
  return next ? isSame(frame, next) : beginsTag(bytes, end);
}

const isSame = (one: Frame, other: Frame): boolean =>
  one.sampleRate === other.sampleRate && one.channels === other.channels && one.samples === other.samples;

/** Counts the complete frames from an offset on; one cut off at the end does not count. */
export function countFrames(
  bytes: Uint8Array,
  from: number,
  read: ReadFrame,
): { frames: number; samples: number } | RefusedSound {
  const first = read(bytes, from);
  let junk = 0;
  let frames = 0;
  let samples = 0;
  for (let at = from; first && at < bytes.length;) {
    const frame = read(bytes, at);
    if (frame) {
      if (!isSame(first, frame)) {
        if (beginsStream(bytes, at, read)) return unclear('its rate or its channels change in the middle');
      } else {
        at += frame.length;
        if (at > bytes.length) break;
        frames += 1;
        samples += frame.samples;
        if (samples >= maxSamples(first.sampleRate)) break;
        continue;
      }
    }
    const behind = afterTags(bytes, at);
    if (behind !== at) {
      at = behind;
      continue;
    }
    do {
      at += 1;
      junk += 1;
    } while (at < bytes.length && junk <= MAX_JUNK && !beginsStream(bytes, at, read));
    if (junk > MAX_JUNK) return damaged('between its frames there is too much that is not sound');
  }
  return { frames, samples };
}
