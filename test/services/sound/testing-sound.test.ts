import { expect } from '@open-wc/testing';
import { en } from '../../../assets/locales/en.ts';
import { ServerClock } from '../../../src/platform/time/clock.ts';
import { ALARM_SOUND } from '../../../src/services/sound/alarm.ts';
import type { Resolved } from '../../../src/services/sound/sound-library.ts';
import { TestingSound } from '../../../src/services/sound/testing-sound.ts';
import { ConfigurationStore } from '../../../src/stores/configuration.ts';
import { ConnectionStore } from '../../../src/stores/connection.ts';
import { SoundStore } from '../../../src/stores/sound.ts';
import { aConfiguration } from '../../fake-backend/records.ts';
import { FakeTimers } from '../../helpers/fake-timers.ts';
import { until } from '../../helpers/until.ts';
import { FakeRinger } from '../fake-ringer.ts';

describe('testing the sound', () => {
  let timers: FakeTimers;
  let ringer: FakeRinger;
  let sound: SoundStore;
  let connection: ConnectionStore;
  let configuration: ConfigurationStore;
  let resolved: Resolved;
  let testing: TestingSound;

  beforeEach(() => {
    timers = new FakeTimers();
    ringer = new FakeRinger();
    sound = new SoundStore();
    connection = new ConnectionStore(timers.now());
    configuration = new ConfigurationStore();
    resolved = { kind: 'loaded', name: 'default', fault: null };
    testing = new TestingSound({
      sound,
      connection,
      ringer,
      configuration,
      clock: new ServerClock(timers),
      sounds: { resolve: () => resolved },
      words: () => en.customSound,
    });
  });
  afterEach(() => testing.stop());

  it('plays the sound once, and reports that while it plays', () => {
    testing.toggle();
    expect(ringer.log).to.deep.equal(['default once for 5']);
    expect(sound.state.testing).to.equal(true);
    ringer.ends();
    expect(sound.state.testing).to.equal(false);
    expect(ringer.status).to.equal('asleep');
  });

  it('does not disturb the alarm', () => {
    connection.update({ alarm: 'sounding' });
    testing.toggle();
    expect(ringer.log).to.deep.equal([]);
    expect(sound.state.testing).to.equal(false);
  });

  it('ends if another player of the page takes over', () => {
    testing.toggle();
    ringer.taken();
    expect(sound.state.testing).to.equal(false);
    expect(ringer.status).to.equal('asleep');
  });

  it('stops on the second click', () => {
    testing.toggle();
    testing.toggle();
    expect(ringer.log).to.deep.equal(['default once for 5', 'stop']);
    expect(sound.state.testing).to.equal(false);
  });

  it('gives way to a ring', () => {
    testing.toggle();
    sound.update({ ringing: 'work-1', testing: false });
    ringer.log.length = 0;
    testing.toggle();
    expect(ringer.log).to.deep.equal([]);
    expect(sound.state.testing).to.equal(false);
  });

  it('waits for a sound that is loading', () => {
    resolved = { kind: 'loading', until: timers.now() + 500 };
    testing.toggle();
    expect(ringer.log).to.deep.equal([]);
    resolved = { kind: 'loaded', name: 'default', fault: 'notFetched' };
    timers.advance(500);
    expect(ringer.log).to.deep.equal(['default once for 5']);
    expect(sound.state.fallback).to.equal(en.customSound.notFetched);
  });

  it('ends if the browser blocks sound, and plays nothing later', () => {
    ringer.isAllowed = false;
    testing.toggle();
    expect(sound.state.testing).to.equal(false);
    ringer.unlock();
    expect(ringer.log).to.deep.equal([]);
    expect(timers.count).to.equal(0);
  });

  it('plays a request for as long as it rings', () => {
    configuration.take(
      aConfiguration({ soundLengthSeconds: { value: 12, source: 'configuration' } }),
      null,
      0,
      false,
    );
    testing.toggle('ring');
    expect(ringer.log).to.deep.equal(['default loop for 12']);
    testing.toggle('ring');
    expect(sound.state.testing).to.equal(false);
  });

  it('plays the alarm too, and one takes over from the other', () => {
    ringer.loaded.set(ALARM_SOUND, 2);
    testing.toggle('alarm');
    expect([sound.state.testing, sound.state.tested]).to.deep.equal([true, 'alarm']);
    testing.toggle('request');
    expect([sound.state.testing, sound.state.tested]).to.deep.equal([true, 'request']);
    testing.toggle('alarm');
    testing.toggle('alarm');
    expect(sound.state.testing).to.equal(false);
    expect(ringer.log).to.deep.equal([
      `${ALARM_SOUND} once for 5`,
      'stop',
      'default once for 5',
      'stop',
      `${ALARM_SOUND} once for 5`,
      'stop',
    ]);
  });

  it('decodes the alarm even if none is configured, and then plays it', async () => {
    testing.toggle('alarm');
    await until('it plays', () => ringer.playing !== null);
    expect(ringer.log).to.deep.equal([`${ALARM_SOUND} once for 5`]);
  });

  it('ends if the alarm cannot be decoded', async () => {
    ringer.decodes = () => null;
    testing.toggle('alarm');
    await until('it is over', () => !sound.state.testing);
    expect(ringer.log).to.deep.equal([]);
  });
});
