import { expect } from '@open-wc/testing';
import {
  DECODER_TOLERANCE,
  UndecodableSound,
  type SoundFileFault,
} from '../../../src/domain/alerts/sound-file.ts';
import type { SoundFormat } from '../../../src/domain/configuration/effective-configuration.ts';
import { browserSoundDecoder } from '../../../src/platform/sound/sound-decoder.ts';
import { pageTimers } from '../../../src/platform/time/timers.ts';
import { checkSound, walkSound } from '../../../src/sound-check/check-sound.ts';
import { decodesOtherwise, engine } from '../../helpers/engine.ts';
import { FakeTimers } from '../../helpers/fake-timers.ts';
import truth from '../../fixtures/sounds/truth.json';
import { until } from '../../helpers/until.ts';

interface KnownFile {
  readonly file: string;
  readonly what: string;
  readonly expected: SoundFormat | SoundFileFault;
  readonly bytes: number;
}
const knownFiles = truth as KnownFile[];

async function read(file: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(new URL(`../../fixtures/sounds/${file}`, import.meta.url));
  return new Uint8Array(await response.arrayBuffer());
}

/** A Chromium build without proprietary codecs cannot play AAC. */
const playsAac = new Audio().canPlayType('audio/mp4; codecs="mp4a.40.2"') !== '';

describe("the browser's sound decoder", () => {
  const otherwise = decodesOtherwise[engine] ?? {};

  for (const { file, what, expected, bytes } of knownFiles)
    it(`${file in otherwise ? 'disagrees' : 'agrees'} that ${file}, ${what}, is ${expected}`, async () => {
      const content = await read(file);
      expect(content.length).to.equal(bytes);
      const verdict = await checkSound(content, browserSoundDecoder(pageTimers), DECODER_TOLERANCE);
      const found = verdict.ok ? verdict.format : verdict.fault;
      const truth = expected === 'aac' && !playsAac ? 'notPlayable' : expected;
      expect(found).to.equal(otherwise[file] ?? truth);
      // The input must not be detached.
      expect(content.length).to.equal(bytes);
    });

  it('returns the decoded length and channels', async () => {
    const content = await read('vorbis-48k.ogg');
    const walked = walkSound(content);
    if (!walked.ok) throw new Error(walked.sentence);
    const decoded = await browserSoundDecoder(pageTimers)(content, walked);
    expect(decoded.seconds).to.be.closeTo(1, 0.01);
    expect(decoded.channels).to.equal(2);
  });

  it('waits ten seconds for a decoder that hangs, and leaves no timer behind', async () => {
    const content = await read('wav-pcm_s16le.wav');
    const walked = walkSound(content);
    if (!walked.ok) throw new Error(walked.sentence);
    const timers = new FakeTimers();
    await browserSoundDecoder(timers)(content, walked);
    await until('the timer is gone', () => timers.count === 0);

    const prototype = OfflineAudioContext.prototype;
    // oxlint-disable-next-line typescript/unbound-method -- it is put back as it was
    const { decodeAudioData } = prototype;
    prototype.decodeAudioData = () => new Promise(() => undefined);
    try {
      let fault: unknown = null;
      browserSoundDecoder(timers)(content, walked).catch((error: unknown) => (fault = error));
      timers.advance(9999);
      await Promise.resolve();
      expect(fault).to.equal(null);
      timers.advance(1);
      await until('it is given up', () => fault !== null);
      expect(fault).to.be.instanceOf(UndecodableSound);
      expect((fault as UndecodableSound).fault).to.equal('tooExpensive');
    } finally {
      prototype.decodeAudioData = decodeAudioData;
    }
  });

  it('blames the file only if the decoder does', async () => {
    const content = await read('wav-pcm_s16le.wav');
    const walked = walkSound(content);
    if (!walked.ok) throw new Error(walked.sentence);
    const decode = browserSoundDecoder(pageTimers);
    const why = (error: unknown) => error;
    const undecodable = await decode(new Uint8Array(100), walked).catch(why);
    expect(undecodable).to.be.instanceOf(UndecodableSound);
    expect((undecodable as UndecodableSound).fault).to.equal('notPlayable');
    // A rate that no context supports.
    const impossible = await Promise.resolve()
      .then(() => decode(content, { ...walked, sampleRate: 1 }))
      .catch(why);
    expect(impossible).to.be.instanceOf(DOMException);
  });
});
