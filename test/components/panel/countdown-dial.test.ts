import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '../../../components/panel/countdown-dial/countdown-dial.ts';
import { NOW } from '../../../components/shared/stories/story-fixtures.ts';
import { mount, one } from '../../helpers/mount.ts';

describe('countdown dial', () => {
  async function dialFor(seconds: number, total: number, direction = 'ltr') {
    const mounted = await mount(
      html`<div dir=${direction}>
        <omni-countdown-dial
          .start=${NOW - (total - seconds) * 1000}
          .end=${NOW + seconds * 1000}
        ></omni-countdown-dial>
      </div>`,
    );
    return { ...mounted, dial: mounted.get('omni-countdown-dial') };
  }
  const shown = (dial: Element) => dial.shadowRoot?.textContent.trim();
  const ticks = (dial: Element) => one(dial, 'circle').getAttribute('stroke-dasharray')?.split('0.7').length;

  it('counts whole seconds down to zero, each for a second', async () => {
    const { dial, clock } = await dialFor(3, 30);
    const seen = [shown(dial)];
    for (const by of [999, 1, 999, 1, 1000, 5000]) {
      await clock.advance(by);
      seen.push(shown(dial));
    }
    expect(seen).to.deep.equal(['3', '3', '2', '2', '1', '0', '0']);
  });

  it('stops redrawing once the time has run out', async () => {
    const { clock } = await dialFor(1, 30);
    expect(clock.waiting).to.equal(1);
    await clock.advance(1000);
    expect(clock.waiting).to.equal(0);
  });

  it('shows minutes and seconds above 99 seconds', async () => {
    const { dial, clock } = await dialFor(101, 180);
    expect(shown(dial)).to.equal('1:41');
    await clock.advance(2000);
    expect(shown(dial)).to.equal('99');
  });

  it('has a tick for each second left, at most 30', async () => {
    const { dial, clock } = await dialFor(20, 20);
    expect(ticks(dial)).to.equal(21);
    await clock.advance(5000);
    expect(ticks(dial)).to.equal(16);
    const long = await dialFor(60, 60);
    expect(ticks(long.dial)).to.equal(31);
    expect(one(long.dial, 'circle').getAttribute('pathLength')).to.equal('30');
  });

  it('is a timer with the time left as its name', async () => {
    const { dial, clock } = await dialFor(2, 30);
    expect(dial.role).to.equal('timer');
    expect(dial.ariaLabel).to.equal('2 seconds left to answer');
    await clock.advance(1000);
    expect(dial.ariaLabel).to.equal('1 second left to answer');
  });

  it('runs in the opposite direction in right-to-left', async () => {
    const left = await dialFor(9, 30);
    const right = await dialFor(9, 30, 'rtl');
    const turned = ({ dial }: typeof left) => getComputedStyle(one(dial, 'svg')).transform;
    expect(turned(right)).to.not.equal(turned(left));
  });

  it('never moves by itself: no animation, no transition', async () => {
    const { dial } = await dialFor(9, 30);
    expect(dial.getAnimations({ subtree: true })).to.have.length(0);
    expect(getComputedStyle(one(dial, 'circle')).transitionDuration).to.equal('0s');
  });
});
