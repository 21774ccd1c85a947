import { expect } from '@open-wc/testing';
import { noticeAbsence } from '../../../src/services/connection/absence.ts';
import { FakeTimers } from '../../helpers/fake-timers.ts';

describe('the notice of an absence', () => {
  let timers: FakeTimers;
  /** How far the system's clock is ahead of the other. */
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

  it('notices sleep by the clock that stood still', () => {
    timers.advance(60_000);
    ahead += 840_000;
    timers.advance(5000);
    expect(absences).to.deep.equal([0]);
    timers.advance(60_000);
    expect(absences).to.have.length(1);
  });

  it('notices a frozen page by a timer that comes much too late', () => {
    timers.freeze(25_000);
    timers.advance(0);
    expect(absences).to.deep.equal([20_000]);
  });

  it('takes no stall of 3 s for sleep', () => {
    for (let times = 0; times < 100; times++) {
      timers.freeze(8000);
      timers.advance(0);
    }
    expect(absences).to.deep.equal([]);
  });

  it('takes the slow timers of a hidden page for no sleep, but what comes with a sign of it', () => {
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

  it('doubts the link at a sign without an absence', () => {
    sign();
    expect(doubts).to.equal(1);
    expect(absences).to.deep.equal([]);
  });

  it('leaves no timer behind', () => {
    stop();
    expect(timers.count).to.equal(0);
  });
});
