import { encodings, tone44 } from './encodings.ts';
import type { Recipe } from './recipe.ts';
import { flacOfNonsense, joined, patched, placeOf, type Bytes } from './surgery.ts';
import { tone } from './tools.ts';

const middle = (file: Bytes): number => Math.floor(file.length / 2);

/** Files that lost something: the rest counts if it plays. */
export const damagedFiles: readonly Recipe[] = [
  { file: 'empty.mp3', what: 'no byte', expected: 'empty', make: () => joined() },
  ...encodings.map(({ name, ending, format, usual }): Recipe => ({
    file: `${name}-cut.${ending}`,
    what: `${name}, cut off at two thirds`,
    expected: ending === 'm4a' ? 'damaged' : format,
    make: () => {
      // Vorbis starts with headers of some thousand bytes.
      const whole = tone44(ending, usual, ending === 'ogg' ? 5 : 1.5);
      return whole.slice(0, Math.floor((whole.length * 2) / 3));
    },
  })),
  ...encodings.map(({ name, ending, usual }): Recipe => ({
    file: `${name}-head-only.${ending}`,
    what: `${name}, the first 40 bytes`,
    expected: 'damaged',
    make: () => tone44(ending, usual).slice(0, 40),
  })),
  {
    file: 'm4a-index-first-cut.m4a',
    what: 'M4A with its index first, cut off at two thirds',
    expected: 'aac',
    make: () => {
      const whole = tone44('m4a', ['-b:a', '64k', '-movflags', '+faststart']);
      return whole.slice(0, Math.floor((whole.length * 2) / 3));
    },
  },
  {
    file: 'flac-wrong-bytes.flac',
    what: 'FLAC with wrong bytes in the middle',
    expected: 'damaged',
    make: () => {
      const file = tone('a.flac', 2);
      return patched(file, file.length - 4000, [1, 2, 3, 4, 5, 6, 7, 8]);
    },
  },
  {
    file: 'vorbis-wrong-bytes.ogg',
    what: 'Vorbis with wrong bytes in the middle',
    expected: 'damaged',
    make: () => {
      const file = tone44('ogg', ['-c:a', 'libvorbis']);
      return patched(file, middle(file) + 1000, [1, 2, 3, 4, 5, 6, 7, 8]);
    },
  },
  {
    file: 'mp3-hole.mp3',
    what: 'MP3 with 500 bytes of nothing between two frames',
    expected: 'mp3',
    make: () => {
      const file = tone44('mp3', ['-c:a', 'libshine', '-b:a', '64k']);
      const at = placeOf(file, '\xff\xfb', middle(file));
      return joined(file.subarray(0, at), new Uint8Array(500), file.subarray(at));
    },
  },
  {
    file: 'flac-nonsense.flac',
    what: 'FLAC whose frames are whole and hold nonsense',
    expected: 'notPlayable',
    make: () => flacOfNonsense(20),
  },
  {
    file: 'adts-nonsense.aac',
    what: 'AAC whose frames are whole and hold nonsense',
    expected: 'notPlayable',
    make: () => {
      const file = tone('a.aac', 2, { args: ['-b:a', '16k'] });
      // Everything but the seven bytes of each header.
      for (let at = 0; at < file.length;) {
        const [high = 0, middle = 0, low = 0] = file.subarray(at + 3, at + 6);
        const end = at + (((high & 3) << 11) | (middle << 3) | (low >> 5));
        file.fill(0xff, at + 7, end);
        at = end;
      }
      return file;
    },
  },
  {
    file: 'wav-no-channels.wav',
    what: 'WAV that says it has no channel',
    expected: 'damaged',
    make: () => patched(tone('a.wav', 1), 22, [0, 0]),
  },
  {
    file: 'wav-no-sound.wav',
    what: 'WAV with no sample in it',
    expected: 'damaged',
    make: () => tone('a.wav', 1).slice(0, 44),
  },
];
