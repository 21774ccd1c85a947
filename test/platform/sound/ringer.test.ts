import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { ownSound } from '../../../src/platform/sound/own-sounds.ts';
import { masterOutput, Ringer, type Play } from '../../../src/platform/sound/ringer.ts';
import { pageTimers } from '../../../src/platform/time/timers.ts';
import { Listening, tone } from '../../helpers/listening.ts';
import { recordWaits } from '../../helpers/recorded-waits.ts';
import { until } from '../../helpers/until.ts';

describe('the ringer', () => {
  // Real sounds take real time.

  let ringer: Ringer;
  let listening: Listening;
  let ended: number;

  beforeEach(async () => {
    ringer = new Ringer(pageTimers);
    ringer.wake('test');
    await until('sound runs', () => ringer.status === 'running');
    listening = await Listening.start();
    ended = 0;
  });
  afterEach(() => {
    listening.stop();
    ringer.release();
  });

  const play = (change: Partial<Play> = {}): boolean =>
    ringer.play({
      sound: 'tone',
      seconds: 2,
      loop: false,
      volume: 1,
      isWanted: () => true,
      ended: () => (ended += 1),
      ...change,
    });
  const context = () => masterOutput().context as AudioContext;
  const silence = () => until('silence', () => listening.silentFor > 150);

  const nothingStarts = async () => {
    const from = context().currentTime;
    await until('200 ms are played', () => context().currentTime > from + 0.2);
    expect(await listening.length()).to.equal(null);
  };

  it('plays a sound once, for its own length', async () => {
    expect(await ringer.load('tone', tone(0.6))).to.be.closeTo(0.6, 0.01);
    expect(play()).to.equal(true);
    await until('it ends', () => ended === 1);
    await silence();
    expect(await listening.sounded()).to.be.closeTo(600, 100);
  });

  it('cuts a longer sound on time, with a fade', async () => {
    await ringer.load('tone', tone(3));
    play({ seconds: 1 });
    await until('it ends', () => ended === 1);
    await silence();
    expect(await listening.length()).to.be.closeTo(1000, 200);
  });

  it('loops a shorter sound without gaps until its time is over', async () => {
    await ringer.load('tone', tone(0.3));
    play({ seconds: 1.2, loop: true });
    await until('it sounds', () => !listening.isSilent);
    const from = context().currentTime;
    let gaps = 0;
    await until('most of it is played', () => {
      const isOver = context().currentTime > from + 0.9;
      if (!isOver && listening.isSilent) gaps += 1;
      return isOver;
    });
    expect(gaps).to.equal(0);
    await until('it ends', () => ended === 1);
    await silence();
    expect(await listening.length()).to.be.closeTo(1200, 200);
  });

  it('fades when it is cut, without an audible click', async () => {
    await ringer.load('tone', tone(2));
    let lead: number;
    do {
      play();
      await until('it sounds', () => !listening.isSilent);
      ringer.stop();
      lead = await listening.lead();
      await until('silence', () => listening.isSilent);
      // On a machine so busy that the audio thread is past the end of the ramp already, there is none to be heard.
    } while (lead > 0.01);
    const tail = await listening.tail();
    // A ramp that begins a little late: then the first of these pieces are equally loud, to the wave's phase.
    for (let index = 1; index < tail.length; index++)
      expect(tail[index]).to.be.below(tail[index - 1]! * 1.01);
    expect(tail[0]).to.be.above(0.3);
    expect(tail.at(-1)).to.be.below(0.2);
  });

  it('is silent within 100 ms of being stopped', async () => {
    await ringer.load('tone', tone(2));
    play();
    await until('it sounds', () => !listening.isSilent);
    const stoppedAt = context().currentTime;
    ringer.stop();
    await until('silence', () => listening.isSilent);
    expect((await listening.lastHeardAt()) - stoppedAt).to.be.below(0.1);
    expect(ended).to.equal(0);
  });

  it('plays one sound at a time: the next takes over', async () => {
    await ringer.load('tone', tone(2, 500));
    await ringer.load('other', tone(2, 2000));
    play({ loop: true });
    await until('the first is heard', () => Math.abs(listening.pitch - 500) < 100);
    play({ sound: 'other' });
    await until('the second is heard', () => Math.abs(listening.pitch - 2000) < 100);
    ringer.stop();
    await silence();
    expect(ended).to.equal(0);
  });

  it('never has two sources at once, for any requests in any order', async () => {
    await ringer.load('tone', tone(0.3, 500));
    await ringer.load('other', tone(2, 2000));
    const source = AudioBufferSourceNode.prototype;
    // oxlint-disable-next-line typescript/unbound-method -- called with their node below
    const { start, stop } = source;
    const sounding = new Set<AudioBufferSourceNode>();
    let most = 0;
    let starts = 0;
    source.start = function (this: AudioBufferSourceNode, ...when) {
      sounding.add(this);
      starts += 1;
      most = Math.max(most, sounding.size);
      this.addEventListener('ended', () => sounding.delete(this));
      start.apply(this, when);
    };
    source.stop = function (this: AudioBufferSourceNode, ...when) {
      sounding.delete(this);
      stop.apply(this, when);
    };
    const asks = [
      () => play({ loop: true, seconds: 0.5 }),
      () => play({ sound: 'other', seconds: 0.1 }),
      () => ringer.stop(),
      () => ringer.goOn({ seconds: 0.3, ended: () => (ended += 1) }),
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ ask: fc.nat({ max: 3 }), wait: fc.integer({ min: 0, max: 60 }) }), {
          minLength: 5,
          maxLength: 20,
        }),
        async (schedule) => {
          for (const { ask, wait } of schedule) {
            asks[ask]!();
            const from = context().currentTime;
            await until('it plays on', () => context().currentTime >= from + wait / 1000);
          }
          ringer.stop();
        },
      ),
      { numRuns: 8 },
    );
    Object.assign(source, { start, stop });
    expect(starts).to.be.above(8);
    expect(most).to.equal(1);
    await until('silence', () => listening.silentFor > 50);
  });

  it('continues without restarting if it is asked to', async () => {
    await ringer.load('tone', tone(0.5));
    play({ seconds: 0.6, loop: true });
    await until('it sounds', () => !listening.isSilent);
    let prolonged = 0;
    expect(ringer.goOn({ seconds: 1.2, ended: () => (prolonged += 1) })).to.equal(true);
    await until('it ends', () => prolonged === 1);
    await silence();
    expect(await listening.length()).to.be.within(1000, 1500);
    expect(ended).to.equal(0);
    expect(ringer.goOn({ seconds: 1, ended: () => undefined })).to.equal(false);
  });

  it('falls silent by the audio clock if requested, even while the page is frozen', async () => {
    await ringer.load('tone', tone(0.5));
    play({ seconds: 4, loop: true });
    await until('it sounds', () => !listening.isSilent);
    const from = context().currentTime;
    ringer.limit(0.3);
    // Some browsers apply changes to the audio graph only at the end of a task.
    await until('the audio has heard of it', () => context().currentTime > from + 0.05);
    const end = performance.now() + 500;
    while (performance.now() < end);
    await until('it has had its time', () => context().currentTime > from + 0.45);
    expect((await listening.lastHeardAt()) - from).to.be.within(0.2, 0.45);
    ringer.limit(0.3);
    await until('it sounds again', () => !listening.isSilent);
    ringer.limit(null);
    const again = context().currentTime;
    await until('more than the limit passes', () => context().currentTime > again + 0.5);
    expect(listening.isSilent).to.equal(false);
    ringer.limit(0.1);
    await silence();
    play();
    await until('the next one begins without a limit', () => !listening.isSilent);
  });

  it('plays at the rep’s volume', async () => {
    await ringer.load('tone', tone(2));
    play({ volume: 0.2 });
    await until('it sounds softly', () => listening.peak > 0.1 && listening.peak < 0.2);
    ringer.setVolume(1);
    await until('it sounds loudly', () => listening.peak > 0.6);
  });

  it('starts nothing that is not wanted at that instant', async () => {
    await ringer.load('tone', tone(1));
    expect(play({ isWanted: () => false })).to.equal(false);
    expect(play({ seconds: 0 })).to.equal(false);
    expect(listening.isSilent).to.equal(true);
  });

  it('does not start a sound that is not loaded, not even later', async () => {
    expect(play()).to.equal(false);
    await ringer.load('tone', tone(1));
    await nothingStarts();
  });

  it('refuses a file that cannot be decoded', async () => {
    const error = await ringer
      .load('tone', new TextEncoder().encode('not a sound'))
      .catch((why: unknown) => why);
    expect(error).to.be.instanceOf(Error);
    expect(ringer.isLoaded('tone')).to.equal(false);
  });

  it('reports within 250 ms that sound is blocked, resumes on the next gesture, and plays nothing requested in between', async () => {
    await ringer.load('tone', tone(1));
    const audio = context();
    const resume = audio.resume.bind(audio);
    await audio.suspend();
    // As before the first gesture, the promise stays pending.
    audio.resume = () => new Promise(() => undefined);
    ringer.rest('test');
    const { waits, stop } = recordWaits();
    ringer.wake('test');
    await until('it is blocked', () => ringer.status === 'blocked');
    stop();
    expect(Math.max(...waits)).to.be.within(1, 250);
    for (let times = 0; times < 3; times++) expect(play()).to.equal(false);

    audio.resume = resume;
    document.body.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await until('sound runs', () => ringer.status === 'running');
    await nothingStarts();
    expect(play()).to.equal(true);
    await until('it is heard', () => !listening.isSilent);
  });

  it('resumes a context that something else suspended', async () => {
    await context().suspend();
    await until('it runs again', () => ringer.status === 'running' && context().state === 'running');
  });

  it('continues with a new context if its own was closed: nothing plays or is loaded, and sounds loaded then are heard', async () => {
    await ringer.load('tone', tone(2));
    play({ loop: true, seconds: 30 });
    await until('it sounds', () => !listening.isSilent);
    const old = context();
    const told: string[] = [];
    const stops = [
      ringer.onRenewed(() => told.push(`renewed, loaded: ${ringer.isLoaded('tone')}`)),
      ringer.subscribe(() => told.push(ringer.status)),
    ];
    await old.close();
    await until('it runs again', () => ringer.status === 'running' && context() !== old);
    expect([told[0], told.at(-1)]).to.deep.equal(['renewed, loaded: false', 'running']);
    expect(ended).to.equal(1);
    expect(play()).to.equal(false);
    listening.stop();
    listening = await Listening.start();
    await ringer.load('tone', tone(1));
    expect(play()).to.equal(true);
    await until('it is heard', () => !listening.isSilent);
    for (const stop of stops) stop();
  });

  it('finishes decoding if its context was closed in between', async () => {
    const old = context();
    const decode = old.decodeAudioData.bind(old);
    let close!: () => void;
    const closed = new Promise<void>((resolve) => (close = resolve));
    old.decodeAudioData = async (data: ArrayBuffer) => {
      await closed;
      return decode(data);
    };
    const loading = ringer.load('tone', tone(20));
    await old.close();
    close();
    // Closed twice within a second, it waits for a click.
    await until('that is known', () => ringer.status === 'blocked' || context() !== old);
    document.body.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(await loading).to.be.closeTo(20, 0.1);
    await until('it runs again', () => ringer.status === 'running');
    listening.stop();
    listening = await Listening.start();
    await until('it is loaded', () => ringer.isLoaded('tone'));
    expect(play()).to.equal(true);
    await until('it is heard', () => !listening.isSilent);
  });

  it('suspends the context when nothing will ring, and plays no leftovers when it resumes', async () => {
    await ringer.load('tone', tone(2));
    play();
    await until('it sounds', () => !listening.isSilent);
    ringer.rest('test');
    await until('it sleeps', () => context().state === 'suspended');
    ringer.wake('test');
    await until('it runs', () => ringer.status === 'running');
    const woken = context().currentTime;
    await until('30 ms are played', () => context().currentTime > woken + 0.03);
    expect(await listening.lastHeardAt()).to.be.below(woken + 0.003);
  });

  it('keeps 24 MB of the most recently played sounds, and always the default one', async () => {
    await ringer.load('default', tone(0.1), { stays: true });
    // 30 s at the context's rate are about 11 MB.
    for (const name of ['one', 'two']) await ringer.load(name, tone(30));
    ringer.play({
      sound: 'one',
      seconds: 0.05,
      loop: false,
      volume: 1,
      isWanted: () => true,
      ended: () => undefined,
    });
    await ringer.load('three', tone(30));
    expect(['default', 'one', 'two', 'three'].map((name) => ringer.isLoaded(name))).to.deep.equal([
      true,
      true,
      false,
      true,
    ]);
  });

  it('has two built-in sounds that start at once, do not clip, and are distinguishable', async () => {
    const pitches: number[] = [];
    for (const name of ['request', 'connectionLoss'] as const) {
      const length = await ringer.load(name, ownSound(name));
      expect(length).to.be.within(1, 3);
      play({ sound: name });
      await until('it sounds', () => !listening.isSilent);
      const started = context().currentTime;
      await until('the first tone fills the ear', () => context().currentTime > started + 0.12);
      expect(listening.peak).to.be.within(0.2, 0.95);
      pitches.push(listening.pitch);
      await until('it ends', () => ended === pitches.length);
      await silence();
    }
    expect(Math.abs(pitches[0]! - pitches[1]!)).to.be.above(50);
  });
});
