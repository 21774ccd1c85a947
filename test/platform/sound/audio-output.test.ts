import { expect } from '@open-wc/testing';
import { AudioOutput } from '../../../src/platform/sound/audio-output.ts';
import { masterOutput, Ringer } from '../../../src/platform/sound/ringer.ts';
import { pageTimers } from '../../../src/platform/time/timers.ts';
import { until } from '../../helpers/until.ts';

type Kind = MediaDeviceInfo['kind'];
const device = (deviceId: string, label: string, kind: Kind = 'audiooutput') => ({ deviceId, label, kind });

/** Devices are faked: a test says which exist and which are refused. */
describe('audio output', () => {
  // Not every engine has them all.
  const real = [
    [Navigator.prototype, 'mediaDevices'],
    [AudioContext.prototype, 'setSinkId'],
    [AudioContext.prototype, 'sinkId'],
    [HTMLMediaElement.prototype, 'setSinkId'],
  ].map(([owner, name]) => ({
    owner: owner as object,
    name: name as string,
    descriptor: Object.getOwnPropertyDescriptor(owner, name as string),
  }));
  let media: EventTarget & Record<string, unknown>;
  let refused: Set<string>;
  let sent: string[];
  let players: HTMLAudioElement[];
  let ringer: Ringer;
  let output: AudioOutput;

  beforeEach(() => {
    refused = new Set();
    sent = [];
    players = [];
    media = Object.assign<EventTarget & Record<string, unknown>, object>(new EventTarget() as never, {
      enumerateDevices: () => Promise.resolve([device('default', 'Default'), device('h', 'Headset')]),
    });
    Object.defineProperty(Navigator.prototype, 'mediaDevices', { configurable: true, get: () => media });
    const takes = (what: string) => ({
      configurable: true,
      value(this: object, id: string) {
        if (this instanceof HTMLAudioElement && !players.includes(this)) players.push(this);
        if (refused.has(id)) return Promise.reject(new DOMException('It is gone.', 'NotFoundError'));
        sent.push(`${what} ${id}`);
        Object.defineProperty(this, 'sinkId', { configurable: true, value: id });
        return Promise.resolve();
      },
    });
    Object.defineProperty(AudioContext.prototype, 'setSinkId', takes('context'));
    Object.defineProperty(AudioContext.prototype, 'sinkId', { configurable: true, get: () => '' });
    Object.defineProperty(HTMLMediaElement.prototype, 'setSinkId', takes('element'));
    ringer = new Ringer(pageTimers);
    output = new AudioOutput((make) => ringer.graph(make));
  });
  afterEach(async () => {
    await output.release();
    ringer.release();
    for (const { owner, name, descriptor } of real)
      if (descriptor) Object.defineProperty(owner, name, descriptor);
      else Reflect.deleteProperty(owner, name);
  });

  it('can be chosen if the context and the devices allow it', () => {
    expect(output.canChoose).to.equal(true);
    Reflect.deleteProperty(AudioContext.prototype, 'setSinkId');
    expect(output.canChoose).to.equal(false);
  });

  it('lists output devices with a name, except the default', async () => {
    media.enumerateDevices = () =>
      Promise.resolve([
        device('default', 'Default'),
        device('', ''),
        device('x', ''),
        device('m', 'Microphone', 'audioinput'),
        device('h', 'Headset'),
        device('s', 'Speakers'),
      ]);
    expect(await output.devices()).to.deep.equal([
      { id: 'h', label: 'Headset' },
      { id: 's', label: 'Speakers' },
    ]);
  });

  it('asks for the microphone if there is no other way, and releases it at once', async () => {
    let stopped = 0;
    media.getUserMedia = () => Promise.resolve({ getTracks: () => [{ stop: () => (stopped += 1) }] });
    await output.ask();
    expect(stopped).to.equal(1);
  });

  it('asks with the browser’s picker if it has one, and lists the chosen device', async () => {
    media.selectAudioOutput = () => Promise.resolve(device('p', 'Picked'));
    await output.ask();
    expect((await output.devices()).map(({ id }) => id)).to.deep.equal(['h', 'p']);
  });

  it('is routed once to the chosen device, and stays on the default if that is refused', async () => {
    expect(await output.route({ main: 'h', second: null })).to.deep.equal({ main: 'h', second: null });
    await output.route({ main: 'h', second: null });
    expect(sent).to.deep.equal(['context h']);
    refused.add('gone');
    expect(await output.route({ main: 'gone', second: 'gone' })).to.deep.equal({ main: '', second: null });
    expect(sent).to.deep.equal(['context h', 'context ']);
  });

  it('plays on a second device too, at the same position, only while sound is running', async () => {
    ringer.wake('test');
    await until('sound runs', () => ringer.status === 'running');
    expect(await output.route({ main: '', second: 's' })).to.deep.equal({ main: '', second: 's' });
    expect(sent).to.deep.equal(['element s']);
    const [player] = players;
    await until('it plays', () => player?.paused === false);
    expect((player?.srcObject as MediaStream | undefined)?.getAudioTracks()).to.have.length(1);
    ringer.rest('test');
    await until('it rests', () => player?.paused === true);
    ringer.wake('test');
    await until('it plays again', () => player?.paused === false);
    await output.route({ main: '', second: null });
    expect([player?.paused, player?.srcObject]).to.deep.equal([true, null]);
  });

  it('is shared by the page, and remains until the last panel is removed', async () => {
    const other = new AudioOutput((make) => ringer.graph(make));
    await output.route({ main: 'h', second: 's' });
    await other.route({ main: 'h', second: 's' });
    expect(players).to.have.length(1);
    await output.release();
    expect(players[0]?.srcObject).to.not.equal(null);
    await other.release();
    expect(players[0]?.srcObject).to.equal(null);
    expect((masterOutput().context as AudioContext & { sinkId: string }).sinkId).to.equal('');
  });

  it('reports when a device appears or disappears, until nobody listens', () => {
    let times = 0;
    const stop = output.onChange(() => (times += 1));
    media.dispatchEvent(new Event('devicechange'));
    stop();
    media.dispatchEvent(new Event('devicechange'));
    expect(times).to.equal(1);
  });
});
