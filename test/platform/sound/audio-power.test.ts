import { expect } from '@open-wc/testing';
import { AudioPower } from '../../../src/platform/sound/audio-power.ts';
import { pageTimers } from '../../../src/platform/time/timers.ts';
import { recordWaits } from '../../helpers/recorded-waits.ts';
import { until } from '../../helpers/until.ts';

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

  describe('whose context does not run any more', () => {
    /** What a system does that no test can have done. */
    const becomes = (state: string) => {
      Object.defineProperty(context, 'state', { configurable: true, value: state });
      context.dispatchEvent(new Event('statechange'));
    };
    const click = () => document.body.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    let resumed: number;
    let made: AudioContext[];

    beforeEach(async () => {
      // The first power would send to sleep what this one keeps awake.
      await context.close();
      context = new AudioContext();
      made = [];
      power = new AudioPower(context, pageTimers, () => {
        made.push(new AudioContext());
        return made.at(-1)!;
      });
      power.wake(one);
      await until('it runs', () => power.status === 'running');
      resumed = 0;
      context.resume = () => {
        resumed += 1;
        return new Promise(() => undefined);
      };
    });
    afterEach(async () => {
      power.rest(one);
      for (const another of made) if (another.state !== 'closed') await another.close();
      if (context.state === 'closed') context = new AudioContext();
    });

    for (const [state, obstacle] of [
      ['interrupted', 'contextInterrupted'],
      ['suspended', 'contextSuspended'],
    ] as const)
      it(`asks for it back, says within 250 ms that it is ${state}, and takes it back with a click`, async () => {
        const { waits, stop } = recordWaits();
        becomes(state);
        expect(resumed).to.equal(1);
        await until('it is blocked', () => power.status === 'blocked');
        stop();
        expect(Math.max(...waits)).to.be.within(1, 250);
        expect(power.obstacle).to.equal(obstacle);
        click();
        expect(resumed).to.equal(2);
        becomes('running');
        expect(power.status).to.equal('running');
        click();
        expect(resumed).to.equal(2);
        Reflect.deleteProperty(context, 'state');
      });

    it('takes back what was interrupted as soon as it is given back', async () => {
      becomes('interrupted');
      await until('it is blocked', () => power.status === 'blocked');
      becomes('suspended');
      expect(resumed).to.equal(2);
      Reflect.deleteProperty(context, 'state');
    });

    it('runs with another one where it was closed', async () => {
      const told: AudioContext[] = [];
      power.subscribe(() => told.push(power.context));
      const { waits, stop } = recordWaits();
      await context.close();
      await until('another runs', () => power.status === 'running' && power.context !== context);
      stop();
      expect(Math.max(0, ...waits)).to.be.at.most(250);
      expect(told[0]).to.equal(made[0]);
    });

    it('waits for a click where the next one is closed at once, and never asks on and on', async () => {
      await context.close();
      await until('another runs', () => power.status === 'running' && made.length === 1);
      await made[0]!.close();
      await until('it is blocked', () => power.status === 'blocked');
      expect([power.obstacle, made.length]).to.deep.equal(['contextClosed', 1]);
      click();
      await until('a third one runs', () => power.status === 'running' && made.length === 2);
    });

    it('makes no other while nobody needs one', async () => {
      power.rest(one);
      await context.close();
      await until('it is known', () => context.state === 'closed');
      expect([power.status, made.length]).to.deep.equal(['asleep', 0]);
      power.wake(one);
      await until('another runs', () => power.status === 'running' && made.length === 1);
    });

    it('is closed for good where there can be no other', async () => {
      const alone = new AudioContext();
      const last = new AudioPower(alone, pageTimers);
      last.wake(other);
      await alone.close();
      await until('it is closed', () => last.status === 'closed');
      last.rest(other);
    });
  });
});
