import { expect } from '@open-wc/testing';
import { PunctualTimers, type Waker } from '../../../src/platform/time/punctual-timers.ts';
import { FakeTimers } from '../../helpers/fake-timers.ts';

describe('timers in a hidden page', () => {
  let own: FakeTimers;
  let wakers: FakeTimers;
  let isHidden: boolean;
  let canWake: boolean;
  let firstFails: boolean;
  let lose: (() => void) | null;
  let timers: PunctualTimers;
  let called: string[];

  beforeEach(() => {
    own = new FakeTimers(0);
    wakers = new FakeTimers(0);
    isHidden = false;
    canWake = true;
    called = [];
    lose = null;
    const first: Waker = {
      wakeAfter: (_delay, _call, lost) => {
        if (firstFails) return null;
        lose = lost;
        return () => (lose = null);
      },
    };
    firstFails = true;
    const second: Waker = { wakeAfter: (delay, call) => (canWake ? wakers.after(delay, call) : null) };
    timers = new PunctualTimers(own, () => isHidden, [first, second]);
  });
  const after = (delay: number, name: string) => timers.after(delay, () => called.push(name));
  const hide = () => {
    isHidden = true;
    timers.rouse();
  };
  /** Time goes on, and the page's own timers do not come. */
  const throttled = (by: number) => {
    own.freeze(by);
    wakers.advance(by);
  };

  it('catch up with whatever else wakes the page', () => {
    after(1000, 'due');
    after(3000, 'later');
    canWake = false;
    hide();
    throttled(1500);
    expect(called).to.deep.equal([]);
    timers.catchUp();
    expect(called).to.deep.equal(['due']);
  });

  it('come to the moment, also those set before the page was hidden', () => {
    after(3000, 'third');
    after(1000, 'first');
    hide();
    after(2000, 'second');
    throttled(1000);
    expect(called).to.deep.equal(['first']);
    throttled(1000);
    expect(called).to.deep.equal(['first', 'second']);
    throttled(1000);
    expect(called).to.deep.equal(['first', 'second', 'third']);
  });

  it('come once, whoever comes later', () => {
    hide();
    after(1000, 'once');
    throttled(1000);
    own.advance(60_000);
    expect(called).to.deep.equal(['once']);
    expect(own.count + wakers.count).to.equal(0);
  });

  it('are never early, where the other clock is fast', () => {
    hide();
    after(1000, 'due');
    own.freeze(990);
    wakers.advance(1000);
    expect(called).to.deep.equal([]);
    throttled(10);
    expect(called).to.deep.equal(['due']);
  });

  it('do not come once they are ended, also by one of their own', () => {
    hide();
    const end = after(1000, 'never');
    timers.after(1000, () => {
      called.push('ends another');
      endOther();
    });
    const endOther = after(1000, 'nor this');
    end();
    throttled(5000);
    expect(called).to.deep.equal(['ends another']);
  });

  it('wake nobody while the page is seen', () => {
    after(1000, 'own');
    expect(wakers.count).to.equal(0);
    hide();
    expect(wakers.count).to.equal(1);
    isHidden = false;
    timers.rouse();
    expect(wakers.count).to.equal(0);
    own.advance(1000);
    expect(called).to.deep.equal(['own']);
  });

  it('go over to the next waker when the first finds that it cannot after all', () => {
    firstFails = false;
    hide();
    after(1000, 'due');
    expect(wakers.count).to.equal(0);
    firstFails = true;
    lose?.();
    throttled(1000);
    expect(called).to.deep.equal(['due']);
  });

  it('are the page’s own where nobody can wake it, until somebody can', () => {
    canWake = false;
    hide();
    after(1000, 'late');
    throttled(5000);
    expect(called).to.deep.equal([]);
    canWake = true;
    timers.rouse();
    wakers.advance(0);
    expect(called).to.deep.equal(['late']);
  });
});
