import type { RefusedSound } from '../../domain/alerts/sound-file.ts';
import { AAC_BLOCK, aacChannels, aacRates } from './adts.ts';
import { damaged, unclear, unsupported } from '../counted.ts';
import { boxAt, boxes, isBox, type Box } from './mp4-boxes.ts';
import { byteAt, u16be, u32be } from '../reading.ts';

/** An AAC track as described by the MP4 file. */
export interface AacTrack {
  readonly sampleRate: number;
  readonly channels: number;
  /** Samples per block. */
  readonly block: number;
}

const names: Readonly<Record<string, string>> = {
  alac: 'ALAC',
  'ac-3': 'AC-3',
  'ec-3': 'E-AC-3',
  Opus: 'Opus',
  fLaC: 'FLAC',
  '.mp3': 'MP3',
  samr: 'AMR',
  enca: 'a copy protection',
};
const other = (name: string | undefined): RefusedSound =>
  unsupported('unsupportedCodec', `an MP4 file with ${name ?? 'an uncommon codec'} in it`);

/** The codec of a sound track: `stsd` is the box of its sample descriptions. */
export function readCodec(bytes: Uint8Array, stsd: Box): AacTrack | RefusedSound {
  if (u32be(bytes, stsd.at + 4) > 1) return unclear('it changes in the middle');
  const [entry] = boxes(bytes, { at: stsd.at + 8, end: stsd.end });
  if (!entry) return damaged('it does not say what is in it');
  if (!isBox(bytes, entry, 'mp4a'))
    return other(Object.entries(names).find(([type]) => isBox(bytes, entry, type))?.[1]);
  // QuickTime's sample descriptions are longer, and wrap the following boxes.
  const version = u16be(bytes, entry.at + 8);
  const inside = { ...entry, at: entry.at + 28 + (version === 1 ? 16 : version === 2 ? 36 : 0) };
  const esds = boxAt(bytes, inside, 'esds') ?? boxAt(bytes, inside, 'wave', 'esds');
  return esds ? readDescriptor(bytes, esds) : damaged('it does not say what is in it');
}

/** Parses the elementary stream descriptor (ISO 14496-1, 7.2.6.5): nested descriptors. */
function readDescriptor(bytes: Uint8Array, esds: Box): AacTrack | RefusedSound {
  let at = esds.at + 4;
  const open = (tag: number): boolean => {
    if (at >= esds.end || byteAt(bytes, at) !== tag) return false;
    at += 1;
    // Its size, in up to four bytes.
    for (let index = 0; index < 4; index += 1) {
      at += 1;
      if (byteAt(bytes, at - 1) < 0x80) break;
    }
    return true;
  };
  if (!open(3)) return damaged('it does not say what is in it');
  const flags = byteAt(bytes, at + 2);
  at += 3 + (flags & 0x80 ? 2 : 0);
  if (flags & 0x40) at += 1 + byteAt(bytes, at);
  if (flags & 0x20) at += 2;
  if (!open(4)) return damaged('it does not say what is in it');
  const type = byteAt(bytes, at);
  if (type === 0x69 || type === 0x6b) return other('MP3');
  if (type !== 0x40 && type !== 0x67) return other(undefined);
  at += 13;
  if (!open(5)) return damaged('it does not say what is in it');
  return readAac(bytes, at);
}

/** Parses the AAC configuration (ISO 14496-3, 1.6.2.1). */
function readAac(bytes: Uint8Array, from: number): AacTrack | RefusedSound {
  let bit = from * 8;
  const bits = (width: number): number => {
    let value = 0;
    for (let index = 0; index < width; index += 1, bit += 1)
      value = value * 2 + ((byteAt(bytes, Math.floor(bit / 8)) >> (7 - (bit % 8))) & 1);
    return value;
  };
  const kind = (): number => {
    const first = bits(5);
    return first === 31 ? 32 + bits(6) : first;
  };
  const rate = (): number => {
    const number = bits(4);
    return number === 15 ? bits(24) : (aacRates[number] ?? 0);
  };
  let object = kind();
  // The core sample rate, even with spectral band replication: blocks are counted at this rate.
  const sampleRate = rate();
  let channels = aacChannels[bits(4)] ?? 0;
  if (channels === 0) return unsupported('unsupportedCodec', 'AAC with an uncommon set of channels');
  if (object === 5 || object === 29) {
    // Parametric stereo turns one channel into two.
    if (object === 29) channels = 2;
    rate();
    object = kind();
  }
  if (object !== 2) return unsupported('unsupportedCodec', 'an uncommon profile of AAC');
  return { sampleRate, channels, block: bits(1) === 1 ? 960 : AAC_BLOCK };
}
