import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  big,
  concatenated,
  crc16,
  crc8,
  flacOfSilence,
  opusOfNothing,
  type Bytes,
} from '../../scripts/sound-fixtures/surgery.ts';
import { soundFormatSchema } from '../../src/domain/configuration/effective-configuration.ts';
import {
  MAX_SOUND_FILE_SIZE,
  soundFileFaultSchema,
  type WalkVerdict,
} from '../../src/domain/alerts/sound-file.ts';
import { walkSound } from '../../src/sound-check/check-sound.ts';
import { isFormat, knownFiles, readSound } from './files.ts';

/** CPU time of this thread, so that other load on the machine does not count. */
const MAX_WORK = 200;

function worked(file: Uint8Array): { verdict: WalkVerdict; milliseconds: number } {
  const before = process.threadCpuUsage();
  const verdict = walkSound(file);
  const { user, system } = process.threadCpuUsage(before);
  return { verdict, milliseconds: (user + system) / 1000 };
}

const faultOf = (verdict: WalkVerdict): string => (verdict.ok ? verdict.format : verdict.fault);

/** A file of this size: a header, followed by repeated bytes. */
function filled(size: number, beginning: Uint8Array, part: readonly number[]): Bytes {
  const file = new Uint8Array(size);
  file.set(beginning);
  const start = beginning.length;
  file.set(part, start);
  for (let done = part.length; start + done < size; done *= 2)
    file.copyWithin(start + done, start, start + done);
  return file;
}

/** Incompressible FLAC: about 12 MB of noise. */
function largeFlac(): Bytes {
  const noise = Array.from({ length: 8193 }, (_, index) =>
    index === 0 ? 2 : Math.imul(index, 2_654_435_761) >>> 24,
  );
  const frames = Array.from({ length: 760 }, (_, number) => {
    const high = [0xc0 | (number >> 6), 0x80 | (number & 63)];
    const head = [0xff, 0xf8, 0xc9, 0x18, ...(number < 128 ? [number] : high)];
    const body = [...head, crc8(head), ...noise, ...noise];
    return Uint8Array.from([...body, ...big(crc16(body), 2)]);
  });
  return concatenated([flacOfSilence(0), ...frames]);
}

describe('a file crafted to be expensive', () => {
  const latin = (text: string) => new TextEncoder().encode(text);
  const wav = readSound('wav-pcm_s16le.wav');
  const header = [0xff, 0xf8, 0xc9, 0x18, 0];
  const small = 2 * 1024 * 1024;
  const bombs: Record<string, () => Bytes> = {
    'a day of silent FLAC': () => flacOfSilence(86_400),
    'two megabytes of Opus that says nothing, a day': () => opusOfNothing(80_000).slice(0, small),
    'twelve megabytes of FLAC that is noise': largeFlac,
    'headers of FLAC without their frames': () =>
      filled(MAX_SOUND_FILE_SIZE, flacOfSilence(1), [...header, crc8(header)]),
    'beginnings of headers of FLAC': () => filled(MAX_SOUND_FILE_SIZE, flacOfSilence(1), [0xff, 0xf8]),
    'one frame of FLAC without an end': () =>
      filled(MAX_SOUND_FILE_SIZE, flacOfSilence(1).slice(0, 60), [0x55]),
    'empty chunks of WAV': () => filled(MAX_SOUND_FILE_SIZE, wav.slice(0, 36), [76, 73, 83, 84, 0, 0, 0, 0]),
    'empty chunks of sound in WAV': () =>
      filled(MAX_SOUND_FILE_SIZE, wav.slice(0, 36), [...latin('data'), 1, 0, 0, 0, 0, 0]),
    'empty boxes of MP4': () => filled(small, latin('\0\0\0\x08ftyp'), [0, 0, 0, 8, 102, 114, 101, 101]),
    'empty tracks of MP4': () =>
      filled(small, latin('\0\0\0\x08ftyp\0\x1f\xff\xf0moov'), [0, 0, 0, 8, ...latin('trak')]),
    'empty tags': () =>
      filled(MAX_SOUND_FILE_SIZE, new Uint8Array(0), [...latin('ID3'), 4, 0, 0, 0, 0, 0, 0]),
    'nothing but zeros': () => new Uint8Array(MAX_SOUND_FILE_SIZE),
    'headers of MP3 that nothing follows': () => {
      const file = filled(small, readSound('mp3-8000.mp3'), [0x20]);
      for (let at = 10_000; at < 75_000; at += 4) file.set([0xff, 0xfb, 0xe0, 0x00], at);
      return file.fill(0, 77_000);
    },
    'headers of ADTS without data': () =>
      filled(small, new Uint8Array(0), [0xff, 0xf1, 0x6c, 0x40, 0, 0xff, 0xfc]),
  };
  for (const [what, make] of Object.entries(bombs))
    it(`is refused at once: ${what}`, () => {
      const file = make();
      const { verdict, milliseconds } = worked(file);
      assert.ok(!verdict.ok);
      assert.ok(milliseconds <= MAX_WORK, `${milliseconds} ms`);
    });

  it('needs no memory in proportion to its size', () => {
    const file = largeFlac();
    assert.ok(file.length > 0.98 * MAX_SOUND_FILE_SIZE);
    walkSound(readSound('flac-usual.flac'));
    const before = process.memoryUsage();
    const verdict = walkSound(file);
    const after = process.memoryUsage();
    assert.equal(faultOf(verdict), 'tooLong');
    assert.equal(after.arrayBuffers, before.arrayBuffers);
    const more = after.heapUsed - before.heapUsed;
    assert.ok(more < 4 * 1024 * 1024, `${more} bytes`);
  });
});

