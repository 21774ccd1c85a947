import { expect } from '@open-wc/testing';
import { masterOutput, Ringer } from '../../../src/platform/sound/ringer.ts';
import { pageTimers } from '../../../src/platform/time/timers.ts';
import { Alarm, ALARM_SOUND } from '../../../src/services/sound/alarm.ts';
import { ConfigurationStore } from '../../../src/stores/configuration.ts';
import { ConnectionStore, type ConnectionStatus } from '../../../src/stores/connection.ts';
import { PresenceStore } from '../../../src/stores/presence.ts';
import { SoundStore } from '../../../src/stores/sound.ts';
import { aConfiguration, statuses } from '../../fake-backend/records.ts';
import { FakeTimers } from '../../helpers/fake-timers.ts';
import { Listening } from '../../helpers/listening.ts';
import { until } from '../../helpers/until.ts';
import { FakeRinger } from '../fake-ringer.ts';
import { OtherTabs } from '../other-tabs.ts';

const [AVAILABLE, , LUNCH, OFFLINE] = statuses;
const PLAY = `${ALARM_SOUND} once for 3`;

describe('the alarm of a lost connection', () => {
  let timers: FakeTimers;
  let ringer: FakeRinger;
  let stores: {
    connection: ConnectionStore;
    presence: PresenceStore;
    configuration: ConfigurationStore;
    sound: SoundStore;
  };
  let alarm: Alarm;
  let otherTabs: OtherTabs;
  let stop: () => void;
  let isHidden: boolean;
  let seen: () => void;

  function begin(own: FakeRinger | Ringer): void {
    stores = {
      connection: new ConnectionStore(timers.now()),
      presence: new PresenceStore(),
      configuration: new ConfigurationStore(),
      sound: new SoundStore(),
    };
    otherTabs = new OtherTabs();
    alarm = new Alarm({
      ...stores,
      timers,
      ringer: own,
      note: () => undefined,
      isHidden: () => isHidden,
      isOurs: () => true,
      tabGroup: otherTabs,
      onVisibility: (call) => {
        seen = call;
        return () => (seen = () => undefined);
      },
    });
    stop = alarm.start();
    is('connected');
    stores.presence.confirm({ status: AVAILABLE!, since: 1, cause: 'rep' });
    configure(true);
  }
  const is = (status: ConnectionStatus) => stores.connection.update({ status });
  const configure = (value: boolean) =>
    stores.configuration.take(
      aConfiguration({ playConnectionLossSound: { value, source: 'configuration' } }),
      'v1',
      1,
      false,
    );

  beforeEach(() => {
    isHidden = false;
    timers = new FakeTimers();
    ringer = new FakeRinger();
    begin(ringer);
  });
  afterEach(() => stop());

  it('plays 0, 10 and 20 s after the loss, and then no more', () => {
    is('interrupted');
    expect(ringer.log).to.deep.equal([]);
    is('lost');
    expect(ringer.log).to.deep.equal([PLAY]);
    expect(stores.connection.state.alarm).to.equal('sounding');
    ringer.ends();
    timers.advance(9999);
    expect(ringer.log).to.have.length(1);
    timers.advance(1);
    ringer.ends();
    timers.advance(10_000);
    ringer.ends();
    expect(ringer.log).to.deep.equal([PLAY, PLAY, PLAY]);
    timers.advance(600_000);
    expect(ringer.log).to.have.length(3);
    expect(stores.connection.state.alarm).to.equal('silenced');
    expect(ringer.status).to.equal('asleep');
  });

  it('does not cut another sound once its own has ended', () => {
    is('lost');
    ringer.ends();
    ringer.wake('testing');
    ringer.play({
      sound: 'default',
      seconds: 2,
      loop: false,
      volume: 1,
      isWanted: () => true,
      ended: () => undefined,
    });
    alarm.silence();
    expect(ringer.log.at(-1)).to.equal('default once for 2');
  });

  it('is decoded once', () => {
    let decoded = 0;
    ringer = new FakeRinger();
    ringer.load = () => {
      decoded++;
      return new Promise(() => undefined);
    };
    stop();
    begin(ringer);
    configure(true);
    is('interrupted');
    expect(decoded).to.equal(1);
  });

  for (const over of ['signedOut', 'replaced'] as const)
    it(`does not keep sound running in a hidden page that is ${over}`, () => {
      isHidden = true;
      seen();
      expect(ringer.status).to.equal('running');
      is(over);
      expect(ringer.status).to.equal('asleep');
    });

  it('ends once the state is resynchronised, before the connection reports it', () => {
    is('lost');
    alarm.restored();
    expect(ringer.log).to.deep.equal([PLAY, 'stop']);
    stores.connection.update({ returned: null });
    expect(stores.connection.state.alarm).to.equal(null);
    is('connected');
    timers.advance(60_000);
    expect(ringer.log).to.have.length(2);
    is('lost');
    expect(ringer.log.at(-1)).to.equal(PLAY);
  });

  it('stays silent once silenced, until the next loss', () => {
    is('lost');
    alarm.silence();
    is('refused');
    timers.advance(60_000);
    expect(ringer.log).to.deep.equal([PLAY, 'stop']);
    expect(stores.connection.state.alarm).to.equal('silenced');
    alarm.restored();
    is('connected');
    is('lost');
    expect(stores.connection.state.alarm).to.equal('sounding');
  });

  it('is silenced in all browser tabs, from any of them; its end silences none', () => {
    is('lost');
    otherTabs.say({ type: 'alarmSilenced' });
    expect(stores.connection.state.alarm).to.equal('silenced');
    timers.advance(60_000);
    alarm.restored();
    is('connected');
    is('lost');
    timers.advance(60_000);
    expect(otherTabs.told).to.deep.equal([]);
    alarm.silence();
    expect(otherTabs.told).to.deep.equal([{ type: 'alarmSilenced' }]);
  });

  it('also plays if the token is refused, once', () => {
    is('refused');
    is('lost');
    is('refused');
    expect(ringer.log).to.deep.equal([PLAY]);
  });

  for (const status of ['signedOut', 'replaced', 'interrupted', 'connecting'] as const)
    it(`does not play if the connection is ${status}`, () => {
      is(status);
      timers.advance(30_000);
      expect(ringer.log).to.deep.equal([]);
    });

  it('ends when the rep signs out', () => {
    is('lost');
    is('signedOut');
    expect(ringer.log).to.deep.equal([PLAY, 'stop']);
    expect(stores.connection.state.alarm).to.equal(null);
  });

  it('plays for a busy rep, but not for one who is Offline, nor if it is off', () => {
    stores.presence.confirm({ status: OFFLINE!, since: 2, cause: 'rep' });
    is('lost');
    expect(ringer.log).to.deep.equal([]);
    stores.presence.confirm({ status: LUNCH!, since: 3, cause: 'rep' });
    expect(ringer.log).to.deep.equal([PLAY]);
    configure(false);
    expect(stores.connection.state.alarm).to.equal(null);
    timers.advance(30_000);
    expect(ringer.log).to.deep.equal([PLAY, 'stop']);
  });

  it('waits after sleep, and plays only if the connection does not come back', () => {
    alarm.holdOff(5000);
    is('interrupted');
    timers.advance(2500);
    is('lost');
    timers.advance(2499);
    expect(stores.connection.state.alarm).to.equal(null);
    timers.advance(1);
    expect(ringer.log).to.deep.equal([PLAY]);
  });

  it('does not play if it comes back in time', () => {
    alarm.holdOff(5000);
    is('lost');
    timers.advance(3000);
    alarm.restored();
    is('connected');
    timers.advance(60_000);
    expect(ringer.log).to.deep.equal([]);
  });

  it('plays as soon as the browser allows it', () => {
    ringer.isAllowed = false;
    is('lost');
    timers.advance(4000);
    expect(ringer.log).to.deep.equal([]);
    ringer.unlock();
    expect(ringer.log).to.deep.equal([PLAY]);
  });

  it('interrupts a sound test', () => {
    stores.sound.update({ testing: true });
    is('lost');
    expect(stores.sound.state.testing).to.equal(false);
    expect(ringer.playing?.sound).to.equal(ALARM_SOUND);
  });

  it('keeps sound running in a hidden page, so that timers are on time', () => {
    expect(ringer.status).to.equal('asleep');
    isHidden = true;
    seen();
    expect(ringer.status).to.equal('running');
    stores.presence.confirm({ status: OFFLINE!, since: 2, cause: 'rep' });
    expect(ringer.status).to.equal('asleep');
  });

  it('leaves no timer and no sound behind', () => {
    is('lost');
    stop();
    expect(timers.count).to.equal(0);
    expect(ringer.playing).to.equal(null);
    expect(ringer.status).to.equal('asleep');
  });

  it('really plays without a network, at 0, 10 and 20 s', async () => {
    stop();
    const real = new Ringer(pageTimers);
    begin(real);
    await until('its sound is decoded', () => real.isLoaded(ALARM_SOUND));
    real.wake('test');
    await until('sound runs', () => real.status === 'running');
    const listening = await Listening.start();
    const heard = () => !listening.isSilent && listening.silentFor < 100;
    is('lost');
    await until('it is heard', heard);
    for (const time of ['second', 'third']) {
      await until('it ends', () => listening.silentFor > 500);
      timers.advance(9_990);
      expect(heard()).to.equal(false);
      timers.advance(10);
      await until(`it is heard a ${time} time`, heard);
    }
    const silencedAt = masterOutput().context.currentTime;
    alarm.silence();
    await until('silence', () => listening.isSilent);
    expect((await listening.lastHeardAt()) - silencedAt).to.be.below(0.1);
    listening.stop();
    stop();
    real.release();
  });
});
