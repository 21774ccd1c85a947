import type { SoundFormat } from '../../domain/configuration/effective-configuration.ts';
import type { RefusedSound } from '../../domain/alerts/sound-file.ts';
import { damaged, unclear, unsupported } from '../counted.ts';
import { aFrame, fits, readFlacFrame, readStream } from './flac-frame.ts';
import { opusSamples } from './opus.ts';
import { byteAt, hasText, u16le, u32le } from '../reading.ts';
import { readVorbisModes, vorbisBlock, type VorbisModes } from './vorbis.ts';

/** Counts the packets of one stream in an Ogg file. */
export interface OggCodec {
  readonly format: SoundFormat;
  readonly sampleRate: number;
  readonly channels: number;
  /** Samples at the start of the stream that are not played. */
  readonly skip: number;
  /** The most samples that the last packet may be trimmed by. */
  readonly mostCut: number;
  /** Whether the next packet is still a header. */
  readonly isHeader: boolean;
  /**
   * Processes a packet after the first, given its offset, its size, and its last 400 bytes if it `isHeader`. At least
   * its first 255 bytes, or all of it, are contiguous. Returns its number of samples.
   */
  packet(at: number, size: number, tail: Uint8Array): number | RefusedSound;
}

/** The codec that the first packet of a stream declares. */
export function codecOf(bytes: Uint8Array, at: number, size: number): OggCodec | RefusedSound {
  if (hasText(bytes, at, 'OpusHead') && size >= 19) return opus(bytes, at);
  if (hasText(bytes, at, '\x01vorbis') && size >= 30) return vorbis(bytes, at);
  if (hasText(bytes, at, '\x7fFLAC') && size >= 51) return flac(bytes, at);
  const names = { 'Speex   ': 'Speex', '\x80theora': 'a video', fishead: 'several streams', BBCD: 'a video' };
  const name = Object.entries(names).find(([mark]) => hasText(bytes, at, mark))?.[1];
  return unsupported('unsupportedCodec', `an Ogg file with ${name ?? 'an uncommon codec'} in it`);
}

function opus(bytes: Uint8Array, head: number): OggCodec {
  let headers = 1;
  return {
    format: 'opus',
    sampleRate: 48_000,
    channels: byteAt(bytes, head + 9),
    skip: u16le(bytes, head + 10),
    mostCut: 5760,
    get isHeader() {
      return headers > 0;
    },
    packet(at, size) {
      if (headers > 0) headers -= 1;
      // An empty packet stands for a lost one.
      else if (size > 0) return opusSamples(bytes, at) ?? damaged('not all of it can be read');
      return 0;
    },
  };
}

function vorbis(bytes: Uint8Array, head: number): OggCodec | RefusedSound {
  const short = 1 << (byteAt(bytes, head + 28) & 15);
  const long = 1 << (byteAt(bytes, head + 28) >> 4);
  if (short < 64 || long < short || long > 8192) return damaged('its sizes contradict each other');
  let headers = 2;
  let modes: VorbisModes | null = null;
  let before = 0;
  return {
    format: 'ogg',
    sampleRate: u32le(bytes, head + 12),
    channels: byteAt(bytes, head + 11),
    skip: 0,
    mostCut: long,
    get isHeader() {
      return headers > 0;
    },
    packet(at, size, tail) {
      if (headers > 0) {
        headers -= 1;
        if (headers === 0) modes = readVorbisModes(tail);
        return headers === 0 && !modes ? damaged('not all of it can be read') : 0;
      }
      const block = modes && size > 0 ? vorbisBlock(byteAt(bytes, at), modes, short, long) : 0;
      if (block === null) return damaged('not all of it can be read');
      if (block === 0) return 0;
      // Blocks overlap by half: each contributes a quarter of itself and a quarter of the previous one.
      const samples = before === 0 ? 0 : (before + block) / 4;
      before = block;
      return samples;
    },
  };
}

function flac(bytes: Uint8Array, head: number): OggCodec {
  const stream = readStream(bytes, head + 17);
  const frame = aFrame();
  let isHeader = true;
  return {
    format: 'ogg',
    ...stream,
    skip: 0,
    mostCut: 0,
    get isHeader() {
      return isHeader;
    },
    packet(at, size) {
      isHeader &&= byteAt(bytes, at) !== 0xff;
      if (isHeader || size === 0) return 0;
      if (!readFlacFrame(bytes, at, frame)) return damaged('not all of it can be read');
      return fits(frame, stream) ? frame.samples : unclear('its rate or its channels change in the middle');
    },
  };
}
