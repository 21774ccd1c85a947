import type { SoundFormat } from '../../src/domain/configuration/effective-configuration.ts';
import type { Bytes } from './surgery.ts';
import { tone } from './tools.ts';

/** Each container and codec that a custom sound may have, with the arguments for a small file. */
export interface Encoding {
  readonly name: string;
  readonly ending: string;
  readonly format: SoundFormat;
  /** Small: a low rate. */
  readonly args: readonly string[];
  /** The sample rate of the small files. */
  readonly rate: number;
  /** Arguments for typical files. */
  readonly usual: readonly string[];
}

export const encodings: readonly Encoding[] = [
  ...(['aac', 'm4a'] as const).map((ending): Encoding => ({
    name: ending === 'aac' ? 'adts' : 'm4a',
    ending,
    format: 'aac',
    args: ['-c:a', 'aac', '-b:a', '16k'],
    // A bare stream does not state the encoder's padding: at a low rate that exceeds the tolerance.
    rate: ending === 'aac' ? 44_100 : 8000,
    usual: ['-c:a', 'aac', '-b:a', '96k'],
  })),
  { name: 'flac', ending: 'flac', format: 'flac', rate: 8000, args: [], usual: [] },
  { name: 'mp3', ending: 'mp3', format: 'mp3', rate: 8000, args: ['-b:a', '8k'], usual: ['-q:a', '4'] },
  {
    name: 'vorbis',
    ending: 'ogg',
    format: 'ogg',
    rate: 8000,
    args: ['-c:a', 'libvorbis', '-q:a', '0'],
    usual: ['-c:a', 'libvorbis', '-q:a', '4'],
  },
  {
    name: 'opus',
    ending: 'opus',
    format: 'opus',
    rate: 8000,
    args: ['-c:a', 'libopus', '-b:a', '8k'],
    usual: ['-c:a', 'libopus', '-b:a', '64k'],
  },
  {
    name: 'wav',
    ending: 'wav',
    format: 'wav',
    rate: 8000,
    args: ['-c:a', 'pcm_u8'],
    usual: ['-c:a', 'pcm_s16le'],
  },
];

/** A second and a half in stereo, at the codec's usual rate. */
export function tone44(ending: string, args: readonly string[], seconds = 1.5): Bytes {
  return tone(`a.${ending}`, seconds, { rate: ending === 'opus' ? 48_000 : 44_100, channels: 2, args });
}
