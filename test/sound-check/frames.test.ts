import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { big, joined, little, patched } from '../../scripts/sound-fixtures/surgery.ts';
import { readAdts } from '../../src/sound-check/formats/adts.ts';
import { walkSound } from '../../src/sound-check/check-sound.ts';
import { readMp3 } from '../../src/sound-check/formats/mp3.ts';

/** A frame of layer III at 48,000 in two channels and 32,000 bits a second: 96 bytes, 24 ms. */
const mp3 = (third = 0x14, second = 0xfb, fourth = 0) =>
  patched(new Uint8Array(96).fill(0x55), 0, [0xff, second, third, fourth]);
/** A frame of AAC at 8,000 in one channel: 64 bytes, 128 ms. */
const adts = ({ profile = 1, channels = 1, blocks = 1, rate = 11 } = {}) =>
  patched(new Uint8Array(64).fill(0x15), 0, [
    0xff,
    0xf1,
    (profile << 6) | (rate << 2) | (channels >> 2),
    ((channels & 3) << 6) | 0,
    64 >> 3,
    ((64 & 7) << 5) | 0x1f,
    0xfc | (blocks - 1),
  ]);
const times = (count: number, frame: Uint8Array) => joined(...new Array<Uint8Array>(count).fill(frame));
const junk = (size: number) => new Uint8Array(size).fill(0x20);

const found = (...parts: (Uint8Array | string)[]): string => {
  const verdict = walkSound(joined(...parts));
  return verdict.ok ? `${verdict.format}, ${Math.round(verdict.seconds * 1000)} ms` : verdict.fault;
};
const sentence = (...parts: Uint8Array[]): string => {
  const verdict = walkSound(joined(...parts));
  return verdict.ok ? 'ok' : verdict.sentence;
};

