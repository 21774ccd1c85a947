import type { SoundFileFault } from '../../src/domain/alerts/sound-file.ts';
import type { Recipe } from './recipe.ts';
import { joined, patched, type Bytes } from './surgery.ts';
import { ffmpeg, tone } from './tools.ts';

const refused = (
  expected: SoundFileFault,
  file: string,
  what: string,
  args: readonly string[],
  options: { rate?: number; channels?: number } = {},
): Recipe => ({
  file,
  what,
  expected,
  make: () => tone(`a.${file.split('.').at(-1) ?? ''}`, 1, { ...options, args }),
});
const written = (expected: SoundFileFault, file: string, what: string, make: () => Bytes): Recipe => ({
  file,
  what,
  expected,
  make,
});

const picture = ['-f', 'lavfi', '-i', 'color=c=red:s=64x64:r=5:d=1'];
const sine = ['-f', 'lavfi', '-i', 'sine=frequency=440:sample_rate=48000:duration=1'];

/** Files that are something else. */
export const otherFiles: readonly Recipe[] = [
  refused('unsupportedCodec', 'wav-adpcm-ms.wav', 'WAV, ADPCM by Microsoft', ['-c:a', 'adpcm_ms']),
  refused('unsupportedCodec', 'wav-adpcm-ima.wav', 'WAV, ADPCM by IMA', ['-c:a', 'adpcm_ima_wav']),
  refused('unsupportedCodec', 'wav-64-bits.wav', 'WAV, 64 bits, floating point', ['-c:a', 'pcm_f64le']),
  refused('unsupportedCodec', 'wav-gsm.wav', 'WAV, GSM', ['-c:a', 'libgsm_ms']),
  refused('unsupportedCodec', 'wav-mp3.wav', 'WAV with MP3 in it', ['-c:a', 'libmp3lame', '-b:a', '8k']),
  refused('unsupportedContainer', 'rf64.wav', 'RF64, the WAV for more than 4 GB', ['-rf64', 'always']),
  refused('unsupportedContainer', 'opus.webm', 'WebM with Opus', ['-c:a', 'libopus', '-b:a', '16k']),
  refused('unsupportedContainer', 'mp3.mka', 'Matroska with MP3', ['-c:a', 'libmp3lame', '-b:a', '8k']),
  refused('unsupportedContainer', 'aiff.aiff', 'AIFF', []),
  refused('unsupportedContainer', 'au.au', 'AU', []),
  refused('unsupportedContainer', 'caf.caf', 'CAF', ['-c:a', 'pcm_s16le']),
  refused('unsupportedContainer', 'wma.wma', 'WMA', ['-b:a', '32k'], { rate: 44_100 }),
  refused('unsupportedContainer', 'wavpack.wv', 'WavPack', []),
  refused('unsupportedContainer', 'ac3.ac3', 'AC-3', ['-b:a', '32k'], { rate: 32_000 }),
  refused('unsupportedContainer', 'transport-stream.mpeg', 'AAC in an MPEG transport stream', [
    '-f',
    'mpegts',
    '-c:a',
    'aac',
    '-b:a',
    '16k',
  ]),
  refused('unsupportedContainer', 'avi.avi', 'AVI with sound only', ['-c:a', 'pcm_s16le']),
  refused('unsupportedCodec', 'layer-2.mp2', 'MPEG layer II', ['-b:a', '32k'], { rate: 16_000 }),
  refused(
    'unsupportedCodec',
    'layer-2-named.mp3',
    'MPEG layer II with the name of an MP3',
    ['-f', 'mp2', '-c:a', 'mp2', '-b:a', '32k'],
    { rate: 16_000 },
  ),
  refused('unsupportedCodec', 'speex.ogg', 'Speex in Ogg', ['-c:a', 'libspeex']),
  refused('unsupportedCodec', 'alac.m4a', 'ALAC in M4A', ['-c:a', 'alac']),
  refused('unsupportedCodec', 'ac3.mp4', 'AC-3 in MP4', ['-c:a', 'ac3', '-b:a', '32k'], { rate: 32_000 }),
  refused('unsupportedCodec', 'mp3.mp4', 'MP3 in MP4', ['-c:a', 'libmp3lame', '-b:a', '32k'], {
    rate: 32_000,
  }),
  refused('unsupportedCodec', 'opus.mp4', 'Opus in MP4', ['-c:a', 'libopus', '-b:a', '16k'], {
    rate: 48_000,
  }),
  refused('unsupportedCodec', 'flac.mp4', 'FLAC in MP4', ['-c:a', 'flac', '-strict', '-2']),
  written('unsupportedContainer', 'video.mp4', 'a video with AAC', () =>
    ffmpeg('a.mp4', [...picture, ...sine], ['-c:v', 'libx264', '-c:a', 'aac', '-b:a', '32k']),
  ),
  written('unsupportedContainer', 'video.webm', 'a video with Opus', () =>
    ffmpeg(
      'a.webm',
      [...picture, ...sine],
      ['-c:v', 'libvpx', '-b:v', '20k', '-c:a', 'libopus', '-b:a', '16k'],
    ),
  ),
  written('unsupportedCodec', 'theora.ogg', 'a video in Ogg', () =>
    ffmpeg('a.ogg', [...picture, ...sine], ['-c:v', 'libtheora', '-c:a', 'libvorbis']),
  ),
  written('lengthUnclear', 'two-tracks.m4a', 'M4A with two tracks', () =>
    ffmpeg('a.m4a', [...sine, ...sine], ['-map', '0', '-map', '1', '-c:a', 'aac', '-b:a', '16k']),
  ),
  written('lengthUnclear', 'two-tracks.ogg', 'Ogg with two streams at a time', () =>
    ffmpeg('a.ogg', [...sine, ...sine], ['-map', '0', '-map', '1', '-c:a', 'libvorbis']),
  ),
  ...[
    ['wav', ['-c:a', 'pcm_s16le']],
    ['flac', []],
    ['ogg', ['-c:a', 'libvorbis']],
    ['opus', ['-c:a', 'libopus', '-b:a', '64k']],
    ['aac', ['-b:a', '64k']],
    ['m4a', ['-c:a', 'aac', '-b:a', '64k']],
  ].map(([ending, args]) =>
    refused(
      'tooManyChannels',
      `5.1.${String(ending)}`,
      `${String(ending)} with six channels`,
      args as string[],
      {
        channels: 6,
        rate: ending === 'opus' ? 48_000 : 8000,
      },
    ),
  ),
  refused('tooManyChannels', 'three-channels.wav', 'WAV with three channels', ['-c:a', 'pcm_u8'], {
    channels: 3,
  }),
  written('notASound', 'text.mp3', 'a text named .mp3', () =>
    joined('This is the sound that we want.\n'.repeat(40)),
  ),
  written('notASound', 'page.opus', 'a web page named .opus', () =>
    joined('<!doctype html><title>404</title>'),
  ),
  written('notASound', 'picture.ogg', 'a picture named .ogg', () =>
    ffmpeg('a.png', picture, ['-frames:v', '1']),
  ),
  written('notASound', 'zeros.wav', 'nothing but zeros', () => new Uint8Array(5000)),
  written('notASound', 'numbers.mp3', 'bytes without meaning', () =>
    Uint8Array.from({ length: 20_000 }, (_, index) => Math.imul(index + 1, 2_654_435_761) >>> 24),
  ),
  written('unsupportedContainer', 'midi.mid', 'MIDI', () =>
    joined('MThd', Uint8Array.from([0, 0, 0, 6, 0, 0, 0, 1, 0, 96])),
  ),
  written('unsupportedContainer', 'amr.amr', 'AMR', () => joined('#!AMR\n', new Uint8Array(200))),
  written('unsupportedContainer', 'rifx.wav', 'WAV of the other byte order', () =>
    patched(tone('a.wav', 1), 0, [...new TextEncoder().encode('RIFX')]),
  ),
];
