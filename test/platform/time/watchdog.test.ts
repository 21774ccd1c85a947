import { expect } from '@open-wc/testing';
import { Watchdog } from '../../../src/platform/time/watchdog.ts';
import { until } from '../../helpers/until.ts';

const ADDRESS = new URL('../../../assets/watchdog.js', import.meta.url).href;

describe('the watchdog worker', () => {
  let failures: string[];
  let address: string | null;
  let watchdog: Watchdog;
  let stop: () => void;

  beforeEach(() => {
    failures = [];
    address = ADDRESS;
    watchdog = new Watchdog({ address: () => address, failed: (detail) => failures.push(detail) });
    stop = watchdog.start();
  });
  afterEach(() => stop());
  const wakeAfter = (delay: number, call: () => void, lost: () => void = () => undefined) =>
    watchdog.wakeAfter(delay, call, lost);

  it('wakes once after the given time, for each order', async () => {
    const woken: string[] = [];
    const start = performance.now();
    wakeAfter(120, () => woken.push('second'));
    wakeAfter(40, () => woken.push('first'));
    const cancel = wakeAfter(60, () => woken.push('never'));
    cancel?.();
    await until('both came', () => woken.length === 2);
    expect(woken).to.deep.equal(['first', 'second']);
    expect(performance.now() - start).to.be.at.least(119);
    expect(failures).to.deep.equal([]);
  });

  it('is missing until the host configures one', () => {
    address = null;
    expect(wakeAfter(1, () => undefined)).to.equal(null);
    address = ADDRESS;
    expect(wakeAfter(1, () => undefined)).to.be.a('function');
  });

  it('reports once that the file is missing, and is then disabled', async () => {
    address = new URL('../../assets/nothing.js', import.meta.url).href;
    let isLost = false;
    wakeAfter(
      60_000,
      () => undefined,
      () => (isLost = true),
    );
    await until('it is told', () => failures.length > 0);
    expect(isLost).to.equal(true);
    expect(wakeAfter(1, () => undefined)).to.equal(null);
    expect(failures).to.have.length(1);
  });

  it('reports once that a worker of another origin is refused', async () => {
    address = 'https://elsewhere.example.test/watchdog.js';
    let isLost = false;
    // Firefox starts it first, and then refuses it.
    const isStarted = wakeAfter(
      60_000,
      () => undefined,
      () => (isLost = true),
    );
    await until('it is refused', () => failures.length > 0);
    expect(isLost).to.equal(isStarted !== null);
    expect(wakeAfter(1, () => undefined)).to.equal(null);
    expect(failures).to.have.length(1);
  });

  it('does not wake once it is stopped', async () => {
    let isWoken = false;
    let isLost = false;
    wakeAfter(
      20,
      () => (isWoken = true),
      () => (isLost = true),
    );
    stop();
    expect(isLost).to.equal(true);
    expect(wakeAfter(1, () => undefined)).to.equal(null);
    stop = watchdog.start();
    let isLater = false;
    wakeAfter(60, () => (isLater = true));
    await until('the later one came', () => isLater);
    expect(isWoken).to.equal(false);
  });
});
