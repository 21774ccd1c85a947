import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { big, joined, patched, placeOf, type Bytes } from '../../scripts/sound-fixtures/surgery.ts';
import { walkSound } from '../../src/sound-check/check-sound.ts';

type Part = Uint8Array | readonly number[];

const bytesOf = (parts: readonly Part[]): Bytes => joined(...parts.map((part) => Uint8Array.from(part)));
const box = (type: string, ...content: Part[]): Bytes => {
  const inside = bytesOf(content);
  return joined(Uint8Array.from(big(inside.length + 8, 4)), type, inside);
};
const full = (type: string, version: number, flags: number, ...content: Part[]): Bytes =>
  box(type, [version], big(flags, 3), ...content);
const zeros = (count: number): Part => new Uint8Array(count);
const words = (...values: number[]): number[] => values.flatMap((value) => big(value, 4));

/** LC at 16,000, one channel. */
const lc = [0x14, 0x08];
const esds = (configuration: readonly number[], type = 0x40): Bytes => {
  const specific = [5, configuration.length, ...configuration];
  // The size in one byte, and in four.
  const decoder = [
    4,
    0x80,
    0x80,
    0x80,
    13 + specific.length,
    type,
    ...new Array<number>(12).fill(0),
    ...specific,
  ];
  return full('esds', 0, 0, [3, 3 + decoder.length, 0, 0, 0, ...decoder]);
};
const description = (inside: Part, version = 0): Bytes =>
  full('stsd', 0, 0, words(1), box('mp4a', zeros(8), big(version, 2), zeros(18), inside));

interface Options {
  readonly stsd?: Part;
  readonly sizes?: Part;
  readonly runs?: Part;
  readonly places?: (at: number) => Part;
  readonly edits?: Part;
  readonly more?: Part;
  readonly behind?: Part;
  readonly data?: number;
}

/** By default twenty blocks of ten bytes in two chunks: 1.28 s. */
function file({
  stsd = description(esds(lc)),
  sizes = full('stsz', 0, 0, words(10, 20)),
  runs = full('stsc', 0, 0, words(1, 1, 10, 1)),
  places = (at) => full('stco', 0, 0, words(2, at, at + 100)),
  edits = [],
  more = [],
  behind = [],
  data = 200,
}: Options = {}): Bytes {
  const mdat = box('mdat', zeros(data));
  const stbl = box('stbl', stsd, sizes, runs, places(24));
  const time = words(0, 0, 1000, 0);
  const mdia = box(
    'mdia',
    full('mdhd', 0, 0, words(0, 0, 16_000, 0, 0)),
    full('hdlr', 0, 0, words(0), [...new TextEncoder().encode('soun')], zeros(13)),
    box('minf', stbl),
  );
  const moov = box('moov', full('mvhd', 0, 0, time, zeros(80)), box('trak', bytesOf([edits]), mdia), more);
  return bytesOf([box('ftyp', [...new TextEncoder().encode('M4A ')], zeros(4)), mdat, moov, behind]);
}

const blocks = (options?: Options): number | string => {
  const verdict = walkSound(file(options));
  return verdict.ok ? (verdict.seconds * verdict.sampleRate) / 1024 : verdict.fault;
};

