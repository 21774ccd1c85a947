import { chained } from './honest.ts';
import type { Recipe } from './recipe.ts';
import {
  boxField,
  flacOfSilence,
  flacTotal,
  lastGranule,
  opusOfNothing,
  wavSize,
  xingFrames,
  type Bytes,
} from './surgery.ts';
import { tone } from './tools.ts';

const opus = (seconds: number) => tone('a.opus', seconds, { args: ['-c:a', 'libopus', '-b:a', '6k'] });
const vorbis = (seconds: number) => tone('a.ogg', seconds, { args: ['-c:a', 'libvorbis', '-q:a', '0'] });
const mp3 = (seconds: number, ...args: string[]) => tone('a.mp3', seconds, { args: ['-b:a', '8k', ...args] });
const m4a = (seconds: number) => tone('a.m4a', seconds, { args: ['-c:a', 'aac', '-b:a', '12k'] });

/** A short and a long file with the same false header. */
const shortAndLong = (
  file: string,
  what: string,
  format: Recipe['expected'],
  make: (seconds: number) => Bytes,
): Recipe[] => {
  const [name = '', ending = ''] = file.split(/\.(?=\w+$)/);
  return [2, 45].map((seconds) => ({
    file: `${name}-${seconds}s.${ending}`,
    what: `${what}; it has ${seconds} s`,
    expected: seconds === 2 ? format : 'tooLong',
    make: () => make(seconds),
  }));
};

/** Files whose headers contradict their content. */
export const lyingFiles: readonly Recipe[] = [
  ...shortAndLong('mp3-xing-says-10s.mp3', 'MP3 whose Xing header says 10 s', 'mp3', (s) =>
    xingFrames(mp3(s), 139),
  ),
  ...shortAndLong('mp3-no-xing.mp3', 'MP3 without a Xing header', 'mp3', (s) => mp3(s, '-write_xing', '0')),
  ...shortAndLong('flac-total-0.flac', 'FLAC of unknown length', 'flac', (s) =>
    flacTotal(tone('a.flac', s), 0),
  ),
  ...shortAndLong('flac-total-10s.flac', 'FLAC that says 10 s', 'flac', (s) =>
    flacTotal(tone('a.flac', s), 80_000),
  ),
  ...shortAndLong('wav-size-0.wav', 'WAV that says its size is 0', 'wav', (s) =>
    wavSize(tone('a.wav', s, { args: ['-c:a', 'pcm_u8'] }), 0),
  ),
  ...shortAndLong('wav-size-unknown.wav', 'WAV that says its size is FFFFFFFF', 'wav', (s) =>
    wavSize(tone('a.wav', s, { args: ['-c:a', 'pcm_u8'] }), 0xffffffff),
  ),
  ...shortAndLong('opus-granule-10s.opus', 'Opus whose last page says 10 s', 'opus', (s) =>
    lastGranule(opus(s), 480_312),
  ),
  ...shortAndLong('vorbis-granule-10s.ogg', 'Vorbis whose last page says 10 s', 'ogg', (s) =>
    lastGranule(vorbis(s), 80_000),
  ),
  ...shortAndLong('m4a-header-10s.m4a', 'M4A whose headers say 10 s', 'aac', (s) =>
    boxField(boxField(m4a(s), 'mvhd', 16, 10_000), 'mdhd', 16, 80_000),
  ),
  {
    file: 'm4a-edit-list-5s-of-45s.m4a',
    what: 'M4A of 45 s whose edit list shows 5 s',
    expected: 'lengthUnclear',
    make: () => boxField(m4a(45), 'elst', 8, 5000),
  },
  {
    file: 'm4a-times-10s-45s.m4a',
    what: 'M4A of 45 s whose table of times says that each frame lasts a fifth of one',
    expected: 'tooLong',
    make: () => boxField(m4a(45), 'stts', 12, 205),
  },
  {
    file: 'adts-8000-30.05s.aac',
    what: 'AAC (ADTS) of 30.05 s at 8,000: with what the encoder added, and a bare stream cannot say, 30.2 s',
    expected: 'tooLong',
    make: () => tone('a.aac', 30.05, { args: ['-b:a', '12k'] }),
  },
  {
    file: 'vorbis-chained-45s.ogg',
    what: 'Vorbis of 15 s, and one of 30 s behind it',
    expected: 'tooLong',
    make: () => chained('ogg', 'libvorbis', 15, 30),
  },
  {
    file: 'opus-chained-45s.opus',
    what: 'Opus of 15 s, and one of 30 s behind it',
    expected: 'tooLong',
    make: () => chained('opus', 'libopus', 15, 30),
  },
  {
    file: 'bomb-flac-10min.flac',
    what: 'ten minutes of silence in 9 kB of FLAC',
    expected: 'tooLong',
    make: () => flacTotal(flacOfSilence(600), 44_100),
  },
  {
    file: 'bomb-opus-10min.opus',
    what: 'ten minutes of nothing in 15 kB of Opus',
    expected: 'tooLong',
    make: () => opusOfNothing(600),
  },
];