/** Mutations of a file: positions and lengths are fractions of its own. */
const part = fc.double({ min: 0, max: 1, noNaN: true });
const mutation = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      name: fc.constant('change'),
      at: part,
      to: fc.uint8Array({ minLength: 1, maxLength: 8 }),
    }),
  },
  fc.record({
    name: fc.constant('early'),
    at: fc.nat(200),
    to: fc.constantFrom([0], [255], [0, 0, 0, 0], [255, 255, 255, 255], [127, 255, 255, 255]),
  }),
  fc.record({ name: fc.constantFrom('cut', 'drop', 'repeat', 'zero'), at: part, length: part }),
  fc.record({ name: fc.constant('splice'), at: part, length: part, other: fc.nat(), from: part }),
);
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

const sources = knownFiles
  .filter(({ expected, bytes }) => isFormat(expected) && bytes < 60_000)
  .map(({ file }) => readSound(file));

function mutated(file: Bytes, mutation: Mutation): Bytes {
  const scaled = (value: number) => Math.floor(value * file.length);
  const copy = file.slice();
  switch (mutation.name) {
    case 'change':
    case 'early': {
      if (!('to' in mutation)) return copy;
      const at = mutation.name === 'early' ? mutation.at : scaled(mutation.at);
      const room = Math.max(0, copy.length - at);
      if (room > 0) copy.set([...mutation.to].slice(0, room), at);
      return copy;
    }
    case 'splice': {
      if (!('other' in mutation)) return copy;
      const other = sources[mutation.other % sources.length]!;
      const from = Math.floor(mutation.from * other.length);
      const piece = other.subarray(from, from + Math.floor(mutation.length * other.length));
      return concatenated([file.subarray(0, scaled(mutation.at)), piece, file.subarray(scaled(mutation.at))]);
    }
    default: {
      if (!('length' in mutation)) return copy;
      const start = scaled(mutation.at);
      const end = Math.min(file.length, start + scaled(mutation.length));
      if (mutation.name === 'cut') return file.slice(0, start);
      if (mutation.name === 'zero') return copy.fill(0, start, end);
      const again = mutation.name === 'repeat' ? file.subarray(start, end) : new Uint8Array(0);
      const rest = mutation.name === 'repeat' ? end : Math.max(start, end);
      return concatenated([
        file.subarray(0, mutation.name === 'repeat' ? end : start),
        again,
        file.subarray(rest),
      ]);
    }
  }
}

/** Fixed, or set by the environment. A failure prints it with the path to the case. */
const seed = Number(process.env.FUZZ_SEED ?? 20_261_122);

describe('any bytes', () => {
  const formats: readonly string[] = soundFormatSchema.options;
  const faults: readonly string[] = soundFileFaultSchema.options;
  const holds = (file: Bytes): void => {
    const { verdict, milliseconds } = worked(file);
    assert.ok(milliseconds <= MAX_WORK, `${milliseconds} ms`);
    if (verdict.ok) {
      assert.ok(formats.includes(verdict.format));
      assert.ok(verdict.seconds > 0 && verdict.seconds <= 30.1);
      assert.ok([1, 2].includes(verdict.channels));
      assert.ok(verdict.sampleRate >= 8000 && verdict.sampleRate <= 192_000);
    } else {
      assert.ok(faults.includes(verdict.fault));
      assert.match(verdict.sentence, /^[A-Z].*[^.]\.$/);
    }
  };

  it('get a verdict soon, for any mutation of a good file', () => {
    fc.assert(
      fc.property(
        fc.nat(sources.length - 1),
        fc.array(mutation, { minLength: 1, maxLength: 4 }),
        (index, changes) => holds(changes.reduce(mutated, sources[index]!)),
      ),
      { numRuns: 4000, seed },
    );
  });

  it('get a verdict after the magic number of any container', () => {
    const marks = [
      'RIFF\0\0\0\0WAVE',
      'fLaC\0\0\0\x22',
      'OggS\0\x02',
      '\0\0\0\x08ftyp',
      'ID3',
      '\xff\xfb\x90\x00',
      '\xff\xf1\x50\x40',
      '',
    ];
    const bytesOf = (text: string) => Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)));
    fc.assert(
      fc.property(fc.constantFrom(...marks), fc.uint8Array({ maxLength: 600 }), (mark, rest) =>
        holds(concatenated([bytesOf(mark), rest])),
      ),
      { numRuns: 4000, seed },
    );
  });

  it('get the same verdict again', () => {
    fc.assert(
      fc.property(fc.nat(sources.length - 1), mutation, (index, change) => {
        const file = mutated(sources[index]!, change);
        assert.deepEqual(walkSound(file), walkSound(file.slice()));
      }),
      { numRuns: 300, seed },
    );
  });
});
