import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { masterOutput, Ringer } from '../../src/platform/sound/ringer.ts';
import { pageTimers } from '../../src/platform/time/timers.ts';
import { Listening, tone } from '../helpers/listening.ts';
import { recordWaits } from '../helpers/recorded-waits.ts';
import { until } from '../helpers/until.ts';

/** Runs in pages that may not play sound before a user gesture, as on a rep's first visit. */
describe('sound before the first gesture', () => {
  // A context may take 2 s to start running, and sounds take real time.

  it('is reported as blocked within 250 ms, decodes, starts nothing, and runs after a real click', async () => {
    const ringer = new Ringer(pageTimers);
    const play = () =>
      ringer.play({
        sound: 'tone',
        seconds: 1,
        loop: false,
        volume: 1,
        isWanted: () => true,
        ended: () => undefined,
      });
    const { waits, stop } = recordWaits();
    // Creates the context, which takes a while.
    ringer.wake('test');
    await until('it is blocked', () => ringer.status === 'blocked');
    stop();
    expect(Math.max(...waits)).to.be.within(1, 250);
    expect(ringer.obstacle).to.equal('contextSuspended');
    expect(await ringer.load('tone', tone(1))).to.be.closeTo(1, 0.01);
    expect(play()).to.equal(false);

    const listening = await Listening.start();
    await sendMouse({ type: 'click', position: [20, 20] });
    await until('it runs', () => ringer.status === 'running');
    expect(ringer.obstacle).to.equal(null);
    const from = masterOutput().context.currentTime;
    await until('its time goes on', () => masterOutput().context.currentTime > from + 0.3);
    expect(await listening.length()).to.equal(null);
    expect(play()).to.equal(true);
    await until('it is heard', () => !listening.isSilent);
    listening.stop();
    ringer.release();
  });
});
