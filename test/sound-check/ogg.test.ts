import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  joined,
  little,
  oggPage,
  patched,
  repaged,
  type Bytes,
} from '../../scripts/sound-fixtures/surgery.ts';
import { walkSound } from '../../src/sound-check/check-sound.ts';
import { opusSamples } from '../../src/sound-check/formats/opus.ts';
import { readSound } from './files.ts';

const head = (skip = 0) =>
  joined('OpusHead', Uint8Array.from([1, 1, ...little(skip, 2), ...little(48_000, 4), 0, 0, 0]));
const tags = joined('OpusTags', Uint8Array.from([...little(0, 4), ...little(0, 4)]));
/** 20 ms of Opus in this many bytes. */
const packet = (size: number) => patched(new Uint8Array(size), 0, [0x18 | 0x60]);
const begin = (skip = 0): Bytes[] => [oggPage(1, 0, 2, 0, [head(skip)]), oggPage(1, 1, 0, 0, [tags])];
const milliseconds = (...pages: Bytes[]): number | string => {
  const verdict = walkSound(joined(...pages));
  return verdict.ok ? verdict.seconds * 1000 : verdict.fault;
};

/** A page whose last packet continues on the next one: the final size is left out. */
function open(sequence: number, packets: Bytes[]): Bytes {
  const page = oggPage(1, sequence, 0, 0, packets);
  const sizes = page[26]! - 1;
  const lacing = page.slice(27, 27 + sizes);
  return repaged(
    joined(page.slice(0, 26), Uint8Array.from([sizes]), lacing, page.slice(28 + sizes)),
    () => undefined,
  );
}

describe('Ogg', () => {
  it('counts packets, not pages, and those that span pages only once', () => {
    assert.equal(
      milliseconds(...begin(), oggPage(1, 2, 4, 960 * 3, [packet(9), packet(300), packet(9)])),
      60,
    );
    const first = open(2, [packet(9), packet(510)]);
    assert.equal(milliseconds(...begin(), first, oggPage(1, 3, 1 | 4, 960 * 3, [packet(3), packet(9)])), 60);
  });

  it('leaves out a packet whose start or end is missing', () => {
    const whole = oggPage(1, 2, 1, 960, [packet(3), packet(9)]);
    assert.equal(milliseconds(...begin(), whole), 20);
    assert.equal(milliseconds(...begin(), open(2, [packet(9), packet(510)])), 20);
    const given = oggPage(1, 3, 0, 960, [packet(9)]);
    assert.equal(milliseconds(...begin(), open(2, [packet(9), packet(510)]), given), 40);
  });

  it('subtracts the pre-skip at the start, and the cut end of the last packet', () => {
    const pages = (granule: number, skip = 480) => [
      ...begin(skip),
      oggPage(1, 2, 0, 960, [packet(9)]),
      oggPage(1, 3, 4, granule, [packet(9), packet(9)]),
    ];
    assert.equal(milliseconds(...pages(2880)), 50);
    assert.equal(milliseconds(...pages(2400)), 40);
    // Less than the last packet may be cut by; more than there is; none.
    assert.equal(milliseconds(...pages(9_999_999)), 50);
    assert.equal(milliseconds(...pages(2880, 2880)), 'damaged');
  });

  it('continues with the next stream, if it is of the same kind', () => {
    const stream = (serial: number) => [
      oggPage(serial, 0, 2, 0, [head()]),
      oggPage(serial, 1, 0, 0, [tags]),
      oggPage(serial, 2, 4, 960, [packet(9)]),
    ];
    assert.equal(milliseconds(...stream(1), ...stream(2), ...stream(3)), 60);
    assert.equal(milliseconds(...stream(1), readSound('vorbis-48k.ogg')), 'lengthUnclear');
    assert.equal(milliseconds(readSound('vorbis-48k.ogg'), readSound('vorbis-noise.ogg')), 'lengthUnclear');
    assert.equal(milliseconds(...stream(1), readSound('opus-usual.opus')), 'lengthUnclear');
    // Of two at a time: their headers come together, or their pages take turns.
    const [one, two] = [stream(1), stream(2)];
    assert.equal(milliseconds(one[0]!, two[0]!, one[1]!, two[1]!), 'lengthUnclear');
    assert.equal(milliseconds(...one.slice(0, 2), two[2]!), 'lengthUnclear');
  });

  it('is damaged by one wrong bit in a page, and only shortened where it is cut off', () => {
    const file = joined(...begin(), oggPage(1, 2, 0, 960, [packet(9)]), oggPage(1, 3, 4, 1920, [packet(9)]));
    assert.equal(milliseconds(file), 40);
    for (const cut of [1, 10, 27, 36]) assert.equal(milliseconds(file.slice(0, -cut)), 20, String(cut));
    assert.equal(milliseconds(patched(file, file.length - 1, [1])), 'damaged');
    assert.equal(milliseconds(joined(file, 'junk')), 'damaged');
  });

  it('knows the length of every Opus packet by its first two bytes', () => {
    const samples = (configuration: number, code: number, count = 0) =>
      opusSamples(Uint8Array.from([(configuration << 3) | code, count]), 0);
    const one = [480, 960, 1920, 2880, 480, 960, 1920, 2880, 480, 960, 1920, 2880, 480, 960, 480, 960];
    const more = [120, 240, 480, 960];
    const expected = [...one, ...more, ...more, ...more, ...more];
    assert.deepEqual(
      expected.map((_, index) => samples(index, 0)),
      expected,
    );
    assert.equal(samples(1, 1), 1920);
    assert.equal(samples(1, 2), 1920);
    assert.equal(samples(1, 3, 6), 5760);
    assert.equal(samples(1, 3, 0x80 | 0x40 | 6), 5760);
    assert.equal(samples(16, 3, 48), 5760);
    assert.equal(samples(1, 3, 7), null);
    assert.equal(samples(1, 3, 0), null);
  });
});
