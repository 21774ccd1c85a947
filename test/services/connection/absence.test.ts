import { expect } from '@open-wc/testing';
import { noticeAbsence } from '../../../src/services/connection/absence.ts';
import { FakeTimers } from '../../helpers/fake-timers.ts';

describe('the notice of an absence', () => {
  let timers: FakeTimers;
  /** How far the system clock is ahead of the monotonic one. */
  let ahead: number;
  let isHidden: boolean;
  let sign: () => void;
  let absences: number[];
  let doubts: number;
  let stop: () => void;

  beforeEach(() => {
    timers = new FakeTimers();
    ahead = 1000;
    isHidden = false;
    absences = [];
    doubts = 0;
    stop = noticeAbsence({
      timers,
      wall: () => timers.now() + ahead,
      isHidden: () => isHidden,
      onPossibleAbsence: (call) => {
        sign = call;
        return () => (sign = () => undefined);
      },
      absent: (ago) => absences.push(ago),
      doubt: () => (doubts += 1),
    });
  });
  afterEach(() => stop());

  it('detects sleep by a monotonic clock that stopped', () => {
    timers.advance(60_000);
    ahead += 840_000;
    timers.advance(5000);
    expect(absences).to.deep.equal([0]);
    timers.advance(60_000);
    expect(absences).to.have.length(1);
  });

  it('detects a frozen page by a timer that is much too late', () => {
    timers.freeze(25_000);
    timers.advance(0);
    expect(absences).to.deep.equal([20_000]);
  });

  it('does not mistake a stall of 3 s for sleep', () => {
    for (let times = 0; times < 100; times++) {
      timers.freeze(8000);
      timers.advance(0);
    }
    expect(absences).to.deep.equal([]);
  });

  it('does not mistake the slow timers of a hidden page for sleep, unless there is another sign of it', () => {
    isHidden = true;
    timers.advance(5000);
    timers.freeze(65_000);
    timers.advance(0);
    isHidden = false;
    timers.freeze(65_000);
    timers.advance(0);
    expect(absences).to.deep.equal([]);
    isHidden = true;
    timers.freeze(30_000);
    sign();
    expect(absences).to.deep.equal([25_000]);
    expect(doubts).to.equal(0);
  });

  it('suspects the link at a sign without an absence', () => {
    sign();
    expect(doubts).to.equal(1);
    expect(absences).to.deep.equal([]);
  });

  it('leaves no timer behind', () => {
    stop();
    expect(timers.count).to.equal(0);
  });
});
