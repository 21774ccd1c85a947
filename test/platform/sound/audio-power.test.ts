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

  // This browser lets a context run without a gesture, so it is running from the start.
  beforeEach(() => {
    context = new AudioContext();
    states = [];
    context.addEventListener('statechange', () => states.push(context.state));
    power = new AudioPower(context, pageTimers);
  });
  afterEach(() => context.close());

  it('is off while nobody needs it, although the context started by itself', async () => {
    expect(power.status).to.equal('asleep');
    // Two changes: it started running, and was suspended.
    await until('it sleeps again', () => states.length === 2 && context.state === 'suspended');
  });

  it('is on while anybody needs it, and off again after the last one', async () => {
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

  it('runs for a user who arrives during suspension, and does not report that too early', async () => {
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
    /** Simulates what only the system can do. */
    const becomes = (state: string) => {
      Object.defineProperty(context, 'state', { configurable: true, value: state });
      context.dispatchEvent(new Event('statechange'));
    };
    const click = () => document.body.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    let resumed: number;
    let made: AudioContext[];

    beforeEach(async () => {
      // The first instance would suspend the context that this one keeps running.
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
      it(`tries to resume, reports within 250 ms that it is ${state}, and resumes on a click`, async () => {
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

    it('resumes an interrupted context as soon as the system allows it', async () => {
      becomes('interrupted');
      await until('it is blocked', () => power.status === 'blocked');
      becomes('suspended');
      expect(resumed).to.equal(2);
      Reflect.deleteProperty(context, 'state');
    });

    it('continues with a new one if it was closed', async () => {
      const told: AudioContext[] = [];
      power.subscribe(() => told.push(power.context));
      const { waits, stop } = recordWaits();
      await context.close();
      await until('another runs', () => power.status === 'running' && power.context !== context);
      stop();
      expect(Math.max(0, ...waits)).to.be.at.most(250);
      expect(told[0]).to.equal(made[0]);
    });

    it('waits for a click if the next one is closed at once, instead of retrying for ever', async () => {
      await context.close();
      await until('another runs', () => power.status === 'running' && made.length === 1);
      await made[0]!.close();
      await until('it is blocked', () => power.status === 'blocked');
      expect([power.obstacle, made.length]).to.deep.equal(['contextClosed', 1]);
      click();
      await until('a third one runs', () => power.status === 'running' && made.length === 2);
    });

    it('creates no new one while nobody needs it', async () => {
      power.rest(one);
      await context.close();
      await until('it is known', () => context.state === 'closed');
      expect([power.status, made.length]).to.deep.equal(['asleep', 0]);
      power.wake(one);
      await until('another runs', () => power.status === 'running' && made.length === 1);
    });

    it('is closed for good if no other can be created', async () => {
      const alone = new AudioContext();
      const last = new AudioPower(alone, pageTimers);
      last.wake(other);
      await alone.close();
      await until('it is closed', () => last.status === 'closed');
      last.rest(other);
    });
  });
});
