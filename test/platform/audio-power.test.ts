import { expect } from '@open-wc/testing';
import { AudioPower } from '../../src/platform/audio-power.ts';
import { pageTimers } from '../../src/platform/timers.ts';
import { until } from '../fixtures/until.ts';

const one = { name: 'one' };
const other = { name: 'other' };

describe('the power of the sound', () => {
  let context: AudioContext;
  let power: AudioPower;
  let states: AudioContextState[];

  // This browser lets a context run without a gesture: it does so from the start.
  beforeEach(() => {
    context = new AudioContext();
    states = [];
    context.addEventListener('statechange', () => states.push(context.state));
    power = new AudioPower(context, pageTimers);
  });
  afterEach(() => context.close());

  it('is off while nobody needs it, though the context began to run by itself', async () => {
    expect(power.status).to.equal('asleep');
    // Two changes: it began to run, and was put to sleep.
    await until('it sleeps again', () => states.length === 2 && context.state === 'suspended');
  });

  it('is on for whoever needs it, and off again after the last one', async () => {
    power.wake(one);
    power.wake(other);
    await until('it runs', () => power.status === 'running');
    power.rest(one);
    expect(power.status).to.equal('running');
    power.rest(other);
    await until('the context sleeps', () => context.state === 'suspended');
    expect(power.status).to.equal('asleep');
  });

  it('names what keeps it from running', async () => {
    await until('it sleeps', () => states.length === 2 && context.state === 'suspended');
    expect(power.obstacle).to.equal('contextSuspended');
    power.wake(one);
    await until('it runs', () => power.status === 'running');
    expect(power.obstacle).to.equal(null);
    // A call of the operating system takes the device: no test can have one.
    Object.defineProperty(context, 'state', { configurable: true, value: 'interrupted' });
    expect(power.obstacle).to.equal('contextInterrupted');
    Reflect.deleteProperty(context, 'state');
    power.rest(one);
    await context.close();
    expect(power.obstacle).to.equal('contextClosed');
    context = new AudioContext();
  });

  it('runs for somebody who comes while it is going to sleep, and does not say so before', async () => {
    power.wake(one);
    await until('it runs', () => power.status === 'running');
    power.rest(one);
    power.wake(other);
    expect(power.status).to.equal('waking');
    await until('it runs again', () => power.status === 'running');
    const from = context.currentTime;
    await until('its time goes on', () => context.currentTime > from + 0.2);
    expect(power.status).to.equal('running');
  });
});
