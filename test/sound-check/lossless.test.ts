import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  big,
  crc16,
  crc8,
  flacOfSilence,
  joined,
  little,
  patched,
} from '../../scripts/sound-fixtures/surgery.ts';
import { aFrame, crc16 as ours, readFlacFrame } from '../../src/sound-check/formats/flac-frame.ts';
import { walkSound } from '../../src/sound-check/check-sound.ts';
import { readSound } from './files.ts';

const found = (file: Uint8Array): string => {
  const verdict = walkSound(file);
  return verdict.ok ? `${verdict.format}, ${Math.round(verdict.seconds * 1000)} ms` : verdict.fault;
};

interface Format {
  tag?: number;
  channels?: number;
  rate?: number;
  bits?: number;
  block?: number;
  more?: readonly number[];
}

function fmt({
  tag = 1,
  channels = 1,
  rate = 8000,
  bits = 16,
  block = (channels * bits) / 8,
  more = [],
}: Format = {}) {
  const fields = [...little(tag, 2), ...little(channels, 2), ...little(rate, 4), 0, 0, 0, 0];
  return chunk('fmt ', Uint8Array.from([...fields, ...little(block, 2), ...little(bits, 2), ...more]));
}
const chunk = (name: string, content: Uint8Array, size = content.length) =>
  joined(name, Uint8Array.from(little(size, 4)), content);
const data = (size: number, claimed = size) => chunk('data', new Uint8Array(size), claimed);
const wav = (...chunks: Uint8Array[]) => joined('RIFF', new Uint8Array(4), 'WAVE', ...chunks);

describe('WAV', () => {
  it('is as long as its samples', () => {
    assert.equal(found(wav(fmt(), data(16_000))), 'wav, 1000 ms');
    assert.equal(found(wav(fmt(), data(16_000, 4_000_000))), 'wav, 1000 ms');
    assert.equal(found(wav(fmt(), data(16_000, 0))), 'wav, 1000 ms');
    assert.equal(found(wav(fmt(), data(8000), chunk('LIST', new Uint8Array(500)))), 'wav, 500 ms');
    assert.equal(found(wav(chunk('JUNK', new Uint8Array(6)), fmt(), data(8000), data(8000))), 'wav, 1000 ms');
    assert.equal(found(wav(fmt({ channels: 2, bits: 24 }), data(48_000))), 'wav, 1000 ms');
  });

  it('may be PCM, floating point, A-law or µ-law, with either header', () => {
    const extensible = (codec: number) => [
      22,
      0,
      ...new Array<number>(6).fill(0),
      ...little(codec, 2),
      ...new Array<number>(14).fill(0),
    ];
    for (const [tag, bits] of [
      [1, 8],
      [1, 16],
      [1, 24],
      [1, 32],
      [3, 32],
      [6, 8],
      [7, 8],
    ] as const) {
      const size = 1000 * bits;
      assert.equal(found(wav(fmt({ tag, bits }), data(size))), 'wav, 1000 ms');
      assert.equal(found(wav(fmt({ tag: 0xfffe, bits, more: extensible(tag) }), data(size))), 'wav, 1000 ms');
    }
    for (const [tag, bits] of [
      [1, 12],
      [1, 64],
      [2, 4],
      [3, 64],
      [0x11, 4],
      [0x55, 16],
      [6, 16],
      [0xfffe, 16],
    ] as const)
      assert.equal(found(wav(fmt({ tag, bits }), data(16_000))), 'unsupportedCodec', `${tag} ${bits}`);
  });

  it('is refused if its header is incomplete or impossible', () => {
    assert.equal(found(wav(data(16_000))), 'damaged');
    assert.equal(found(wav(data(16_000), fmt())), 'damaged');
    assert.equal(found(wav(fmt())), 'damaged');
    assert.equal(found(wav(fmt(), data(1))), 'damaged');
    assert.equal(found(wav(fmt({ block: 1 }), data(16_000))), 'damaged');
    assert.equal(found(wav(fmt({ channels: 0 }), data(16_000))), 'damaged');
    assert.equal(found(wav(fmt({ rate: 0 }), data(16_000))), 'unsupportedCodec');
    assert.equal(found(wav(fmt({ rate: 7999 }), data(16_000))), 'unsupportedCodec');
    assert.equal(found(wav(fmt({ rate: 4_000_000_000 }), data(16_000))), 'unsupportedCodec');
    assert.equal(found(wav(fmt({ channels: 3 }), data(48_000))), 'tooManyChannels');
  });

  it('is just short enough at 30.1 s', () => {
    assert.equal(found(wav(fmt({ bits: 8 }), data(240_800))), 'wav, 30100 ms');
    assert.equal(found(wav(fmt({ bits: 8 }), data(240_801))), 'tooLong');
  });
});

/** A frame of silence: 4,096 samples of two channels. */
function frame(number: number, { code = 12, layout = 0x18, rate = 9 } = {}): Uint8Array {
  const head = [0xff, 0xf8, (code << 4) | rate, layout, number];
  const body = [...head, crc8(head), 0, 0, 0, 0, 0, 0];
  return Uint8Array.from([...body, ...big(crc16(body), 2)]);
}
const flac = (...frames: Uint8Array[]) => joined(flacOfSilence(0), ...frames);
const ms = (frames: number) => `flac, ${Math.round((frames * 4096) / 44.1)} ms`;

