import type { SoundFormat } from '../../src/domain/configuration/effective-configuration.ts';
import { tone44 } from './encodings.ts';
import type { Recipe } from './recipe.ts';
import { joined, little, reserial } from './surgery.ts';
import { ffmpeg, sox, tone } from './tools.ts';

const wav = (codec: string, what: string, rate = 8000): Recipe => ({
  file: `wav-${codec}.wav`,
  what: `WAV, ${what}`,
  expected: 'wav',
  make: () => tone('a.wav', 1, { rate, args: ['-c:a', codec] }),
});

const variant = (
  format: SoundFormat,
  file: string,
  what: string,
  args: readonly string[],
  options: { rate?: number; channels?: number; seconds?: number } = {},
): Recipe => ({
  file,
  what,
  expected: format,
  make: () => tone(`a.${file.split('.').at(-1) ?? ''}`, options.seconds ?? 1, { ...options, args }),
});

const id3v1 = joined('TAG', new Uint8Array(125));
const picture = joined('ID3', Uint8Array.from([4, 0, 0, 0, 0, 0x60, 0]), new Uint8Array(0x3000).fill(0xff));
const ape = joined(
  'APETAGEX',
  Uint8Array.from([...little(2000, 4), ...little(32, 4), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
);

/** Files as encoders make them, in the variants that browsers play. */
export const honestFiles: readonly Recipe[] = [
  wav('pcm_s16le', '16 bits'),
  wav('pcm_s24le', '24 bits, by the extensible header'),
  wav('pcm_s32le', '32 bits', 48_000),
  wav('pcm_f32le', '32 bits, floating point'),
  wav('pcm_mulaw', 'µ-law, as telephones have it'),
  wav('pcm_alaw', 'A-law, as telephones have it'),
  {
    file: 'wav-sox-extensible.wav',
    what: 'WAV by sox, 24 bits, stereo',
    expected: 'wav',
    make: () => sox('a.wav', ['-r', '16000', '-b', '24', '-c', '2'], ['synth', '1', 'sine', '440']),
  },
  {
    file: 'wav-with-list.wav',
    what: 'WAV with a chunk of odd length before the sound and one after it',
    expected: 'wav',
    make: () => {
      const plain = tone('a.wav', 1);
      const list = joined('LIST', Uint8Array.from([5, 0, 0, 0, 73, 78, 70, 79, 33, 0]));
      return joined(plain.subarray(0, 36), list, plain.subarray(36), list);
    },
  },
  variant(
    'flac',
    'flac-24-bits.flac',
    'FLAC, 24 bits at 48,000',
    ['-sample_fmt', 's32', '-bits_per_raw_sample', '24'],
    {
      rate: 48_000,
    },
  ),
  variant('flac', 'flac-96k.flac', 'FLAC at 96,000', [], { rate: 96_000, seconds: 0.5 }),
  {
    file: 'flac-by-sox.flac',
    what: 'FLAC by sox, stereo',
    expected: 'flac',
    make: () =>
      sox(
        'a.flac',
        ['-r', '22050', '-b', '16', '-c', '2'],
        ['synth', '1', 'sine', '440', 'pinknoise', 'gain', '-9'],
      ),
  },
  {
    file: 'flac-behind-id3.flac',
    what: 'FLAC behind an ID3 tag',
    expected: 'flac',
    make: () => joined(picture, tone('a.flac', 1)),
  },
  {
    file: 'flac-in-ogg.ogg',
    what: 'FLAC in Ogg',
    expected: 'ogg',
    make: () => tone('a.ogg', 1, { args: ['-c:a', 'flac'] }),
  },
  variant('mp3', 'mp3-22050.mp3', 'MP3 at 22,050 (MPEG 2)', ['-b:a', '32k'], { rate: 22_050 }),
  variant('mp3', 'mp3-8000.mp3', 'MP3 at 8,000 (MPEG 2.5)', ['-b:a', '8k']),
  variant('mp3', 'mp3-cbr-48k.mp3', 'MP3, constant rate, joint stereo at 48,000', ['-b:a', '64k'], {
    rate: 48_000,
    channels: 2,
  }),
  {
    file: 'mp3-without-xing.mp3',
    what: 'MP3, variable rate, no Xing header',
    expected: 'mp3',
    make: () => tone44('mp3', ['-q:a', '6', '-write_xing', '0']),
  },
  {
    file: 'mp3-by-shine.mp3',
    what: 'MP3 by another encoder',
    expected: 'mp3',
    make: () => tone44('mp3', ['-c:a', 'libshine', '-b:a', '64k']),
  },
  {
    file: 'mp3-with-tags.mp3',
    what: 'MP3 with an ID3 tag full of what looks like frames before it, APE and ID3 tags behind it',
    expected: 'mp3',
    make: () => joined(picture, tone('a.mp3', 1, { args: ['-b:a', '8k'] }), ape, id3v1),
  },
  {
    file: 'mp3-named.wav',
    what: 'MP3 with the name of a WAV',
    expected: 'mp3',
    make: () => tone('a.mp3', 1, { args: ['-b:a', '8k'] }),
  },
  {
    file: 'mp3-twice.mp3',
    what: 'two MP3 files in one, a Xing header in the middle',
    expected: 'mp3',
    make: () => {
      const one = tone('a.mp3', 1, { args: ['-b:a', '8k'] });
      return joined(one, one);
    },
  },
  {
    file: 'adts-behind-id3.aac',
    what: 'AAC (ADTS) behind an ID3 tag',
    expected: 'aac',
    make: () => joined(picture, tone('a.aac', 1, { args: ['-b:a', '16k'] })),
  },
  {
    file: 'm4a-index-first.m4a',
    what: 'M4A with its index before the sound',
    expected: 'aac',
    make: () => tone44('m4a', ['-b:a', '64k', '-movflags', '+faststart']),
  },
  {
    file: 'm4a-fragments.m4a',
    what: 'M4A in fragments',
    expected: 'aac',
    make: () =>
      tone44('mp4', ['-b:a', '64k', '-movflags', '+frag_keyframe+empty_moov', '-frag_duration', '300000']),
  },
  {
    file: 'm4a-quicktime.mov',
    what: 'AAC in a QuickTime file',
    expected: 'aac',
    make: () => tone44('mov', ['-c:a', 'aac', '-b:a', '64k']),
  },
  variant('opus', 'opus-60ms.opus', 'Opus, frames of 60 ms', [
    '-c:a',
    'libopus',
    '-b:a',
    '12k',
    '-frame_duration',
    '60',
  ]),
  variant(
    'opus',
    'opus-2.5ms.opus',
    'Opus, frames of 2.5 ms',
    ['-c:a', 'libopus', '-b:a', '64k', '-frame_duration', '2.5', '-application', 'lowdelay'],
    { rate: 48_000, channels: 2 },
  ),
  {
    file: 'opus-dtx.opus',
    what: 'Opus that says next to nothing in silence',
    expected: 'opus',
    make: () =>
      ffmpeg(
        'a.opus',
        ['-f', 'lavfi', '-i', 'anullsrc=r=48000:cl=mono:d=5'],
        ['-c:a', 'libopus', '-b:a', '8k', '-dtx', '1'],
      ),
  },
  variant('ogg', 'vorbis-48k.ogg', 'Vorbis at 48,000', ['-c:a', 'libvorbis', '-q:a', '2'], {
    rate: 48_000,
    channels: 2,
  }),
  {
    file: 'vorbis-noise.ogg',
    what: 'Vorbis with long and short blocks',
    expected: 'ogg',
    make: () =>
      ffmpeg(
        'a.ogg',
        ['-f', 'lavfi', '-i', 'aevalsrc=random(0)*lt(mod(t\\,0.3)\\,0.02):s=22050:d=1.5'],
        ['-c:a', 'libvorbis', '-q:a', '1'],
      ),
  },
  {
    file: 'vorbis-chained.ogg',
    what: 'two Vorbis streams one after the other, 1 s and 2 s',
    expected: 'ogg',
    make: () => chained('ogg', 'libvorbis', 1, 2),
  },
  {
    file: 'opus-chained.opus',
    what: 'two Opus streams one after the other, 1 s and 2 s',
    expected: 'opus',
    make: () => chained('opus', 'libopus', 1, 2),
  },
];

/** Streams of the same kind, one after the other in one Ogg file. */
export function chained(ending: string, codec: string, ...seconds: readonly number[]) {
  const small = codec === 'libopus' ? ['-b:a', '8k'] : [];
  const parts = seconds.map((length, index) =>
    reserial(tone(`a.${ending}`, length, { args: ['-c:a', codec, ...small] }), index + 1),
  );
  return joined(...parts);
}
