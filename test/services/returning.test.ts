import { expect } from '@open-wc/testing';
import { ServerClock } from '../../src/platform/clock.ts';
import { Returning } from '../../src/services/returning.ts';
import { ConnectionStore, type ConnectionStatus } from '../../src/stores/connection.ts';
import { PresenceStore } from '../../src/stores/presence.ts';
import { WorkStore } from '../../src/stores/work.ts';
import { aRequest, statuses } from '../fake-backend/records.ts';
import { FakeTimers } from '../fixtures/fake-timers.ts';

const CAPACITY = { primary: { used: 0, total: 5 }, interruptible: { used: 0, total: 5 } };
const [AVAILABLE, , , OFFLINE] = statuses;

describe('what is told on coming back', () => {
  let timers: FakeTimers;
  let clock: ServerClock;
  let connection: ConnectionStore;
  let presence: PresenceStore;
  let work: WorkStore;
  let returning: Returning;
  let stop: () => void;

  beforeEach(() => {
    timers = new FakeTimers(1_700_000_000_000);
    clock = new ServerClock(timers);
    connection = new ConnectionStore(clock.now());
    presence = new PresenceStore();
    work = new WorkStore();
    returning = new Returning({ connection, presence, work, clock });
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

  it('says nothing after a short interruption', () => {
    is('interrupted');
    timers.advance(2000);
    expect(back()).to.equal(null);
  });

  it('counts what was missed: requests that were open, and those that nobody saw', () => {
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

  it('says that the server set Offline, and what the status was', () => {
    away(60_000);
    presence.confirm({ status: OFFLINE!, since: clock.now() - 30_000, cause: 'grace' });
    expect(back()).to.include({ setOfflineByServer: true });
    expect(connection.state.returned?.statusBefore).to.deep.equal({ id: 'available', name: 'Available' });
  });

  it('says that the machine slept, though the connection held', () => {
    const asleep = clock.now();
    clock.setOffset(0);
    returning.slept(asleep);
    // The server's clock went on meanwhile.
    clock.setOffset(840_000);
    expect(back()).to.include({ slept: true, awayFor: 840_000 });
  });

  it('takes the sleep for the beginning, where the break was noticed after it', () => {
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

  it('says nothing of an absence that ended with signing out, or elsewhere', () => {
    for (const status of ['signedOut', 'replaced'] as const) {
      away(60_000);
      is(status);
      expect(back()).to.equal(null);
    }
  });
});