describe('FLAC', () => {
  it('is as long as its frames, whatever its header says', () => {
    assert.equal(found(flac(frame(0), frame(1), frame(2))), ms(3));
    assert.equal(found(patched(flac(frame(0)), 21, [0xff, 255, 255, 255, 255])), ms(1));
    assert.equal(found(flac(frame(0), frame(1), joined('TAG', new Uint8Array(125)))), ms(2));
    assert.equal(found(flac(frame(0), frame(7), frame(3))), ms(3));
  });

  it('knows every way to write the size of a frame', () => {
    const sizes = [192, 576, 1152, 2304, 4608, 0, 0, 256, 512, 1024, 2048, 4096, 8192, 16_384, 32_768];
    for (const [index, samples] of sizes.entries())
      if (samples > 0)
        assert.equal(found(flac(frame(0, { code: index + 1 }))), `flac, ${Math.round(samples / 44.1)} ms`);
  });

  it('knows every way to write its rate and its channels', () => {
    const rates = [88_200, 176_400, 192_000, 8000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 96_000];
    const at = (rate: number, code: number, layout: number, channels: number) => {
      const file = flac(frame(0, { rate: code, layout }));
      const stream = [rate >> 12, (rate >> 4) & 255, ((rate & 15) << 4) | ((channels - 1) << 1)];
      return walkSound(patched(file, 18, stream));
    };
    for (const [index, rate] of rates.entries())
      for (const code of [0, index + 1]) {
        const verdict = at(rate, code, 0x18, 2);
        assert.equal(verdict.ok ? verdict.sampleRate : verdict.sentence, rate);
      }
    for (const layout of [0x88, 0x98, 0xa8]) {
      const verdict = at(44_100, 9, layout, 2);
      assert.equal(verdict.ok ? verdict.channels : verdict.sentence, 2);
    }
    for (const [code, layout] of [
      [9, 0xb8],
      [9, 0x19],
      [15, 0x18],
    ] as const) {
      const verdict = at(44_100, code, layout, 2);
      assert.equal(verdict.ok ? 'ok' : verdict.fault, 'damaged');
    }
    const mono = at(44_100, 9, 0x08, 1);
    assert.equal(mono.ok ? mono.channels : mono.sentence, 1);
    const six = at(44_100, 9, 0x58, 6);
    assert.equal(six.ok ? '' : six.sentence, 'This has 6 channels; use one or two.');
  });

  it('may have sizes and rates after the number, and a number of up to seven bytes', () => {
    const read = (sizes: number, rates: number, number: number[], ...behind: number[]) => {
      const head = [0xff, 0xf8, (sizes << 4) | rates, 0x18, ...number, ...behind];
      const header = aFrame();
      const isThere = readFlacFrame(Uint8Array.from([...head, crc8(head)]), 0, header);
      return isThere ? header : null;
    };
    assert.equal(read(6, 9, [0], 99)?.samples, 100);
    assert.equal(read(7, 9, [0], 1, 0)?.samples, 257);
    assert.equal(read(6, 12, [0], 99, 16)?.sampleRate, 16_000);
    assert.equal(read(7, 13, [0], 0, 99, 0x1f, 0x40)?.sampleRate, 8000);
    assert.equal(read(12, 14, [0], 0x11, 0x3a)?.sampleRate, 44_100);
    assert.equal(read(12, 14, [0], 0x11, 0x3a)?.length, 8);
    assert.equal(read(12, 9, [0x7f])?.number, 127);
    assert.equal(read(12, 9, [0xc2, 0x80])?.number, 128);
    assert.equal(read(12, 9, [0xdf, 0xbf])?.number, 2047);
    assert.equal(read(12, 9, [0xf1, 0x80, 0x80, 0x81])?.number, 262_145);
    assert.equal(read(12, 9, [0xef, 0xbf, 0xbf])?.number, 65_535);
    assert.equal(read(12, 9, [0xfe, 0x80, 0x80, 0x80, 0x80, 0x80, 0x85])?.number, 5);
    assert.equal(read(12, 9, [0xff, 0x80, 0x80, 0x80, 0x80, 0x80, 0x85]), null);
    assert.equal(read(12, 9, [0x80]), null);
    assert.equal(read(0, 9, [0]), null);
    // The next number: of the frame, or of its first sample.
    assert.equal(read(12, 9, [7])?.next, 8);
    const variable = [0xff, 0xf9, 0xc9, 0x18, 7];
    const header = aFrame();
    assert.ok(readFlacFrame(Uint8Array.from([...variable, crc8(variable)]), 0, header));
    assert.equal(header.next, 7 + 4096);
  });

  it('loses the frame that is cut off, and is damaged by a wrong bit before another', () => {
    const file = flac(frame(0), frame(1), frame(2));
    assert.equal(found(file.slice(0, -1)), ms(2));
    const wrong = patched(file, file.length - 2 * frame(0).length + 7, [1]);
    assert.equal(found(wrong), 'damaged');
    assert.equal(found(patched(file, file.length - 5, [1])), ms(2));
    assert.equal(found(flac(joined('junk'), frame(0))), 'damaged');
    assert.equal(found(flac()), 'damaged');
    assert.equal(found(file.slice(0, 41)), 'damaged');
  });

  it('is refused if its rate or channels change in the middle', () => {
    assert.equal(found(flac(frame(0), frame(1, { rate: 10 }))), 'lengthUnclear');
    assert.equal(found(flac(frame(0), frame(1, { layout: 0x08 }))), 'lengthUnclear');
    assert.equal(found(flac(frame(0), frame(1, { rate: 0 }), frame(2, { layout: 0x88 }))), ms(3));
  });

  it('has the same checksum as encoders write, also when computed in pieces', () => {
    const file = readSound('flac-by-sox.flac');
    const bytes = [...file.subarray(100, 5000)];
    assert.equal(ours(file, 100, 5000, 0), crc16(bytes));
    assert.equal(ours(file, 777, 5000, ours(file, 100, 777, 0)), crc16(bytes));
  });
});