/** Bytes of a frame without padding, by thousand bits a second, as ISO 11172-3 and 13818-3 have them. */
const bitRates = {
  first: [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  second: [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
};

describe('a header', () => {
  it('of layer III gives the length of its frame, at every rate of every version', () => {
    const versions = [
      [0xfb, bitRates.first, [44_100, 48_000, 32_000], 1152],
      [0xf3, bitRates.second, [22_050, 24_000, 16_000], 576],
      [0xe3, bitRates.second, [11_025, 12_000, 8000], 576],
    ] as const;
    for (const [second, thousands, rates, samples] of versions)
      for (const [index, bitRate] of thousands.entries())
        for (const [code, sampleRate] of rates.entries())
          for (const padding of [0, 1]) {
            const third = ((index + 1) << 4) | (code << 2) | (padding << 1);
            const length = Math.floor(((samples / 8) * bitRate * 1000) / sampleRate) + padding;
            const header = Uint8Array.from([0xff, second, third, 0xc0]);
            assert.deepEqual(readMp3(header, 0), { length, samples, sampleRate, channels: 1 });
          }
    for (const wrong of [
      [0xff, 0xfb, 0xf0, 0],
      [0xff, 0xfb, 0x1c, 0],
      [0xff, 0xeb, 0x10, 0],
      [0xff, 0xfb, 0x00, 0],
      [0xff, 0xdb, 0x10, 0],
      [0xfe, 0xfb, 0x10, 0],
    ])
      assert.equal(readMp3(Uint8Array.from(wrong), 0), null);
    for (const mode of [0, 1, 2])
      assert.equal(readMp3(Uint8Array.from([0xff, 0xfb, 0x10, mode << 6]), 0)?.channels, 2);
  });

  it('of ADTS gives its rate and channels', () => {
    const rates = [96, 88.2, 64, 48, 44.1, 32, 24, 22.05, 16, 12, 11.025, 8, 7.35];
    for (const [index, thousands] of rates.entries())
      assert.equal(readAdts(adts({ rate: index }), 0)?.sampleRate, thousands * 1000);
    assert.equal(readAdts(adts({ rate: 13 }), 0), null);
    for (const [channels, count] of [0, 1, 2, 3, 4, 5, 6, 8].entries())
      assert.deepEqual(readAdts(adts({ channels }), 0), {
        length: 64,
        samples: 1024,
        sampleRate: 8000,
        channels: count,
      });
    // Shorter than its own header, with a layer, of the other version.
    const changed = (at: number, byte: number) => readAdts(patched(adts(), at, [byte]), 0);
    assert.equal(readAdts(patched(adts(), 3, [0x40, 0, 0xc0]), 0), null);
    assert.equal(readAdts(patched(adts(), 3, [0x40, 0, 0xe0]), 0)?.length, 7);
    assert.equal(readAdts(patched(adts(), 3, [0x43, 0xff, 0xe0]), 0)?.length, 8191);
    assert.equal(changed(1, 0xf3), null);
    assert.equal(changed(1, 0xf9)?.length, 64);
    assert.equal(changed(1, 0xe1), null);
  });
});

describe('a bare stream of frames', () => {
  it('is counted by its frames, without one that is cut off', () => {
    assert.equal(found(times(10, mp3())), 'mp3, 240 ms');
    assert.equal(found(times(10, mp3()), mp3().slice(0, 95)), 'mp3, 240 ms');
    assert.equal(found(times(5, adts())), 'aac, 640 ms');
    assert.equal(found(times(5, adts({ blocks: 4 }))), 'aac, 2560 ms');
    // One of ten may be damaged, no more.
    const hollow = patched(adts(), 7, [0xff]);
    assert.equal(found(times(9, adts()), hollow), 'aac, 1280 ms');
    assert.equal(found(times(8, adts()), hollow, hollow), 'notPlayable');
    assert.equal(found(mp3().slice(0, 50)), 'damaged');
  });

  it('may have tags and zeros before, between and after its frames', () => {
    const id3 = joined('ID3', Uint8Array.from([4, 0, 0, 0, 0, 1, 2]), times(2, mp3()).slice(0, 130));
    const withFooter = patched(joined(id3, junk(10)), 5, [0x10]);
    // More than the allowed junk.
    const ape = joined('APETAGEX', Uint8Array.from([...little(2000, 4), ...little(70_000, 4)]), junk(70_016));
    const last = joined('TAG', junk(125));
    const lyrics = joined('LYRICSBEGIN', junk(7000));
    const zeros = new Uint8Array(100_000);
    const endless = joined('ID3', Uint8Array.from([4, 0, 0, 127, 127, 127, 127]));
    const endlessApe = joined('APETAGEX', Uint8Array.from([0, 0, 0, 0, 255, 255, 255, 255]));
    assert.equal(found(endless, times(10, mp3())), 'damaged');
    for (const frame of [mp3(), adts()]) {
      const plain = found(times(10, frame));
      assert.equal(found(id3, times(10, frame)), plain);
      assert.equal(found(withFooter, id3, zeros, times(10, frame)), plain);
      assert.equal(found(times(4, frame), id3, times(6, frame), zeros), plain);
      assert.equal(found(times(4, frame), zeros, times(6, frame), ape, last), plain);
      assert.equal(found(times(10, frame), lyrics, last), plain);
      // Only at the end of the file.
      assert.equal(found(times(4, frame), joined('TAG', junk(300)), times(6, frame)), plain);
      // A tag without an end hides nothing.
      assert.equal(found(times(4, frame), endless, times(6, frame)), plain);
      assert.equal(found(times(4, frame), endlessApe, times(6, frame)), plain);
    }
  });

  it('may have some junk between its frames, and no more', () => {
    assert.equal(found(times(4, mp3()), junk(60_000), times(6, mp3())), 'mp3, 240 ms');
    assert.equal(found(times(4, mp3()), junk(60_000), times(6, mp3()), junk(6000)), 'damaged');
    assert.equal(found(times(4, mp3()), junk(70_000), times(6, mp3())), 'damaged');
    // A header alone is not enough: another of its kind has to follow.
    const lonely = joined(junk(100), mp3(0x14).slice(0, 50), junk(200));
    assert.equal(found(times(4, mp3()), lonely, times(6, mp3())), 'mp3, 240 ms');
  });

  it('is refused if its rate or channels change in the middle', () => {
    assert.equal(found(times(5, mp3()), times(5, mp3(0x14, 0xfb, 0xc0))), 'lengthUnclear');
    assert.equal(found(times(5, adts()), times(5, adts({ rate: 8 }))), 'lengthUnclear');
    assert.equal(found(times(5, adts()), times(5, adts({ channels: 2 }))), 'lengthUnclear');
  });

  it('is refused for another layer or profile, a missing rate, or other channels', () => {
    assert.equal(sentence(times(50, mp3(0x14, 0xfd))).split(';')[0], 'This is MPEG audio of layer II');
    assert.equal(sentence(times(50, mp3(0x14, 0xff))).split(';')[0], 'This is MPEG audio of layer I');
    assert.match(sentence(times(50, mp3(0x04))), /^This is an MP3 file whose frames do not say their rate;/);
    assert.equal(found(times(9, adts({ profile: 0 }))), 'unsupportedCodec');
    assert.equal(found(times(9, adts({ channels: 0 }))), 'unsupportedCodec');
    assert.equal(sentence(times(9, adts({ channels: 7 }))), 'This has 8 channels; use one or two.');
    assert.equal(found(times(9, adts({ channels: 2 }))), 'aac, 1152 ms');
    assert.equal(found(times(9, adts({ rate: 12 }))), 'unsupportedCodec');
  });

  it('is not detected from a single header', () => {
    assert.equal(found(mp3(), junk(200)), 'notASound');
    assert.equal(found(adts(), junk(200)), 'notASound');
    // A text in UTF-16 begins like layer I.
    const letters = new TextEncoder().encode('Text that is long enough');
    const text = Uint8Array.from([...letters].flatMap((letter) => [letter, 0]));
    assert.equal(found(Uint8Array.from([0xff, 0xfe]), text), 'notASound');
    assert.equal(found('ID3', Uint8Array.from([4, 0, 0, 0, 0, 0, 0]), junk(200)), 'damaged');
  });

  it('does not count a table of contents, nor the encoder padding that it states', () => {
    const table = (name: string, frames: number, delay: number, padding: number) => {
      const flags = [0, 0, 0, 1, ...big(frames, 4)];
      const lame = [76, 65, 77, 69, ...new Array<number>(17).fill(0), ...big((delay << 12) | padding, 3)];
      const bytes = [...[...name].map((letter) => letter.charCodeAt(0)), ...flags, ...lame];
      return patched(mp3(), 36, bytes);
    };
    assert.equal(found(table('Xing', 10, 0, 0), times(10, mp3())), 'mp3, 240 ms');
    assert.equal(found(table('Info', 10, 480, 960), times(10, mp3())), 'mp3, 210 ms');
    // If it counts wrongly, the end is not cut, but the decoder's own delay is.
    const delay = Math.round(240 - (480 + 529) / 48);
    assert.equal(found(table('Info', 11, 480, 960), times(10, mp3())), `mp3, ${delay} ms`);
    assert.equal(found(patched(mp3(), 36, [86, 66, 82, 73]), times(10, mp3())), 'mp3, 240 ms');
  });
});
