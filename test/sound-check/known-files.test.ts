import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { UndecodableSound, type SoundDecoder } from '../../src/domain/alerts/sound-file.ts';
import { checkSound, walkSound } from '../../src/sound-check/check-sound.ts';
import { isFormat, knownFiles, readSound } from './files.ts';

/** Tighter than the tolerance for any decoder: here the decoder is known. */
const CLOSE = 0.08;

describe('the files whose content is known', () => {
  it('are many, of each format and of each fault that a small file can have', () => {
    assert.ok(knownFiles.length >= 46);
    const expected = new Set(knownFiles.map((known) => known.expected));
    for (const outcome of [
      'aac',
      'flac',
      'mp3',
      'ogg',
      'opus',
      'wav',
      'empty',
      'notASound',
      'unsupportedContainer',
      'unsupportedCodec',
      'tooManyChannels',
      'damaged',
      'tooLong',
      'lengthUnclear',
      'notPlayable',
    ])
      assert.ok(expected.has(outcome as never), outcome);
  });

  for (const { file, what, expected, bytes, decoded } of knownFiles)
    it(`${file}, ${what}, is ${isFormat(expected) ? 'accepted as' : 'refused as'} ${expected}`, async () => {
      const content = readSound(file);
      assert.equal(content.length, bytes);
      const ffmpeg: SoundDecoder = () =>
        decoded ? Promise.resolve(decoded) : Promise.reject(new UndecodableSound('notPlayable'));
      const verdict = await checkSound(content, ffmpeg);
      assert.equal(verdict.ok ? verdict.format : verdict.fault, expected);
      if (verdict.ok) {
        assert.ok(decoded);
        assert.equal(verdict.channels, decoded.channels);
        assert.ok(Math.abs(verdict.seconds - decoded.seconds) <= CLOSE, `${verdict.seconds} s`);
      } else {
        // All the others are refused without a decoder.
        if (expected !== 'notPlayable') assert.deepEqual(walkSound(content), verdict);
        assert.match(verdict.sentence, /^(This|Players) [^.]*(\.\d[^.]*)*\.$/);
      }
      assert.deepEqual(content, readSound(file));
    });
});
