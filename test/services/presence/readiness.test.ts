import { expect } from '@open-wc/testing';
import { en } from '../../../assets/locales/en.ts';
import type { NotificationStatus } from '../../../src/platform/notifications.ts';
import { Readiness } from '../../../src/services/presence/readiness.ts';
import { watchSound } from '../../../src/services/sound/sound-status.ts';
import { ConfigurationStore } from '../../../src/stores/configuration.ts';
import { ConnectionStore } from '../../../src/stores/connection.ts';
import { PresenceStore } from '../../../src/stores/presence.ts';
import { SoundStore } from '../../../src/stores/sound.ts';
import { aConfiguration } from '../../fake-backend/records.ts';
import { FakeTimers } from '../../helpers/fake-timers.ts';
import { FakeRinger } from '../fake-ringer.ts';

describe('readiness', () => {
  let timers: FakeTimers;
  let ringer: FakeRinger;
  let isProven: boolean;
  let permission: NotificationStatus;
  let hasFailed: boolean;
  let decide: (permission: NotificationStatus) => void;
  let stores: {
    connection: ConnectionStore;
    configuration: ConfigurationStore;
    presence: PresenceStore;
    sound: SoundStore;
  };
  let readiness: Readiness;
  let remembered: Map<string, string>;
  let stops: (() => void)[];

  beforeEach(() => {
    timers = new FakeTimers();
    ringer = new FakeRinger();
    isProven = true;
    remembered = new Map();
    permission = 'granted';
    hasFailed = false;
    stores = {
      connection: new ConnectionStore(0),
      configuration: new ConfigurationStore(),
      presence: new PresenceStore(),
      sound: new SoundStore(),
    };
    stores.connection.update({ status: 'connected' });
    stores.configuration.take(aConfiguration(), 'v1', 0, false);
    readiness = new Readiness({
      ...stores,
      timers,
      ringer,
      words: () => en.readiness,
      prove: () => Promise.resolve(isProven),
      name: () => 'dismissed',
      recall: (name) => remembered.get(name) ?? null,
      remember: (name, value) =>
        void (value === null ? remembered.delete(name) : remembered.set(name, value)),
      notifications: {
        get failed() {
          return hasFailed;
        },
        get status() {
          return permission;
        },
        subscribe(listener) {
          decide = (decided) => {
            permission = decided;
            listener();
          };
          return () => (decide = () => undefined);
        },
      },
    });
    stops = [
      watchSound({ ringer, sound: stores.sound, isOurs: () => true, words: () => en.readiness }),
      readiness.start(),
    ];
  });
  afterEach(() => stops.forEach((stop) => stop()));

  const kinds = async () => (await readiness.check()).map(({ kind, severity }) => `${kind} ${severity}`);

  it('is given if a round trip succeeds and sound is running', async () => {
    expect(await kinds()).to.deep.equal([]);
    expect(ringer.status).to.equal('running');
  });

  it('unlocks sound first, within the click', () => {
    void readiness.check();
    expect(ringer.status).to.equal('running');
  });

  it('is given without notifications; the rep sees how to turn them on, even if the page cannot', async () => {
    decide('default');
    expect(await kinds()).to.deep.equal(['notificationsOff warns']);
    expect(stores.presence.state.problems[0]).to.deep.include({
      sentence: en.readiness.notificationsOff,
      fix: en.readiness.notificationsOffFix,
    });
    decide('denied');
    expect(stores.presence.state.problems[0]).to.deep.include({
      sentence: en.readiness.notificationsBlocked,
      fix: null,
    });
  });

  it('warns of a missing chosen device, by name', () => {
    const { output } = stores.sound.state;
    stores.sound.update({ output: { ...output, missing: ['Jabra'] } });
    expect(stores.presence.state.problems).to.deep.equal([
      { kind: 'outputMissing', severity: 'warns', sentence: en.readiness.outputMissing('Jabra'), fix: null },
    ]);
    stores.sound.update({ output });
    expect(stores.presence.state.problems).to.deep.equal([]);
  });

  it('keeps a warning that the rep dismissed out of the way, over a reload too, but no obstacle', () => {
    decide('default');
    readiness.dismiss('notificationsOff');
    expect(stores.presence.state.problems).to.have.length(1);
    expect(stores.presence.state.problems[0]).to.include({ kind: 'notificationsOff', dismissed: true });
    expect([...remembered.values()]).to.deep.equal(['notificationsOff']);
    readiness.dismiss('soundBlocked');
    ringer.isAllowed = false;
    stores.sound.update({ status: 'blocked' });
    expect(stores.presence.state.problems.map(({ dismissed = false }) => dismissed)).to.deep.equal([
      false,
      true,
    ]);
    readiness.forget();
    decide('denied');
    expect(stores.presence.state.problems.some(({ dismissed }) => dismissed)).to.equal(false);
  });

  it('says that a notification was not shown although it is allowed', async () => {
    hasFailed = true;
    decide('granted');
    expect(await kinds()).to.deep.equal(['notificationsOff warns']);
    expect(stores.presence.state.problems[0]?.sentence).to.equal(en.readiness.notificationNotShown);
  });

  it('does not mention notifications if they are unsupported or allowed', () => {
    decide('default');
    for (const fine of ['granted', 'unsupported'] as const) {
      decide(fine);
      expect(stores.presence.state.problems).to.deep.equal([]);
    }
  });

  it('is not given without a round trip', async () => {
    isProven = false;
    expect(await kinds()).to.deep.equal(['notConnected blocks']);
  });

  it('is not given while the browser blocks sound; the rep sees why and what fixes it', async () => {
    ringer.isAllowed = false;
    const checking = kinds();
    timers.advance(2000);
    expect(await checking).to.deep.equal(['soundBlocked blocks']);
    expect(stores.presence.state.problems).to.deep.equal([
      {
        kind: 'soundBlocked',
        severity: 'blocks',
        sentence: en.readiness.soundBlocked,
        fix: en.readiness.soundBlockedFix,
      },
    ]);
    // The reason stays visible until it is fixed.
    timers.advance(60_000);
    expect(stores.presence.state.problems).to.have.length(1);
    ringer.unlock();
    expect(stores.presence.state.problems).to.deep.equal([]);
  });

  it('waits for a device that takes a second to start', async () => {
    ringer.isAllowed = false;
    const checking = kinds();
    timers.advance(1500);
    ringer.unlock();
    expect(await checking).to.deep.equal([]);
  });

  it('is not given if the context claims to be running but nothing is heard', async () => {
    ringer.isAudible = false;
    expect(await kinds()).to.deep.equal(['soundBlocked blocks']);
  });

  it('restarts sound on the rep’s click if nothing is heard, and recovers once something is', async () => {
    ringer.wake('test');
    ringer.isAudible = false;
    stores.sound.update({ status: 'failed', reason: en.readiness.soundSilent });
    expect(stores.presence.state.problems[0]).to.include({
      sentence: en.readiness.soundSilent,
      fix: en.readiness.soundBlockedFix,
    });
    readiness.unlockSound();
    await Promise.resolve();
    await Promise.resolve();
    expect(ringer.log).to.deep.equal(['renewed']);
    expect(stores.presence.state.problems).to.deep.equal([]);

    stores.sound.update({ status: 'failed', reason: en.readiness.soundSilent });
    readiness.unlockSound();
    await Promise.resolve();
    await Promise.resolve();
    expect(ringer.log).to.deep.equal(['renewed']);
    expect(stores.presence.state.problems).to.deep.equal([]);
  });

  it('needs no sound if nothing rings', async () => {
    stores.configuration.take(
      aConfiguration({ playRequestSound: { value: false, source: 'configuration' } }),
      ...(['v2', 0, false] as const),
    );
    ringer.isAllowed = false;
    expect(await kinds()).to.deep.equal([]);
    expect(ringer.status).to.equal('asleep');
  });

  it('is not given without a valid configuration', async () => {
    stores.configuration.empty();
    expect(await kinds()).to.deep.equal(['noConfiguration waits']);
    expect(stores.presence.state.problems[0]).to.include({ sentence: 'Loading your settings…', fix: null });
    stores.configuration.refuse('It breaks the schema.');
    expect(await kinds()).to.deep.equal(['noConfiguration blocks']);
    expect(stores.presence.state.problems[0]).to.include({
      sentence: en.readiness.badConfiguration,
      fix: en.readiness.noConfigurationFix,
    });
  });

  it('only warns of a wrong clock', () => {
    stores.connection.update({ clockOffset: 86_400_000 });
    expect(stores.presence.state.problems).to.have.length(1);
    expect(stores.presence.state.problems[0]).to.include({ kind: 'clockOff', severity: 'warns', fix: null });
  });

  it('suspends sound again if the rep does not become available', async () => {
    await readiness.check();
    timers.advance(5000);
    expect(ringer.status).to.equal('asleep');
  });
});
