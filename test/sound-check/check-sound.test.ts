import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { concatenated, joined, opusOfNothing } from '../../scripts/sound-fixtures/surgery.ts';
import { maxFileSize, UndecodableSound, type SoundDecoder } from '../../src/domain/alerts/sound-file.ts';
import { DECODER_TOLERANCE } from '../../src/domain/alerts/sound-file.ts';
import { checkSound, walkSound } from '../../src/sound-check/check-sound.ts';
import { readSound } from './files.ts';

const sound = () => readSound('wav-pcm_s16le.wav');
const gives =
  (seconds: number, channels = 1): SoundDecoder =>
  () =>
    Promise.resolve({ seconds, channels });
const fails =
  (error: Error): SoundDecoder =>
  () =>
    Promise.reject(error);

describe('the walk', () => {
  it('says what was found in one sentence', () => {
    const sentences = {
      'wav-45s.wav': 'This is 45.0 s long; the limit is 30 s.',
      'mp3-30.3s.mp3': 'This is 30.3 s long; the limit is 30 s.',
      'bomb-flac-10min.flac': 'This is more than 10 minutes long; the limit is 30 s.',
      '5.1.opus': 'This has 6 channels; use one or two.',
      'opus.webm':
        'This is a WebM or Matroska file; save it as AAC, FLAC, MP3, Ogg Vorbis, Opus or plain WAV.',
      'wav-adpcm-ima.wav':
        'This is a WAV file with ADPCM in it; save it as AAC, FLAC, MP3, Ogg Vorbis, Opus or plain WAV.',
      'alac.m4a':
        'This is an MP4 file with ALAC in it; save it as AAC, FLAC, MP3, Ogg Vorbis, Opus or plain WAV.',
      'layer-2.mp2':
        'This is MPEG audio of layer II; save it as AAC, FLAC, MP3, Ogg Vorbis, Opus or plain WAV.',
      'empty.mp3': 'This file is empty.',
      'text.mp3': 'This is a text file, not a sound.',
      'picture.ogg': 'This is a picture, not a sound.',
      'zeros.wav': 'This is something unknown, not a sound.',
      'm4a-cut.m4a': 'This file is damaged: its index is missing; it may have been cut off.',
      'two-tracks.m4a': 'Players would not agree how long this is: several tracks are in it.',
    };
    for (const [file, sentence] of Object.entries(sentences)) {
      const verdict = walkSound(readSound(file));
      assert.equal(verdict.ok ? '' : verdict.sentence, sentence);
    }
  });

  it('refuses compressed files over 2 MB, and WAV or FLAC over 12 MB', () => {
    const zeros = (size: number) => new Uint8Array(size);
    const megabyte = 1024 * 1024;
    const cases = [
      ['mp3-usual.mp3', 2],
      ['opus-usual.opus', 2],
      ['vorbis-usual.ogg', 2],
      ['flac-in-ogg.ogg', 2],
      ['m4a-usual.m4a', 2],
      ['adts-usual.aac', 2],
      ['wav-usual.wav', 12],
      ['flac-usual.flac', 12],
    ] as const;
    for (const [file, limit] of cases) {
      const content = readSound(file);
      const at = walkSound(concatenated([content, zeros(limit * megabyte - content.length)]));
      assert.notEqual(at.ok ? '' : at.fault, 'tooLarge', file);
      const above = walkSound(concatenated([content, zeros(limit * megabyte - content.length + 1)]));
      assert.deepEqual(above, {
        ok: false,
        fault: 'tooLarge',
        sentence: `This has ${limit}.0 MB; the limit is ${limit} MB.`,
      });
    }
    assert.equal(maxFileSize('ogg'), 2 * megabyte);
  });

  it('reads a file that is a part of a larger buffer', () => {
    const content = sound();
    const within = joined('before', content, 'behind').subarray(6, 6 + content.length);
    assert.deepEqual(walkSound(within), walkSound(content));
  });

  it('finds ten minutes of silence in a few bytes without walking through all of it', () => {
    const verdict = walkSound(opusOfNothing(3600));
    assert.equal(verdict.ok ? '' : verdict.fault, 'tooLong');
  });
});

describe('the check', () => {
  it('gives the length that was counted, whatever the decoder adds', async () => {
    const verdict = await checkSound(sound(), gives(1 + DECODER_TOLERANCE - 0.001));
    assert.deepEqual(verdict, { ok: true, format: 'wav', seconds: 1, channels: 1 });
  });

  it('accepts decoder padding beyond 30 s only where allowed', async () => {
    const content = readSound('mp3-30.05s.mp3');
    const fault = async (seconds: number, spare?: number) => {
      const verdict = await checkSound(content, gives(seconds), spare);
      return verdict.ok ? verdict.seconds.toFixed(2) : verdict.fault;
    };
    assert.equal(await fault(30.24), 'tooLong');
    assert.equal(await fault(30.24, DECODER_TOLERANCE), '30.05');
    assert.equal(await fault(30.5, DECODER_TOLERANCE), 'tooLong');
  });

  it('passes the bytes and the counted length to the decoder', async () => {
    const content = sound();
    let asked: unknown[] = [];
    await checkSound(content, (...given) => {
      asked = given;
      return Promise.resolve({ seconds: 1, channels: 1 });
    });
    assert.equal(asked[0], content);
    assert.deepEqual(asked[1], { ok: true, format: 'wav', seconds: 1, channels: 1, sampleRate: 8000 });
  });

  it('does not decode what the walk refuses', async () => {
    const verdict = await checkSound(readSound('wav-45s.wav'), () => assert.fail('asked'));
    assert.equal(verdict.ok ? '' : verdict.fault, 'tooLong');
  });

  it('refuses a file if the decoder finds more or less, no number, or too many channels', async () => {
    const outcome = async (decode: SoundDecoder) => {
      const verdict = await checkSound(sound(), decode);
      return verdict.ok ? 'ok' : `${verdict.fault}: ${verdict.sentence}`;
    };
    const differs = 'lengthUnclear: Players would not agree how long this is: 1.0 s were counted, and';
    assert.equal(await outcome(gives(1.4)), `${differs} 1.4 s can be heard.`);
    assert.equal(await outcome(gives(0.6)), `${differs} 0.6 s can be heard.`);
    assert.match(await outcome(gives(Number.NaN)), /^lengthUnclear/);
    assert.equal(await outcome(gives(44.96)), 'tooLong: This is 45.0 s long; the limit is 30 s.');
    assert.equal(await outcome(gives(1, 6)), 'tooManyChannels: This has 6 channels; use one or two.');
  });

  it('refuses a file that cannot be decoded, or not cheaply', async () => {
    for (const fault of ['notPlayable', 'tooExpensive'] as const) {
      const verdict = await checkSound(sound(), fails(new UndecodableSound(fault)));
      assert.equal(verdict.ok ? '' : verdict.fault, fault);
      assert.match(verdict.ok ? '' : verdict.sentence, /^This file cannot be played: decoding it .*\.$/);
    }
  });

  it('says nothing about the file if the decoder itself is at fault', async () => {
    const fault = new Error('There is no memory left.');
    await assert.rejects(checkSound(sound(), fails(fault)), fault);
  });
});
