import { expect } from '@open-wc/testing';
import { Ringer, type Play } from '../../src/platform/sound/ringer.ts';
import { pageTimers } from '../../src/platform/time/timers.ts';
import { Listening, tone } from '../helpers/listening.ts';
import { until } from '../helpers/until.ts';

describe('two ringers on a page', () => {
  // Real sounds take real time.

  let one: Ringer;
  let other: Ringer;
  let listening: Listening;
  let told: string[];

  beforeEach(async () => {
    [one, other] = [new Ringer(pageTimers), new Ringer(pageTimers)];
    for (const ringer of [one, other]) ringer.wake('test');
    await until('sound runs', () => one.status === 'running' && other.status === 'running');
    listening = await Listening.start();
    told = [];
  });
  afterEach(() => {
    listening.stop();
    for (const ringer of [one, other]) ringer.release();
  });

  async function loaded(): Promise<void> {
    await one.load('tone', tone(2, 500));
    await other.load('tone', tone(2, 2000));
  }
  const play = (ringer: Ringer, change: Partial<Play> = {}): boolean => {
    const name = ringer === one ? 'one' : 'other';
    return ringer.play({
      sound: 'tone',
      seconds: 2,
      loop: true,
      volume: 1,
      isWanted: () => true,
      ended: () => told.push(`${name} ended`),
      taken: () => told.push(`${name} taken`),
      mayReturn: () => told.push(`${name} may return`),
      ...change,
    });
  };
  const isHeard = (pitch: number) => () => !listening.isSilent && Math.abs(listening.pitch - pitch) < 100;

  it('play one at a time: the newest takes over, and the older one may resume once that has ended', async () => {
    await loaded();
    play(one);
    await until('the first is heard', isHeard(500));
    expect(play(other, { seconds: 0.5 })).to.equal(true);
    expect(told).to.deep.equal(['one taken']);
    await until('the second is heard', isHeard(2000));
    expect(one.goOn({ seconds: 1, ended: () => undefined })).to.equal(false);
    await until('it may return', () => told.length > 2);
    expect(told).to.deep.equal(['one taken', 'other ended', 'one may return']);
    expect(play(one, { age: 1000 })).to.equal(true);
    await until('the first is heard again', isHeard(500));
  });

  it('do not interrupt a newer sound: the older one is notified when that stops', async () => {
    await loaded();
    play(one);
    await until('the first is heard', isHeard(500));
    expect(play(other, { age: 5000 })).to.equal(false);
    expect(told).to.deep.equal([]);
    one.stop();
    await until('it may return', () => told.length > 0);
    expect(told).to.deep.equal(['other may return']);
  });

  it('do not notify a sound that is no longer wanted', async () => {
    await loaded();
    play(one);
    play(other);
    one.release();
    other.stop();
    await until('silence', () => listening.isSilent);
    expect(told).to.deep.equal(['one taken']);
  });

  it('never have two sources at once, not even while one fades', async () => {
    await loaded();
    const source = AudioBufferSourceNode.prototype;
    // oxlint-disable-next-line typescript/unbound-method -- called with their node below
    const { start, stop } = source;
    const sounding = new Set<AudioBufferSourceNode>();
    const counts: number[] = [];
    source.start = function (this: AudioBufferSourceNode, ...when) {
      sounding.add(this);
      counts.push(sounding.size);
      start.apply(this, when);
    };
    source.stop = function (this: AudioBufferSourceNode, ...when) {
      sounding.delete(this);
      stop.apply(this, when);
    };
    play(one);
    play(other);
    other.stop();
    play(one);
    one.stop();
    other.release();
    Object.assign(source, { start, stop });
    expect(counts).to.deep.equal([1, 1, 1]);
  });

  it('share 24 MB of decoded sound: the least recently played one is evicted, whoever decoded it', async () => {
    // 30 s at the context's rate are about 11 MB.
    await one.load('first', tone(30));
    await other.load('second', tone(30));
    play(one, { sound: 'first', seconds: 0.05 });
    one.stop();
    await other.load('third', tone(30));
    expect([one.isLoaded('first'), other.isLoaded('second'), other.isLoaded('third')]).to.deep.equal([
      true,
      false,
      true,
    ]);
    one.release();
    await other.load('fourth', tone(30));
    expect(other.isLoaded('third')).to.equal(true);
  });

  it('do not keep a sound that is decoded after its player is gone', async () => {
    const loading = one.load('first', tone(30), { stays: true });
    one.release();
    await loading;
    expect(one.isLoaded('first')).to.equal(false);
    for (const name of ['second', 'third']) await other.load(name, tone(30));
    expect([other.isLoaded('second'), other.isLoaded('third')]).to.deep.equal([true, true]);
  });

  it('keep a sound that one of them is playing', async () => {
    await one.load('first', tone(30));
    play(one, { sound: 'first', seconds: 30 });
    for (const name of ['second', 'third']) await other.load(name, tone(30));
    expect([one.isLoaded('first'), other.isLoaded('second'), other.isLoaded('third')]).to.deep.equal([
      true,
      false,
      true,
    ]);
  });
});
