import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { ar } from '../../../assets/locales/ar.ts';
import '../../../components/panel/acw-timer/acw-timer.ts';
import {
  HOSTILE,
  NOW,
  raised,
  request,
  works,
  wrapUp,
} from '../../../components/shared/stories/story-fixtures.ts';
import type { StoryContext } from '../../../components/shared/stories/story-contexts.ts';
import { everything, focused, mount, one, press, text, within } from '../../helpers/mount.ts';

type Work = ReturnType<typeof request>;

describe('ACW timer', () => {
  async function timer(list: readonly Work[], options = {}, more: StoryContext = {}) {
    const mounted = await mount(html`<omni-acw-timer></omni-acw-timer>`, {
      work: works(list, options),
      ...more,
    });
    const element = mounted.get('omni-acw-timer');
    return {
      ...mounted,
      element,
      left: () => within(element, '.left').map((number) => text(number)),
      said: () => text(one(element, 'p[role=alert].spoken')),
      put: (work: Work, more = {}) => mounted.change({ work: works([work], more) }),
    };
  }

  it('shows the time left, when it ends, and the possible actions', async () => {
    const { element } = await timer([wrapUp('w', 107)]);
    expect(text(one(element, '[part=timer]'))).to.equal(
      'Voice Card charged twice at checkout Wrap-up 1:47 Ends at 14:04:17 Extend 60 s (2 left) All done',
    );
    expect(one(element, '[part=timer]').ariaLabel).to.equal('Wrap-up: Card charged twice at checkout');
  });

  it('shows a flag that is up during wrap-up too', async () => {
    const { element } = await timer([{ ...wrapUp('w', 107), flag: raised }, wrapUp('x', 90)]);
    expect(within(element, '.flag').map((flag) => text(flag))).to.deep.equal([
      'Flagged for a supervisor · The customer asks for my manager',
    ]);
  });

  it('does not end a wrap-up that moves under the pointer during a double click', async () => {
    const { element, change, heard } = await timer([wrapUp('one', 60), wrapUp('other', 90)]);
    within(element, '[part=end]')[0]?.click();
    await change({ work: works([wrapUp('other', 90)]) });
    within(element, '[part=end]')[0]?.click();
    expect(heard('omni-end-acw-request').map(({ workId }) => workId)).to.deep.equal(['one']);
  });

  it('counts down once a second, to its own end', async () => {
    const { clock, left } = await timer([wrapUp('w', 107.4)]);
    expect(left()).to.deep.equal(['1:48']);
    await clock.advance(399);
    expect(left()).to.deep.equal(['1:48']);
    await clock.advance(1);
    expect(left()).to.deep.equal(['1:47']);
    await clock.advance(47_000);
    expect(left()).to.deep.equal(['1:00']);
  });

  it('draws the remaining part, from the first second to the last', async () => {
    const { element, clock } = await timer([wrapUp('w', 90)]);
    const bar = () => one(element, '[part=timer] > svg > path:not(.track)').getAttribute('d');
    expect(bar()).to.equal('M0 4H50');
    await clock.advance(45_000);
    expect(bar()).to.equal('M0 4H25');
    await clock.advance(60_000);
    expect(bar()).to.equal('M0 4H0');
  });

  it('follows the server’s clock, not the computer’s', async () => {
    const real = Date.now;
    Date.now = () => real() + 86_400_000;
    try {
      const { clock, left, element } = await timer([wrapUp('w', 107)]);
      await clock.advance(1000);
      expect(left()).to.deep.equal(['1:46']);
      expect(text(one(element, '.at'))).to.equal('14:04:17');
    } finally {
      Date.now = real;
    }
  });

  it('marks the last ten seconds in words, edge and fill, without moving anything', async () => {
    const { element, clock, contexts } = await timer([wrapUp('w', 11)]);
    // Too narrow for the number and the words of the last seconds side by side.
    contexts.style.inlineSize = '16rem';
    const parts = ['.left', '.at', '[part=extend]', '[part=end]'];
    const places = () => parts.map((part) => JSON.stringify(one(element, part).getBoundingClientRect()));
    const before = places().slice(1);
    const { x, y } = one(element, '.left').getBoundingClientRect();
    expect(one(element, '[part=timer]').hasAttribute('data-urgent')).to.equal(false);
    await clock.advance(1000);
    expect(one(element, '[part=timer]').hasAttribute('data-urgent')).to.equal(true);
    expect(text(one(element, '.say'))).to.equal('Ends in 10 seconds');
    expect(places().slice(1)).to.deep.equal(before);
    expect(one(element, '.left').getBoundingClientRect()).to.include({ x, y });
    await clock.advance(9000);
    expect(text(one(element, '.say'))).to.equal('Ends in 1 second');
  });

  it('announces ten seconds left, once', async () => {
    const { clock, said, element } = await timer([wrapUp('w', 11)]);
    expect(said()).to.equal('');
    await clock.advance(1000);
    expect(said()).to.equal('Wrap-up ends in 10 seconds: Card charged twice at checkout.');
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver((records) => changes.push(...records));
    observer.observe(one(element, 'p[role=alert].spoken'), {
      childList: true,
      characterData: true,
      subtree: true,
    });
    for (let second = 9; second > 0; second--) await clock.advance(1000);
    expect(changes).to.have.length(0);
    observer.disconnect();
  });

  it('announces several that end together in one sentence', async () => {
    const { clock, said } = await timer([wrapUp('w', 11), wrapUp('v', 11)]);
    await clock.advance(1000);
    expect(said()).to.equal('Wrap-up ends in 10 seconds: Card charged twice at checkout. And 1 more.');
  });

  it('announces the next end too, after an extension in the last seconds', async () => {
    const { clock, said, put } = await timer([wrapUp('w', 5)]);
    expect(said()).to.contain('5 seconds');
    await put(wrapUp('w', 65, { used: 1 }));
    expect(said()).to.equal('');
    await clock.advance(55_000);
    expect(said()).to.contain('10 seconds');
  });

  it('ends only when the server says so: past its end it shows 0:00 and ending, and accepts no action', async () => {
    const { element, clock, left, heard, change } = await timer([wrapUp('w', 2)]);
    await clock.advance(60_000);
    expect(left()).to.deep.equal(['0:00']);
    expect(text(one(element, '.say'))).to.equal('Ending…');
    expect(one(element, '[part=timer]').hasAttribute('data-urgent')).to.equal(false);
    one(element, '[part=extend]').click();
    one(element, '[part=end]').click();
    expect(heard('omni-extend-acw-request')).to.have.length(0);
    expect(heard('omni-end-acw-request')).to.have.length(0);
    expect(clock.waiting, 'nothing is left to count').to.equal(0);
    await change({ work: works([]) });
    expect(left()).to.deep.equal([]);
  });

  it('extends, and shows by how much and how many extensions are left', async () => {
    const { element, heard, put } = await timer([wrapUp('w', 107)]);
    one(element, '[part=extend]').click();
    expect(heard('omni-extend-acw-request').map(({ workId }) => workId)).to.deep.equal(['w']);
    expect(text(one(element, '.at')), 'nothing is shown before the server said so').to.equal('14:04:17');
    await put(wrapUp('w', 167, { used: 1 }));
    expect(text(one(element, '.tag'))).to.equal('Extended 60 s');
    expect(text(one(element, '.at'))).to.equal('14:05:17');
    expect(text(one(element, '[part=extend]'))).to.equal('Extend 60 s (1 left)');
    await put(wrapUp('w', 227, { used: 2 }));
    expect(text(one(element, '.tag'))).to.equal('Extended 2:00');
  });

  it('has no extension left when all are used, and none at all if the terms allow none', async () => {
    const { element, heard, put } = await timer([wrapUp('w', 107, { used: 2 })]);
    expect(text(one(element, '[part=extend]'))).to.equal('Extend (0 left)');
    expect(one(element, '[part=extend]').ariaDisabled).to.equal('true');
    one(element, '[part=extend]').click();
    expect(heard('omni-extend-acw-request')).to.have.length(0);
    await put(wrapUp('w', 107, { extension: null }));
    expect(within(element, '[part=extend]')).to.have.length(0);
  });

  for (const [kind, part, other] of [
    ['extend-acw', 'extend', 'end'],
    ['end-acw', 'end', 'extend'],
  ] as const)
    it(`shows that ${kind} is waiting for the server, and accepts no other action`, async () => {
      const { element, heard, put } = await timer([wrapUp('w', 107)]);
      const place = JSON.stringify(one(element, `[part=${part}]`).getBoundingClientRect());
      await put(wrapUp('w', 107), { answers: { w: { kind, state: 'checking' } } });
      expect(text(one(element, `[part=${part}]`))).to.equal('Checking');
      expect(JSON.stringify(one(element, `[part=${part}]`).getBoundingClientRect())).to.equal(place);
      one(element, `[part=${part}]`).click();
      one(element, `[part=${other}]`).click();
      expect(heard('omni-extend-acw-request')).to.have.length(0);
      expect(heard('omni-end-acw-request')).to.have.length(0);
    });

  it('shows why an answer was refused', async () => {
    const { element } = await timer([wrapUp('w', 107)], { refusals: { w: 'No extension is left.' } });
    expect(text(one(element, '.refusal'))).to.equal('No extension is left.');
  });

  it('can be used with the keyboard alone', async () => {
    const { element, heard } = await timer([wrapUp('w', 107)]);
    one(element, '[part=show]').focus();
    await press('Enter', 'Tab');
    expect((focused() as HTMLElement).part.value).to.equal('extend');
    await press('Space', 'Tab');
    expect((focused() as HTMLElement).part.value).to.equal('end');
    await press('Enter');
    const ids = [
      heard('omni-show-record-request'),
      heard('omni-extend-acw-request'),
      heard('omni-end-acw-request'),
    ].map((events) => events.map(({ workId }) => workId));
    expect(ids).to.deep.equal([['w'], ['w'], ['w']]);
  });

  it('keeps the focus on a button that is being checked', async () => {
    const { element, put } = await timer([wrapUp('w', 107)]);
    one(element, '[part=extend]').focus();
    await put(wrapUp('w', 107), { answers: { w: { kind: 'extend-acw', state: 'checking' } } });
    expect((focused() as HTMLElement).part.value).to.equal('extend');
  });

  it('lists several countdowns in order of arrival, which an extension does not change', async () => {
    const first = wrapUp('first', 20);
    const second = wrapUp('second', 100);
    const { left, clock, change } = await timer([second, first]);
    expect(left()).to.deep.equal(['0:20', '1:40']);
    expect(clock.waiting).to.equal(1);
    const extended = { ...first, acw: { ...first.acw!, endsAt: NOW + 500_000, extensionsUsed: 1 } };
    await change({ work: works([extended, second]) });
    expect(left()).to.deep.equal(['8:20', '1:40']);
  });

  it('is empty and uses no timer while no work is in wrap-up', async () => {
    const { element, clock } = await timer([request('waits'), request('open', { status: 'opened' })]);
    expect(text(element)).to.equal('');
    expect(element.offsetHeight).to.equal(0);
    expect(clock.waiting).to.equal(0);
  });

  it('is laid out right-to-left in Arabic, and fits a narrow panel', async () => {
    const { element, contexts } = await timer([wrapUp('w', 8)], {}, { strings: ar });
    contexts.style.inlineSize = '320px';
    const [extend, end] = ['extend', 'end'].map((part) =>
      one(element, `[part=${part}]`).getBoundingClientRect(),
    );
    expect(extend!.left).to.be.greaterThan(end!.left);
    const bar = new DOMMatrix(getComputedStyle(one(element, '[part=timer] > svg')).transform);
    expect(bar.a).to.equal(-1);
    expect(element.scrollWidth).to.be.at.most(320);
    expect(text(one(element, '.say'))).to.equal('ينتهي خلال 8 ثوانٍ');
  });

  it('never animates', async () => {
    const { element } = await timer([wrapUp('w', 8)]);
    expect(element.getAnimations({ subtree: true })).to.have.length(0);
    expect(
      getComputedStyle(one(element, '[part=timer] > svg > path:not(.track)')).transitionDuration,
    ).to.equal('0s');
  });

  it('shows text as text, whatever it contains', async () => {
    const { element } = await timer([wrapUp('w', 8, { subject: HOSTILE })]);
    expect(everything(element).filter(({ localName }) => localName === 'img')).to.have.length(0);
    expect(text(element)).to.contain(HOSTILE);
  });
});
