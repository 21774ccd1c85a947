import { expect } from '@open-wc/testing';
import { Watchdog } from '../../src/platform/watchdog.ts';
import { until } from '../fixtures/until.ts';

const ADDRESS = new URL('../../assets/watchdog.js', import.meta.url).href;

describe('the watchdog worker', () => {
  let failures: string[];
  let address: string | null;
  let watchdog: Watchdog;

  beforeEach(() => {
    failures = [];
    address = ADDRESS;
    watchdog = new Watchdog({ address: () => address, failed: (detail) => failures.push(detail) });
  });
  afterEach(() => watchdog.stop());

  it('wakes once after the time, each order its own', async () => {
    const woken: string[] = [];
    const start = performance.now();
    watchdog.wakeAfter(120, () => woken.push('second'));
    watchdog.wakeAfter(40, () => woken.push('first'));
    const cancel = watchdog.wakeAfter(60, () => woken.push('never'));
    cancel?.();
    await until('both came', () => woken.length === 2);
    expect(woken).to.deep.equal(['first', 'second']);
    expect(performance.now() - start).to.be.at.least(119);
    expect(failures).to.deep.equal([]);
  });

  it('is none where the host names none, until it does', () => {
    address = null;
    expect(watchdog.wakeAfter(1, () => undefined)).to.equal(null);
    address = ADDRESS;
    expect(watchdog.wakeAfter(1, () => undefined)).to.be.a('function');
  });

  it('says once that the file is not there, and is none then', async () => {
    address = new URL('../../assets/nothing.js', import.meta.url).href;
    watchdog.wakeAfter(1, () => undefined);
    await until('it is told', () => failures.length > 0);
    expect(watchdog.wakeAfter(1, () => undefined)).to.equal(null);
    expect(failures).to.have.length(1);
  });

  it('says once that a worker of another origin is refused', () => {
    address = 'https://elsewhere.example.test/watchdog.js';
    expect(watchdog.wakeAfter(1, () => undefined)).to.equal(null);
    watchdog.wakeAfter(1, () => undefined);
    expect(failures).to.have.length(1);
  });

  it('wakes nobody once it is stopped', async () => {
    let isWoken = false;
    watchdog.wakeAfter(20, () => (isWoken = true));
    watchdog.stop();
    let isLater = false;
    watchdog.wakeAfter(60, () => (isLater = true));
    await until('the later one came', () => isLater);
    expect(isWoken).to.equal(false);
  });
});
