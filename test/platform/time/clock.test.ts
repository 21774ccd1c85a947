import { expect } from '@open-wc/testing';
import { ServerClock } from '../../../src/platform/time/clock.ts';
import { pageTimers } from '../../../src/platform/time/timers.ts';
import { FakeTimers } from '../../helpers/fake-timers.ts';

describe('the clock', () => {
  let timers: FakeTimers;
  let clock: ServerClock;

  beforeEach(() => {
    timers = new FakeTimers(1000);
    clock = new ServerClock(timers);
  });

  it('returns the server’s time by the measured offset, in whole milliseconds', () => {
    clock.setOffset(500.4);
    expect(clock.now()).to.equal(1500);
    expect(clock.instantOf(0)).to.equal(500);
  });

  it('draws at once, then at each requested instant, and never early', () => {
    const drawn: number[] = [];
    clock.watch((now) => {
      drawn.push(now);
      return drawn.length < 3 ? now + 100 : null;
    });
    timers.advance(99);
    expect(drawn).to.deep.equal([1000]);
    timers.advance(500);
    expect(drawn).to.deep.equal([1000, 1100, 1200]);
    expect(timers.count).to.equal(0);
  });

  it('uses a single timer, however many watch', () => {
    for (let index = 0; index < 50; index++) clock.watch((now) => now + 1000 + index);
    expect(timers.count).to.equal(1);
  });

  it('runs due draws when the offset changes', () => {
    const drawn: number[] = [];
    clock.watch((now) => {
      drawn.push(now);
      return drawn.length === 1 ? now + 10_000 : null;
    });
    clock.setOffset(60_000);
    timers.advance(0);
    expect(drawn).to.deep.equal([1000, 61_000]);
  });

  it('stops a watch that is ended, even within another one’s draw', () => {
    const drawn: string[] = [];
    clock.watch((now) => {
      drawn.push('one');
      if (drawn.length > 2) stop();
      return now + 100;
    });
    const stop = clock.watch((now) => {
      drawn.push('two');
      return now + 100;
    });
    timers.advance(100);
    expect(drawn).to.deep.equal(['one', 'two', 'one']);
  });

  it('does not spin on an instant that has passed', () => {
    let drawn = 0;
    clock.watch((now) => {
      drawn += 1;
      return now - 5;
    });
    timers.advance(10);
    expect(drawn).to.be.below(15);
  });

  it('can wait longer than a browser’s longest timer', () => {
    let called = false;
    const cancel = pageTimers.after(2 ** 31 + 5000, () => (called = true));
    return new Promise<void>((resolve) => setTimeout(resolve, 30)).then(() => {
      expect(called).to.equal(false);
      cancel();
    });
  });
});
