import type { RefusedSound } from '../../domain/alerts/sound-file.ts';
import type { Seconds } from '../../domain/time.ts';
import { damaged, maxSamples, unclear, unsupported, type Count } from '../counted.ts';
import { boxAt, boxes, entriesIn, findBox, isBox, type Box } from './mp4-boxes.ts';
import { readCodec, type AacTrack } from './mp4-codec.ts';
import { countInFragments, countInTables } from './mp4-samples.ts';
import { byteAt, hasText, u32be, u64be } from '../reading.ts';

/** The most padding that an encoder adds to AAC at the start and the end, in blocks. An edit list hides it. */
const MAX_HIDDEN_BLOCKS = 5;
/** Initial silence up to this length is ignored. */
const MAX_IGNORED_SILENCE: Seconds = 0.1;

/** Counts AAC in an MP4 file, by the blocks that are present. */
export function walkMp4(bytes: Uint8Array): Count {
  const moov = findBox(bytes, 'moov', { start: 0, at: 0, end: bytes.length });
  if (!moov) return damaged('its index is missing; it may have been cut off');
  let track: Box | null = null;
  for (const box of boxes(bytes, moov)) {
    if (!isBox(bytes, box, 'trak')) continue;
    const handler = boxAt(bytes, box, 'mdia', 'hdlr');
    if (handler && hasText(bytes, handler.at + 8, 'vide'))
      return unsupported('unsupportedContainer', 'a video');
    if (!handler || !hasText(bytes, handler.at + 8, 'soun')) continue;
    if (track) return unclear('several tracks are in it');
    track = box;
  }
  const stbl = track && boxAt(bytes, track, 'mdia', 'minf', 'stbl');
  const stsd = stbl && findBox(bytes, 'stsd', stbl);
  if (!track || !stsd) return damaged('there is no sound in it');
  const codec = readCodec(bytes, stsd);
  if ('fault' in codec) return codec;

  const { sampleRate, channels, block } = codec;
  const most = Math.ceil(maxSamples(sampleRate) / block);
  const indexed = countInTables(bytes, stbl, most);
  const blocks = indexed + countInFragments(bytes, moov, most - indexed);
  const hidden = hiddenBy(bytes, moov, track, codec, blocks);
  if (typeof hidden !== 'number') return hidden;
  return { format: 'aac', samples: blocks * block - hidden, sampleRate, channels };
}

/** The number of samples that an edit list hides. */
function hiddenBy(
  bytes: Uint8Array,
  moov: Box,
  track: Box,
  { sampleRate, block }: AacTrack,
  blocks: number,
): number | RefusedSound {
  const elst = boxAt(bytes, track, 'edts', 'elst');
  const time = boxAt(bytes, moov, 'mvhd');
  const media = boxAt(bytes, track, 'mdia', 'mdhd');
  if (!elst || !time || !media) return 0;
  const isWide = byteAt(bytes, elst.at) === 1;
  const width = isWide ? 20 : 12;
  const perSecond = timescale(bytes, time);
  let shown: { start: Seconds; length: Seconds } | null = null;
  for (let index = 0; index < entriesIn(elst, u32be(bytes, elst.at + 4), 8, width); index += 1) {
    const at = elst.at + 8 + index * width;
    const length = (isWide ? u64be(bytes, at) : u32be(bytes, at)) / perSecond;
    const place = isWide ? at + 8 : at + 4;
    // -1: an empty edit (silence).
    if (u32be(bytes, place) === 0xffffffff) {
      if (length > MAX_IGNORED_SILENCE) return unclear('it begins with a gap');
      continue;
    }
    if (shown) return unclear('an edit list takes it apart');
    const start = (isWide ? u64be(bytes, place) : u32be(bytes, place)) / timescale(bytes, media);
    shown = { start, length };
  }
  if (!shown) return 0;
  const total = blocks * block;
  const start = shown.start * sampleRate;
  // 0: to the end.
  const length = shown.length > 0 ? shown.length * sampleRate : Number.POSITIVE_INFINITY;
  const hidden = total - Math.max(0, Math.min(length, total - start));
  return hidden > MAX_HIDDEN_BLOCKS * block ? unclear('an edit list hides a part of it') : Math.round(hidden);
}

/** The time units per second that a header declares. */
function timescale(bytes: Uint8Array, header: Box): number {
  return u32be(bytes, header.at + (byteAt(bytes, header.at) === 1 ? 20 : 12)) || 1;
}
