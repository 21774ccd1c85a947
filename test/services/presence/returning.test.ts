import { expect } from '@open-wc/testing';
import { ServerClock } from '../../../src/platform/time/clock.ts';
import { Returning, type StatusMemory } from '../../../src/services/presence/returning.ts';
import { ConnectionStore, type ConnectionStatus } from '../../../src/stores/connection.ts';
import { PresenceStore } from '../../../src/stores/presence.ts';
import { WorkStore } from '../../../src/stores/work.ts';
import { aRequest, statuses } from '../../fake-backend/records.ts';
import { FakeTimers } from '../../helpers/fake-timers.ts';
import { OtherTabs } from '../other-tabs.ts';

const CAPACITY = { primary: { used: 0, total: 5 }, interruptible: { used: 0, total: 5 } };
const [AVAILABLE, , , OFFLINE] = statuses;

describe('the notice on coming back', () => {
  let timers: FakeTimers;
  let clock: ServerClock;
  let connection: ConnectionStore;
  let presence: PresenceStore;
  let work: WorkStore;
  let returning: Returning;
  let stop: () => void;
  let memory: StatusMemory;
  let otherTabs: OtherTabs;
  let remembered: ReturnType<StatusMemory['recall']>;

  beforeEach(() => {
    timers = new FakeTimers(1_700_000_000_000);
    clock = new ServerClock(timers);
    connection = new ConnectionStore(clock.now());
    presence = new PresenceStore();
    work = new WorkStore();
    remembered = null;
    otherTabs = new OtherTabs();
    memory = {
      recall: () => remembered,
      remember: (status) => (remembered = status),
    };
    returning = new Returning({ connection, presence, work, clock, memory, tabGroup: otherTabs });
    stop = returning.start();
    presence.confirm({ status: AVAILABLE!, since: clock.now(), cause: 'rep' });
    is('connected');
  });
  afterEach(() => stop());

  const is = (status: ConnectionStatus) => connection.update({ status });
  const away = (milliseconds: number) => {
    is('interrupted');
    timers.advance(2500);
    is('lost');
    timers.advance(milliseconds - 2500);
  };
  const back = () => {
    returning.resynchronised();
    is('connected');
    return connection.state.returned;
  };

  it('is dismissed in all browser tabs, from any of them', () => {
    away(90_000);
    back();
    returning.dismiss();
    expect(connection.state.returned).to.equal(null);
    expect(otherTabs.told).to.deep.equal([{ type: 'returnDismissed' }]);
    away(90_000);
    expect(back()).not.to.equal(null);
    otherTabs.say({ type: 'returnDismissed' });
    expect(connection.state.returned).to.equal(null);
    expect(otherTabs.told, 'it does not go back').to.have.length(1);
  });

  it('says for how long', () => {
    away(90_000);
    expect(back()).to.deep.equal({
      at: clock.now(),
      awayFor: 90_000,
      missed: 0,
      setOfflineByServer: false,
      statusBefore: null,
      slept: false,
    });
  });

  it('is withdrawn when the connection is lost again', () => {
    away(90_000);
    back();
    is('lost');
    expect(connection.state.returned).to.equal(null);
  });

  it('says nothing after a short sleep', () => {
    returning.slept(clock.now() - 4999);
    expect(back()).to.equal(null);
    returning.slept(clock.now() - 5000);
    expect(back()?.awayFor).to.equal(5000);
  });

  it('says nothing after a short interruption', () => {
    is('interrupted');
    timers.advance(2000);
    expect(back()).to.equal(null);
  });

  it('counts missed requests: those that were open, and those that nobody saw', () => {
    const missed = { status: 'declinedOnPushTimeout' } as const;
    const [before, open, accepted] = [
      aRequest({ ...missed, settledAt: clock.now() }),
      aRequest(),
      aRequest(),
    ];
    for (const request of [before, open, accepted]) work.put(request);
    away(60_000);
    const settledAt = clock.now();
    work.resynchronise(
      [
        before,
        { ...open, ...missed, settledAt },
        { ...accepted, status: 'opened', openedAt: settledAt },
        aRequest({ ...missed, settledAt }),
      ],
      CAPACITY,
    );
    expect(back()?.missed).to.equal(2);
  });

  it('says that the server set the rep Offline, and the previous status', () => {
    away(60_000);
    presence.confirm({ status: OFFLINE!, since: clock.now() - 30_000, cause: 'grace' });
    expect(back()).to.include({ setOfflineByServer: true });
    expect(connection.state.returned?.statusBefore).to.deep.equal({ id: 'available', name: 'Available' });
  });

  it('says that the machine slept, even if the connection held', () => {
    const asleep = clock.now();
    clock.setOffset(0);
    returning.slept(asleep);
    // The server's clock went on in the meantime.
    clock.setOffset(840_000);
    expect(back()).to.include({ slept: true, awayFor: 840_000 });
  });

  it('counts from the start of the sleep, if the break was detected after it', () => {
    timers.freeze(600_000);
    is('interrupted');
    returning.slept(clock.now() - 600_000);
    timers.advance(1000);
    expect(back()).to.include({ slept: true, awayFor: 601_000 });
  });

  it('stays until the rep dismisses it, or chooses a status', () => {
    away(60_000);
    back();
    presence.pend('available');
    expect(connection.state.returned).not.to.equal(null);
    timers.advance(1000);
    presence.confirm({ status: AVAILABLE!, since: clock.now(), cause: 'rep' });
    expect(connection.state.returned).to.equal(null);
    away(60_000);
    back();
    returning.dismiss();
    expect(connection.state.returned).to.equal(null);
  });

  it('says nothing about an absence that ended with signing out, or in another browser', () => {
    for (const status of ['signedOut', 'replaced'] as const) {
      away(60_000);
      is(status);
      expect(back()).to.equal(null);
    }
  });

  describe('in a new page', () => {
    const GRACE = 30_000;
    const { id, name } = AVAILABLE!;

    /** The page ends abruptly, and another one starts later. */
    const again = (minutes: number, cause: 'grace' | 'rep' = 'grace') => {
      stop();
      timers.advance(minutes * 60_000);
      [connection, presence, work] = [new ConnectionStore(clock.now()), new PresenceStore(), new WorkStore()];
      returning = new Returning({ connection, presence, work, clock, memory, tabGroup: otherTabs });
      stop = returning.start();
      const since = clock.now() - minutes * 60_000 + GRACE;
      presence.confirm({ status: cause === 'rep' ? AVAILABLE! : OFFLINE!, since, cause });
      returning.resynchronised();
      connection.update({ status: 'connected', grace: GRACE });
      return connection.state.returned;
    };

    it('says that the server set the rep Offline in the meantime, with the status to go back to', () => {
      expect(again(10)).to.deep.equal({
        at: clock.now(),
        awayFor: 600_000,
        missed: 0,
        slept: false,
        setOfflineByServer: true,
        statusBefore: { id, name },
      });
    });

    it('says it again until the rep has dismissed it or chosen a status', () => {
      again(10);
      expect(again(1)?.statusBefore).to.deep.equal({ id, name });
      returning.dismiss();
      expect(again(1)).to.equal(null);
      presence.confirm({ status: AVAILABLE!, since: clock.now(), cause: 'rep' });
      expect(again(1)?.setOfflineByServer).to.equal(true);
      presence.confirm({ status: OFFLINE!, since: clock.now(), cause: 'rep' });
      expect(again(1)).to.equal(null);
    });

    it('says nothing to a rep who was back in time, or had left on purpose', () => {
      expect(again(0.2, 'rep')).to.equal(null);
      returning.left();
      expect(again(10)).to.equal(null);
    });

    it('counts what was missed since the page was gone', () => {
      stop();
      const missed = aRequest({ status: 'declinedOnPushTimeout', settledAt: clock.now() + 20_000 });
      const before = aRequest({ status: 'declinedOnPushTimeout', settledAt: clock.now() - 1 });
      timers.advance(60_000);
      connection = new ConnectionStore(clock.now());
      presence = new PresenceStore();
      returning = new Returning({ connection, presence, work, clock, memory, tabGroup: otherTabs });
      stop = returning.start();
      presence.confirm({ status: OFFLINE!, since: clock.now() - 30_000, cause: 'grace' });
      work.resynchronise([missed, before], CAPACITY);
      returning.resynchronised();
      connection.update({ status: 'connected', grace: GRACE });
      expect(connection.state.returned?.missed).to.equal(1);
    });
  });
});
