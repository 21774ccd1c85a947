import { expect } from '@open-wc/testing';
import type { Http } from '../../../src/platform/network/http.ts';
import { ServerClock } from '../../../src/platform/time/clock.ts';
import { SoundLibrary } from '../../../src/services/sound/sound-library.ts';
import { aConfiguration } from '../../fake-backend/records.ts';
import { FakeTimers } from '../../helpers/fake-timers.ts';
import { FakeRinger } from '../fake-ringer.ts';

const SHA = 'c'.repeat(64);

describe('the sounds that may ring', () => {
  let timers: FakeTimers;
  let ringer: FakeRinger;
  let asked: string[];
  let kept: Map<string, Uint8Array<ArrayBuffer>>;
  let answer: () => Promise<Response>;
  let problems: string[];
  let changes: number;
  let sounds: SoundLibrary;

  beforeEach(() => {
    timers = new FakeTimers();
    ringer = new FakeRinger();
    ringer.loaded.clear();
    asked = [];
    answer = () => Promise.resolve(new Response(new Uint8Array(8)));
    problems = [];
    changes = 0;
    const http: Http = {
      get: (path) => {
        asked.push(path);
        return answer();
      },
    };
    kept = new Map();
    const cache = {
      sound: (sha256: string) => Promise.resolve(kept.get(sha256) ?? null),
      keepSound: (sha256: string, file: Uint8Array<ArrayBuffer>) =>
        Promise.resolve(void kept.set(sha256, file)),
      dropSound: (sha256: string) => Promise.resolve(void kept.delete(sha256)),
    };
    sounds = new SoundLibrary({
      http,
      cache,
      ringer,
      clock: new ServerClock(timers),
      changed: () => (changes += 1),
      problem: (detail) => problems.push(detail),
    });
  });

  const configuration = aConfiguration({ notificationSound: { value: SHA, source: 'configuration' } });
  const prepared = async (): Promise<void> => {
    sounds.prepare(configuration);
    await new Promise((resolve) => setTimeout(resolve, 20));
  };
  const fault = () => {
    const resolved = sounds.resolve(SHA);
    return resolved.kind === 'loaded' ? resolved : null;
  };

  it('fetches and decodes the configured sounds before they are needed', async () => {
    await prepared();
    expect(asked).to.deep.equal([`v1/sounds/${SHA}`]);
    expect(sounds.resolve(SHA)).to.deep.equal({ kind: 'loaded', name: SHA, fault: null });
    expect(sounds.resolve(null)).to.deep.equal({ kind: 'loaded', name: 'default', fault: null });
  });

  it('caches what was fetched, and does not fetch it again', async () => {
    await prepared();
    expect([...kept.keys()]).to.deep.equal([SHA]);
    ringer.unload(SHA);
    await prepared();
    expect(asked).to.have.length(1);
    expect(fault()).to.include({ name: SHA, fault: null });
  });

  it('fetches a cached sound again if it cannot be decoded', async () => {
    kept.set(SHA, new Uint8Array(3));
    ringer.decodes = (file) => (file.length === 3 ? null : 2);
    await prepared();
    expect(asked).to.have.length(1);
    expect(kept.get(SHA)).to.have.length(8);
    expect(fault()).to.include({ name: SHA, fault: null });
  });

  it('does not cache a sound that turns out to be too long', async () => {
    ringer.decodes = () => 31;
    await prepared();
    expect(kept.size).to.equal(0);
  });

  it('fetches nothing if nothing rings', async () => {
    sounds.prepare(aConfiguration({ playRequestSound: { value: false, source: 'configuration' } }));
    await Promise.resolve();
    expect(asked).to.deep.equal([]);
    expect(ringer.loaded.size).to.equal(0);
  });

  it('rings the default sound if the custom one cannot be fetched, and retries when the connection is back', async () => {
    answer = () => Promise.resolve(Response.json({ detail: 'There is no such sound.' }, { status: 404 }));
    await prepared();
    expect(fault()).to.include({ name: 'default', fault: 'notFetched' });
    expect(problems[0]).to.contain('There is no such sound.');
    answer = () => Promise.resolve(new Response(new Uint8Array(8)));
    sounds.tryAgain();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(fault()).to.include({ name: SHA, fault: null });
  });

  it('rings the default sound if the custom one cannot be decoded', async () => {
    ringer.decodes = (file) => (file.length === 8 ? null : 1.6);
    await prepared();
    expect(fault()).to.include({ name: 'default', fault: 'notDecoded' });
    sounds.tryAgain();
    expect(asked).to.have.length(1);
  });

  it('rings the default sound if the custom one is longer than 30 s, whatever its stated length', async () => {
    ringer.decodes = (file) => (file.length === 8 ? 30.2 : 1.6);
    await prepared();
    expect(fault()).to.include({ name: 'default', fault: 'tooLong' });
    expect(problems[0]).to.contain('30.2 s');
    expect(ringer.isLoaded(SHA)).to.equal(false);
  });

  it('accepts one that the server measured even if the decoder keeps the encoder’s padding, but nothing longer', async () => {
    const reference = {
      sha256: SHA,
      address: `/v1/sounds/${SHA}`,
      format: 'mp3',
      lengthSeconds: 30.05,
    } as const;
    for (const [seconds, found] of [
      [30.24, null],
      [30.4, 'tooLong'],
    ] as const) {
      ringer.loaded.clear();
      kept.clear();
      ringer.decodes = () => seconds;
      sounds.prepare({ ...configuration, sounds: [reference] });
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(fault()?.fault).to.equal(found);
    }
  });

  it('accepts one of 30.1 s: encoders add a little', async () => {
    ringer.decodes = () => 30.1;
    await prepared();
    expect(fault()).to.include({ name: SHA, fault: null });
  });

  it('does not fetch more than the maximum size of a sound', async () => {
    answer = () =>
      Promise.resolve(new Response('', { headers: { 'content-length': String(13 * 1024 * 1024) } }));
    await prepared();
    expect(fault()).to.include({ name: 'default', fault: 'notFetched' });
  });

  it('lets a request wait for a loading sound, but not for ever', async () => {
    await prepared();
    ringer.unload(SHA);
    answer = () => new Promise(() => undefined);
    expect(sounds.resolve(SHA).kind).to.equal('loading');
    timers.advance(1000);
    expect(sounds.resolve(SHA)).to.deep.equal({ kind: 'loaded', name: 'default', fault: null });
  });

  it('fetches a sound that only a request’s terms name', async () => {
    const stamped = 'd'.repeat(64);
    expect(sounds.resolve(stamped).kind).to.equal('loading');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(sounds.resolve(stamped)).to.include({ name: stamped });
    expect(changes).to.equal(1);
  });
});
