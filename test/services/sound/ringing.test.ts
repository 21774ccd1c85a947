import { expect } from '@open-wc/testing';
import { en } from '../../../assets/locales/en.ts';
import type { AgentWork } from '../../../src/domain/work/agent-work.ts';
import { ServerClock } from '../../../src/platform/time/clock.ts';
import { Ringing } from '../../../src/services/sound/ringing.ts';
import type { Resolved } from '../../../src/services/sound/sound-library.ts';
import { watchSound } from '../../../src/services/sound/sound-status.ts';
import { ConnectionStore } from '../../../src/stores/connection.ts';
import { PresenceStore } from '../../../src/stores/presence.ts';
import { SoundStore } from '../../../src/stores/sound.ts';
import { WorkStore } from '../../../src/stores/work.ts';
import { aRequest, statuses } from '../../fake-backend/records.ts';
import { FakeTimers } from '../../helpers/fake-timers.ts';
import { FakeRinger } from '../fake-ringer.ts';

const CAPACITY = { primary: { used: 0, total: 5 }, interruptible: { used: 0, total: 5 } };
const SHA = 'a'.repeat(64);

describe('ringing', () => {
  let timers: FakeTimers;
  let clock: ServerClock;
  let ringer: FakeRinger;
  let stores: { work: WorkStore; presence: PresenceStore; connection: ConnectionStore; sound: SoundStore };
  let resolved: Resolved | null;
  let ringing: Ringing;
  let stops: (() => void)[];
  let proves: ((isProven: boolean) => void)[];

  beforeEach(() => {
    timers = new FakeTimers(1_700_000_000_000);
    clock = new ServerClock(timers);
    ringer = new FakeRinger();
    ringer.loaded.set(SHA, 2);
    resolved = null;
    proves = [];
    stores = {
      work: new WorkStore((tell) => tell()),
      presence: new PresenceStore(),
      connection: new ConnectionStore(clock.now()),
      sound: new SoundStore(),
    };
    stores.connection.update({ status: 'connected' });
    stores.presence.confirm({ status: statuses[0]!, since: 1, cause: 'rep' });
    ringing = new Ringing({
      ...stores,
      clock,
      ringer,
      turn: { isMine: true, needsSound: true },
      sounds: { resolve: (sound) => resolved ?? { kind: 'loaded', name: sound ?? 'default', fault: null } },
      words: () => ({ ...en.customSound, silent: en.readiness.soundSilent }),
      prove: () => new Promise((resolve) => proves.push(resolve)),
    });
    stops = [
      watchSound({ ringer, sound: stores.sound, isOurs: () => true, words: () => en.readiness }),
      ringing.start(),
    ];
  });
  afterEach(() => stops.forEach((stop) => stop()));

  const offer = (changes: Partial<AgentWork> = {}): AgentWork => {
    const work = aRequest(changes, { now: clock.now() });
    stores.work.put(work);
    return work;
  };
  const automatic = (): AgentWork => {
    const work = aRequest({}, { now: clock.now() });
    const stamped = { ...work, stamp: { ...work.stamp, automatic: true } };
    stores.work.put(stamped);
    return stamped;
  };
  const change = (work: AgentWork, changes: Partial<AgentWork>) => stores.work.put({ ...work, ...changes });
  const custom = (work: AgentWork): AgentWork['stamp'] => ({
    ...work.stamp,
    ring: { sound: SHA, lengthSeconds: 10 },
  });

  it('rings for a request for its length, and reports for which', () => {
    const work = offer();
    expect(ringer.log).to.deep.equal(['default loop for 10']);
    expect(stores.sound.state.ringing).to.equal(work.id);
    timers.advance(10_000);
    expect(ringer.log).to.deep.equal(['default loop for 10', 'stop']);
    expect(stores.sound.state.ringing).to.equal(null);
  });

  it('a delayed request rings once a round trip has shown that it is still open', async () => {
    const held = () => offer({ offeredAt: clock.now() - 1500 });
    const [settled] = [held(), held()];
    expect(ringer.log).to.deep.equal([]);
    expect(proves.length).to.equal(1);
    change(settled, { status: 'declinedOnPushTimeout', settledAt: clock.now() });
    expect(ringer.log).to.deep.equal([]);
    proves[0]!(true);
    await Promise.resolve();
    expect(ringer.log).to.deep.equal(['default loop for 8.5']);
  });

  it('a delayed request does not ring if the customer has left in the meantime', async () => {
    const work = offer({ offeredAt: clock.now() - 1500 });
    change(work, { status: 'canceled', cancelReason: 'customerLeft', settledAt: clock.now() });
    proves[0]!(true);
    await Promise.resolve();
    expect(ringer.log).to.deep.equal([]);
  });

  it('a break proves nothing: a delayed request is verified again with the next snapshot', async () => {
    const work = offer({ offeredAt: clock.now() - 1500 });
    stores.connection.update({ status: 'interrupted' });
    proves[0]!(false);
    await Promise.resolve();
    expect(ringer.log).to.deep.equal([]);
    stores.work.resynchronise([work], CAPACITY);
    stores.connection.update({ status: 'connected' });
    expect(ringer.log).to.deep.equal([]);
    proves[1]!(true);
    await Promise.resolve();
    expect(ringer.log).to.deep.equal(['default loop for 8.5']);
  });

  it('a link with a slow round trip does not silence a request', async () => {
    offer({ offeredAt: clock.now() - 1500 });
    proves[0]!(false);
    await Promise.resolve();
    expect(ringer.log).to.deep.equal(['default loop for 8.5']);
  });

  it('stops as soon as the request is settled', () => {
    const work = offer();
    change(work, { status: 'opened', openedBy: 'rep', openedAt: clock.now() });
    expect(ringer.log.at(-1)).to.equal('stop');
    expect(stores.sound.state.ringing).to.equal(null);
  });

  it('rings once, whatever is repeated', () => {
    const work = offer();
    change(work, {});
    stores.work.resynchronise([work], CAPACITY);
    stores.connection.update({ roundTrip: 5 });
    expect(ringer.log).to.deep.equal(['default loop for 10']);
  });

  it('plays only the rest after a reload', async () => {
    const work = aRequest({}, { now: clock.now() - 7000 });
    stores.work.resynchronise([work], CAPACITY);
    proves[0]!(true);
    await Promise.resolve();
    expect(ringer.log).to.deep.equal(['default loop for 3']);
  });

  it('gives the sound to the newest request, which continues the same sound', () => {
    offer();
    timers.advance(4000);
    const second = offer();
    expect(ringer.log).to.deep.equal(['default loop for 10', 'goes on for 10']);
    expect(stores.sound.state.ringing).to.equal(second.id);
  });

  it('gives way to another player of the page, and comes back for the rest once that has ended', () => {
    const work = offer();
    timers.advance(2000);
    const ends = ringer.taken();
    expect(stores.sound.state.ringing).to.equal(null);
    timers.advance(3000);
    ends();
    expect(ringer.log).to.deep.equal(['default loop for 10', 'default loop for 5']);
    expect(ringer.playing?.age).to.equal(5000);
    expect(stores.sound.state.ringing).to.equal(work.id);
  });

  it('comes back to an older request for the rest of its interval', () => {
    const first = offer();
    timers.advance(1000);
    const second = offer();
    change(second, { stamp: custom(second) });
    expect(ringer.log.at(-1)).to.equal(`${SHA} loop for 10`);
    timers.advance(2000);
    change(second, { status: 'declined', settledAt: clock.now() });
    expect(ringer.log.at(-1)).to.equal('default loop for 7');
    expect(stores.sound.state.ringing).to.equal(first.id);
  });

  it('goes on after the customer has left, unless the channel stops it', () => {
    const left = { status: 'canceled', cancelReason: 'customerLeft' } as const;
    const work = offer();
    change(work, { ...left, settledAt: clock.now() });
    expect(ringer.log).to.deep.equal(['default loop for 10']);
    const other = offer();
    change(other, {
      ...left,
      settledAt: clock.now(),
      stamp: { ...other.stamp, stopSoundWhenCustomerLeaves: true },
    });
    expect(stores.sound.state.ringing).to.equal(work.id);
    timers.advance(10_000);
    expect(ringer.log.at(-1)).to.equal('stop');
  });

  it('chimes once for an automatic acceptance, beyond its acceptance, and then makes way', () => {
    const older = offer();
    timers.advance(1000);
    const work = automatic();
    expect(ringer.log.at(-1)).to.equal('default once for 10');
    change(work, { status: 'opened', openedBy: 'automatic', openedAt: clock.now() });
    timers.advance(1600);
    ringer.ends();
    expect(ringer.log.at(-1)).to.equal('default loop for 7.4');
    expect(stores.sound.state.ringing).to.equal(older.id);
  });

  it('does not chime for work that was accepted automatically before the page saw it', () => {
    const before = aRequest({ status: 'opened', openedBy: 'automatic' }, { now: clock.now() });
    stores.work.resynchronise([{ ...before, stamp: { ...before.stamp, automatic: true } }], CAPACITY);
    expect(ringer.log).to.deep.equal([]);
  });

  it('rings at once if the measured clock is behind the server’s', () => {
    clock.setOffset(-40);
    stores.work.put(aRequest({}, { now: timers.now() }));
    expect(ringer.log).to.deep.equal(['default loop for 10']);
  });

  it('stops when the connection is lost, and plays the rest when it is back', () => {
    const work = offer();
    timers.advance(2000);
    stores.connection.update({ status: 'interrupted' });
    expect(stores.sound.state.ringing).to.equal(work.id);
    stores.connection.update({ status: 'lost' });
    expect(ringer.log.at(-1)).to.equal('stop');
    timers.advance(3000);
    stores.connection.update({ status: 'connected' });
    expect(ringer.log.at(-1)).to.equal('default loop for 5');
  });

  describe('if the browser blocks sound', () => {
    beforeEach(() => {
      stores.presence.confirm({ status: statuses[3]!, since: 2, cause: 'rep' });
      ringer.isAllowed = false;
    });

    it('says so at once, with the reason', () => {
      offer();
      expect(stores.sound.state).to.include({
        status: 'blocked',
        reason: en.readiness.soundBlocked,
        ringing: null,
      });
    });

    it('plays on the click for the request that is open then, for the rest of its interval', () => {
      const answered = offer();
      timers.advance(1000);
      const open = offer();
      change(answered, { status: 'opened', openedBy: 'rep', openedAt: clock.now() });
      timers.advance(3000);
      ringer.unlock();
      expect(ringer.log).to.deep.equal(['default loop for 7']);
      expect(stores.sound.state.ringing).to.equal(open.id);
    });

    it('plays nothing on the click if nothing is open any more', () => {
      const work = offer();
      change(work, { status: 'declinedOnPushTimeout', settledAt: clock.now() });
      ringer.unlock();
      expect(ringer.log).to.deep.equal([]);
    });
  });

  it('reports that a sound is not heard although the context claims to be running', async () => {
    ringer.isAudible = false;
    offer();
    await Promise.resolve();
    await Promise.resolve();
    expect(stores.sound.state).to.include({ status: 'failed', reason: en.readiness.soundSilent });
  });

  it('waits a moment for a custom sound that is still loading, then rings', () => {
    resolved = { kind: 'loading', until: clock.now() + 1000 };
    const work = offer();
    change(work, { stamp: custom(work) });
    expect(ringer.log).to.deep.equal([]);
    resolved = { kind: 'loaded', name: 'default', fault: 'notFetched' };
    timers.advance(1000);
    expect(ringer.log).to.deep.equal(['default loop for 9']);
    expect(stores.sound.state.fallback).to.equal(en.customSound.notFetched);
  });

  it('keeps the default sound if the custom one arrives too late for this request', () => {
    const first = offer();
    change(first, { status: 'declined' });
    resolved = { kind: 'loading', until: clock.now() + 1000 };
    const work = offer({ stamp: custom(first) });
    timers.advance(1000);
    resolved = { kind: 'loaded', name: 'default', fault: null };
    ringing.consider();
    timers.advance(4000);
    resolved = null;
    ringing.consider();
    expect(ringer.log.slice(-1)).to.deep.equal(['default loop for 9']);
    expect(stores.sound.state.ringing).to.equal(work.id);
    // The next request has the custom sound.
    offer({ stamp: custom(first) });
    expect(ringer.log.slice(-1)).to.deep.equal([`${SHA} loop for 10`]);
  });

  it('rings for the rest of the interval if the page’s audio was recreated, and does not chime again', () => {
    offer();
    timers.advance(4000);
    ringer.playing = null;
    ringer.isAllowed = false;
    ringing.lost();
    ringer.be('waking');
    expect(stores.sound.state.ringing).to.equal(null);
    ringer.unlock();
    expect(ringer.log).to.deep.equal(['default loop for 10', 'default loop for 6']);

    automatic();
    expect(ringer.log.at(-1)).to.equal('default once for 10');
    ringing.lost();
    ringer.be('waking');
    expect(ringer.log.filter((entry) => entry.includes('once'))).to.have.length(1);
  });

  it('reports what blocks the sound if the system took it', () => {
    ringer.obstacle = 'contextInterrupted';
    ringer.isAllowed = false;
    ringer.be('blocked');
    expect(stores.sound.state).to.include({ status: 'blocked', reason: en.readiness.soundInterrupted });
  });

  it('recovers once a ring is heard', async () => {
    ringer.isAudible = false;
    const work = offer();
    await Promise.resolve();
    await Promise.resolve();
    expect(stores.sound.state.status).to.equal('failed');
    change(work, { status: 'declined' });
    ringer.isAudible = true;
    offer();
    await Promise.resolve();
    await Promise.resolve();
    expect(stores.sound.state).to.include({ status: 'running', reason: null });
  });

  it('suspends sound while the rep is offline and nothing rings', () => {
    expect(ringer.status).to.equal('running');
    stores.presence.confirm({ status: statuses[3]!, since: 3, cause: 'rep' });
    expect(ringer.status).to.equal('asleep');
  });

  it('leaves no timer behind', () => {
    offer();
    stops.forEach((stop) => stop());
    expect(timers.count).to.equal(0);
    expect(ringer.playing).to.equal(null);
    stops = [];
  });
});