describe('AAC in MP4', () => {
  it('is counted by blocks of 1,024 samples, whichever table has their sizes and places', () => {
    assert.equal(blocks(), 20);
    assert.equal(blocks({ sizes: full('stsz', 0, 0, words(0, 20, ...new Array<number>(20).fill(10))) }), 20);
    assert.equal(blocks({ sizes: full('stz2', 0, 0, words(8, 20), new Array<number>(20).fill(10)) }), 20);
    assert.equal(blocks({ sizes: full('stz2', 0, 0, words(4, 20), new Array<number>(10).fill(0xaa)) }), 20);
    const halves = new Array<number>(10).fill(0xa0);
    assert.equal(blocks({ sizes: full('stz2', 0, 0, words(4, 20), halves) }), 10);
    assert.equal(blocks({ sizes: full('stz2', 0, 0, words(4, 19), halves.fill(0x0a, 9)) }), 9);
    const wide = new Array<number[]>(20).fill([0, 10]).flat();
    assert.equal(blocks({ sizes: full('stz2', 0, 0, words(16, 20), wide) }), 20);
    assert.equal(blocks({ places: (at) => full('co64', 0, 0, words(2, 0, at, 0, at + 100)) }), 20);
    assert.equal(blocks({ runs: full('stsc', 0, 0, words(2, 1, 15, 1, 2, 5, 1)) }), 20);
  });

  it('may have boxes with wide sizes, and one that goes to the end', () => {
    const plain = file();
    const at = placeOf(plain, 'mdat') - 4;
    const wide = joined(
      plain.subarray(0, at),
      Uint8Array.from([0, 0, 0, 1]),
      'mdat',
      Uint8Array.from(big(216, 8)),
      plain.subarray(at + 8),
    );
    assert.equal(walkSound(wide).ok, true);
    assert.equal(walkSound(patched(plain, placeOf(plain, 'moov') - 4, [0, 0, 0, 0])).ok, true);
    assert.equal(walkSound(patched(plain, at, [0, 0, 0, 7])).ok, false);
  });

  it('is described by descriptors that may have more in them', () => {
    const inner = [4, 17, 0x40, ...new Array<number>(12).fill(0), 5, 2, ...lc];
    const described = (flags: number, ...more: number[]) =>
      blocks({
        stsd: description(
          full('esds', 0, 0, [3, 3 + more.length + inner.length, 0, 0, flags, ...more, ...inner]),
        ),
      });
    assert.equal(described(0), 20);
    assert.equal(described(0x80, 9, 9), 20);
    assert.equal(described(0x40, 3, 9, 9, 9), 20);
    assert.equal(described(0x20, 9, 9), 20);
    assert.equal(described(0xe0, 9, 9, 1, 9, 9, 9), 20);
    assert.equal(described(0x80), 'damaged');
    assert.equal(blocks({ stsd: description(full('esds', 0, 0, [4, 1, 1])) }), 'damaged');
    assert.equal(blocks({ stsd: description(esds([0x14, 0x08], 0x67)) }), 20);
    assert.equal(blocks({ stsd: description(esds([0x14, 0x08], 0xdd)) }), 'unsupportedCodec');
  });

  it('counts only blocks that are there', () => {
    assert.equal(
      blocks({
        data: 95,
        sizes: full('stsz', 0, 0, words(10, 20)),
        places: () => full('stco', 0, 0, words(2, 9999, 99_999)),
      }),
      'damaged',
    );
    assert.equal(
      blocks({
        runs: full('stsc', 0, 0, words(1, 1, 4_000_000_000, 1)),
        sizes: full('stsz', 0, 0, words(10, 12)),
      }),
      12,
    );
    assert.equal(blocks({ sizes: full('stsz', 0, 0, words(0, 4_000_000_000, 10, 0, 10)) }), 2);
    assert.equal(blocks({ sizes: full('stsz', 0, 0, words(0, 4_000_000_000)) }), 'damaged');
  });

  it('reads as many entries of a table as it claims and has', () => {
    assert.equal(blocks({ places: (at) => full('stco', 0, 0, words(1, at, at + 100)) }), 10);
    assert.equal(blocks({ places: (at) => full('stco', 0, 0, words(9, at, at + 100)) }), 20);
    assert.equal(blocks({ places: (at) => full('co64', 0, 0, words(9, 0, at, 0, at + 100)) }), 20);
    assert.equal(blocks({ runs: full('stsc', 0, 0, words(1, 1, 10, 1, 2, 3, 1)) }), 20);
    assert.equal(blocks({ runs: full('stsc', 0, 0, words(9, 1, 10, 1, 2, 3, 1)) }), 13);
    const sizes = new Array<number>(20).fill(10);
    assert.equal(blocks({ sizes: full('stsz', 0, 0, words(0, 7, ...sizes)) }), 7);
    const none = box('free');
    for (const missing of [{ sizes: none }, { runs: none }, { places: () => none }])
      assert.equal(blocks(missing), 'damaged');
    const two = full('elst', 0, 0, words(1, 0, 1024, 0x10000, 0, 2048, 0x10000));
    assert.equal(blocks({ edits: box('edts', two) }), 19);
  });

  it('ends the count of one block that stands for millions', () => {
    const sizes = full('stsz', 0, 0, words(1, 4_000_000_000));
    const places = (at: number) => full('stco', 0, 0, words(50_000, ...new Array<number>(50_000).fill(at)));
    assert.equal(
      blocks({ sizes, places, runs: full('stsc', 0, 0, words(1, 1, 4_000_000_000, 1)) }),
      'tooLong',
    );
  });

  it('may use SBR or PS, which the blocks do not show', () => {
    // Object 5 and object 29, at 16,000 and 32,000; 29 makes two channels of one.
    const rich = walkSound(file({ stsd: description(esds([0x2c, 0x0a, 0x88, 0x00])) }));
    assert.deepEqual(rich, { ok: true, format: 'aac', seconds: 1.28, channels: 1, sampleRate: 16_000 });
    const stereo = walkSound(file({ stsd: description(esds([0xec, 0x0a, 0x88, 0x00])) }));
    assert.equal(stereo.ok ? stereo.channels : 0, 2);
  });

  it('may have blocks of 960 samples, and a rate of its own', () => {
    assert.equal(blocks({ stsd: description(esds([0x14, 0x0c])) }), (20 * 960) / 1024);
    // Object 2, rate 15 and then 24 bits: 16,000; one channel.
    const own = walkSound(file({ stsd: description(esds([0x17, 0x80, 0x1f, 0x40, 0x08])) }));
    assert.equal(own.ok ? own.sampleRate : own.sentence, 16_000);
  });

  it("is found in QuickTime's longer descriptions", () => {
    const wrapped = bytesOf([zeros(16), box('wave', box('frma', zeros(4)), esds(lc))]);
    assert.equal(blocks({ stsd: description(wrapped, 1) }), 20);
    assert.equal(blocks({ stsd: description(bytesOf([zeros(36), esds(lc)]), 2) }), 20);
  });

  it('is refused if it is not Low Complexity, has unusual channels, or is something else', () => {
    assert.equal(blocks({ stsd: description(esds([0x0c, 0x08])) }), 'unsupportedCodec');
    assert.equal(blocks({ stsd: description(esds([0xf9, 0x48, 0x40])) }), 'unsupportedCodec');
    assert.equal(blocks({ stsd: description(esds([0x14, 0x00])) }), 'unsupportedCodec');
    assert.equal(blocks({ stsd: description(esds([0x14, 0x30])) }), 'tooManyChannels');
    for (const type of [0x69, 0x6b]) {
      const mp3 = walkSound(file({ stsd: description(esds(lc, type)) }));
      assert.match(mp3.ok ? '' : mp3.sentence, /^This is an MP4 file with MP3 in it;/);
    }
    assert.equal(blocks({ stsd: description(box('free')) }), 'damaged');
    assert.equal(blocks({ stsd: full('stsd', 0, 0, words(2), box('mp4a', zeros(28))) }), 'lengthUnclear');
  });

  it('is shorter by what the edit list hides, up to what an encoder adds', () => {
    const edits = (...entries: number[][]) =>
      box(
        'edts',
        full('elst', 0, 0, words(entries.length), ...entries.map((entry) => words(...entry, 0x10000))),
      );
    const wide = (length: number, start: number) =>
      box('edts', full('elst', 1, 0, words(1, 0, length, 0, start, 0x10000)));
    assert.equal(blocks({ edits: edits([0, 1024]) }), 19);
    assert.equal(blocks({ edits: edits([1024, 2048]) }), 16);
    assert.equal(blocks({ edits: wide(1024, 2048) }), 16);
    assert.equal(blocks({ edits: edits([90, 0xffffffff], [1152, 1024]) }), 18);
    assert.equal(blocks({ edits: edits([9000, 1024]) }), 19);
    assert.equal(blocks({ edits: edits([1152, 3.5 * 1024]) }), 16.5);
    assert.equal(blocks({ edits: edits([0, 6 * 1024]) }), 'lengthUnclear');
    assert.equal(blocks({ edits: edits([500, 0]) }), 'lengthUnclear');
    assert.equal(blocks({ edits: edits([200, 0xffffffff], [1280, 0]) }), 'lengthUnclear');
    assert.equal(blocks({ edits: edits([640, 0], [640, 10_240]) }), 'lengthUnclear');
  });

  it('is counted in fragments too, wherever they keep the sizes', () => {
    const more = box('mvex', full('trex', 0, 0, words(1, 1, 0, 10, 0)));
    const fragment = (tfhd: Part, ...truns: Part[]) => box('moof', box('traf', tfhd, ...truns));
    const usual = full('tfhd', 0, 0, words(1));
    const behind = (...parts: Part[]) => ({ more, behind: bytesOf([...parts, box('mdat', zeros(200))]) });
    assert.equal(blocks(behind(fragment(usual, full('trun', 0, 1, words(5, 100))))), 25);
    assert.equal(
      blocks(behind(fragment(full('tfhd', 0, 0x10, words(1, 4)), full('trun', 0, 5, words(6, 100, 0))))),
      26,
    );
    assert.equal(
      blocks(
        behind(
          fragment(
            full('tfhd', 0, 0x3b, words(1, 0, 100, 1, 1024, 1, 4, 0)),
            full('trun', 0, 0x301, words(2, 0, 1024, 5, 1024, 0)),
          ),
        ),
      ),
      21,
    );
    assert.equal(
      blocks(behind(fragment(usual, full('trun', 0, 0x101, words(4_000_000_000, 0, 1, 2, 3))))),
      23,
    );
    assert.equal(blocks(behind(fragment(usual, full('trun', 0, 1, words(5, 100_000))))), 20);
    const placed = full('tfhd', 0, 0x11, words(1, 0, 100, 4));
    assert.equal(blocks(behind(fragment(placed, full('trun', 0, 0, words(5))))), 25);
    const first = full('trun', 0, 0x205, words(3, 100, 0, 1, 0, 1));
    assert.equal(blocks(behind(fragment(usual, first))), 22);
    const described = full('tfhd', 0, 0x12, words(1, 9, 0));
    assert.equal(blocks(behind(fragment(described, full('trun', 0, 1, words(5, 100))))), 20);
    const timed = full('tfhd', 0, 0x18, words(1, 9, 0));
    assert.equal(blocks(behind(fragment(timed, full('trun', 0, 1, words(5, 100))))), 20);
    const none = full('tfhd', 0, 0x10, words(1, 0));
    assert.equal(blocks(behind(fragment(none, full('trun', 0, 1, words(4_000_000_000, 100))))), 20);
    assert.equal(
      blocks(behind(...new Array<Part>(9000).fill(fragment(usual, full('trun', 0, 1, words(5, 0)))))),
      'tooLong',
    );
  });
});
