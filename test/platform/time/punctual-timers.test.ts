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
  /** Time passes, and the page's own timers do not fire. */
  const throttled = (by: number) => {
    own.freeze(by);
    wakers.advance(by);
  };

  it('catch up when anything else wakes the page', () => {
    after(1000, 'due');
    after(3000, 'later');
    canWake = false;
    hide();
    throttled(1500);
    expect(called).to.deep.equal([]);
    timers.catchUp();
    expect(called).to.deep.equal(['due']);
  });

  it('fire on time, even those set before the page was hidden', () => {
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

  it('fire once, even if another timer follows', () => {
    hide();
    after(1000, 'once');
    throttled(1000);
    own.advance(60_000);
    expect(called).to.deep.equal(['once']);
    expect(own.count + wakers.count).to.equal(0);
  });

  it('are never early if the other clock is fast', () => {
    hide();
    after(1000, 'due');
    own.freeze(990);
    wakers.advance(1000);
    expect(called).to.deep.equal([]);
    throttled(10);
    expect(called).to.deep.equal(['due']);
  });

  it('do not fire once they are canceled, even by another timer', () => {
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

  it('use no waker while the page is visible', () => {
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

  it('switch to the next waker if the first turns out not to work', () => {
    firstFails = false;
    hide();
    after(1000, 'due');
    expect(wakers.count).to.equal(0);
    firstFails = true;
    lose?.();
    throttled(1000);
    expect(called).to.deep.equal(['due']);
  });

  it('are the page’s own if there is no waker, until there is one', () => {
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
