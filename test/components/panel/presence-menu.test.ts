import { expect } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import { html } from 'lit';
import { ar } from '../../../assets/locales/ar.ts';
import '../../../components/panel/presence-menu/presence-menu.ts';
import {
  HOSTILE,
  request,
  statuses,
  storyConfiguration,
  works,
  wrapUp,
} from '../../../components/shared/stories/story-fixtures.ts';
import type { StoryContext } from '../../../components/shared/stories/story-contexts.ts';
import { rendered } from '../../helpers/fake-clock.ts';
import {
  everything,
  focused,
  hasFocus,
  middle,
  mount,
  one,
  press,
  text,
  within,
} from '../../helpers/mount.ts';

const since = new Date(2026, 10, 20, 14, 2).getTime();

describe('presence menu', () => {
  afterEach(() => resetMouse());

  async function menu(context: StoryContext = {}) {
    const mounted = await mount(
      html`<omni-presence-menu></omni-presence-menu><button id="after">After</button>`,
      context,
    );
    const element = mounted.get('omni-presence-menu');
    const button = one(element, '[part=button]');
    const popover = one(element, '[part=menu]');
    const isOpen = () => popover.matches(':popover-open');
    return { ...mounted, element, button, popover, isOpen, items: within(element, '[role=menuitemradio]') };
  }
  // The popover's toggle event is a separate task.
  const settle = async () => {
    await rendered();
    await rendered();
  };
  const keydown = (key: string) =>
    focused()?.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
    );
  async function opened(context: StoryContext = {}) {
    const result = await menu(context);
    result.button.click();
    await settle();
    return result;
  }

  it('shows the confirmed status, since when and for which channels', async () => {
    const { button } = await menu();
    expect(text(button)).to.equal('Available since 09:02 · Voice, Messaging, Case');
  });

  it('shows the cause of a status that the rep did not choose', async () => {
    const { button } = await menu({
      presence: { confirmed: { status: statuses.offline, since, cause: 'pushTimeout' } },
    });
    expect(text(button)).to.equal('Offline since 14:02, after a missed request');
  });

  it('names nobody who would have set the status that a new rep has', async () => {
    const { button } = await menu({
      presence: { confirmed: { status: statuses.offline, since, cause: 'administrator' } },
    });
    expect(text(button)).to.equal('Offline since 14:02');
  });

  it('shows a change in progress as pending, with the present status', async () => {
    const { button, element } = await menu({ presence: { pendingStatusId: 'lunch' } });
    expect(text(button)).to.equal('Changing to Lunch… Available until the server confirms');
    expect(one(element, '.pending')).to.exist;
  });

  for (const status of ['interrupted', 'lost', 'connecting', 'replaced', 'signedOut', 'refused'] as const)
    it(`is unknown while ${status}, never Available, and cannot be changed`, async () => {
      const { button, isOpen } = await menu({
        connection: { status, since },
        presence: { pendingStatusId: 'lunch' },
      });
      expect(text(button)).to.equal('Status unknown was Available until 14:02');
      button.click();
      expect(isOpen()).to.equal(false);
      expect(button.ariaDisabled).to.equal('true');
    });

  it('says that it has never been connected', async () => {
    const { button } = await menu({ connection: { status: 'connecting' }, presence: { confirmed: null } });
    expect(text(button)).to.equal('Status unknown not connected yet');
  });

  it('closes when the connection breaks', async () => {
    const { change, isOpen } = await opened();
    expect(isOpen()).to.equal(true);
    await change({ connection: { status: 'interrupted', since } });
    expect(isOpen()).to.equal(false);
  });

  it('shows a status of a kind that it does not know, and offers it after the others', async () => {
    const training = { id: 'training', name: 'Training', kind: 'unknown' as const, channelIds: [] };
    const effective = storyConfiguration.effective!;
    const { button, element, items } = await opened({
      presence: { confirmed: { status: training, since, cause: 'unknown' } },
      configuration: {
        ...storyConfiguration,
        effective: { ...effective, statuses: [training, ...effective.statuses] },
      },
    });
    expect(text(button)).to.equal('Training since 14:02');
    const groups = within(element, '[role=group]').map((group) => group.ariaLabel);
    expect(groups).to.deep.equal(['Online', 'Busy', 'Offline', 'Other']);
    expect(text(items.at(-1)!)).to.equal('Training Now');
  });

  it('groups the statuses, with their channels, in a menu', async () => {
    const { element, items } = await opened();
    const groups = within(element, '[role=group]').map((group) => group.ariaLabel);
    expect(groups).to.deep.equal(['Online', 'Busy', 'Offline']);
    expect(items.map((item) => text(item))).to.deep.equal([
      'Available Voice, Messaging, Case Now',
      'Messaging only Messaging, Chat',
      'Lunch',
      'Training',
      'Offline',
    ]);
    expect(items.map((item) => item.ariaChecked)).to.deep.equal(['true', 'false', 'false', 'false', 'false']);
  });

  it('requests the chosen status, and closes', async () => {
    const { items, heard, isOpen, button } = await opened();
    await sendMouse({ type: 'click', position: middle(items[2]!) });
    expect(heard('omni-set-status-request').map(({ statusId }) => statusId)).to.deep.equal(['lunch']);
    expect(isOpen()).to.equal(false);
    expect(text(button), 'nothing is shown before the server said so').to.contain('Available since');
  });

  it('opens with the arrow keys, with the focus on the present status', async () => {
    const { button, isOpen, items } = await menu();
    button.focus();
    await press('ArrowDown');
    await settle();
    expect(isOpen()).to.equal(true);
    expect(button.ariaExpanded).to.equal('true');
    expect(hasFocus(items[0])).to.equal(true);
  });

  for (const opening of ['Enter', 'ArrowDown'])
    it(`loses no key that is pressed at once after ${opening} opened it`, async () => {
      const { button, items } = await menu();
      button.focus();
      // Both keys in one task, as a fast typist's arrive in a busy page.
      if (opening === 'Enter') button.click();
      else keydown(opening);
      keydown('ArrowDown');
      expect(hasFocus(items[1])).to.equal(true);
      await settle();
      expect(hasFocus(items[1]), 'the opened menu does not take the focus back').to.equal(true);
    });

  it('closes with a click on the button that opened it', async () => {
    const { button, isOpen } = await opened();
    await sendMouse({ type: 'click', position: middle(button) });
    await settle();
    expect(isOpen()).to.equal(false);
    expect(button.ariaExpanded).to.equal('false');
  });

  it('is navigated with arrows, Home and End, and wraps around', async () => {
    const { items } = await opened();
    const visited = [];
    for (const key of ['ArrowDown', 'End', 'ArrowDown', 'ArrowUp', 'Home']) {
      await press(key);
      visited.push(items.indexOf(focused() as HTMLElement));
    }
    expect(visited).to.deep.equal([1, 4, 0, 4, 0]);
  });

  it('goes to the status whose first letters are typed', async () => {
    const { items } = await opened();
    await press('t', 'r');
    expect(hasFocus(items[3])).to.equal(true);
    await press('Enter');
  });

  it('selects with Enter and with Space', async () => {
    for (const key of ['Enter', 'Space']) {
      const { heard } = await opened();
      await press('End', key);
      expect(heard('omni-set-status-request').map(({ statusId }) => statusId)).to.deep.equal(['offline']);
    }
  });

  it('closes with Escape and returns the focus', async () => {
    const { button, isOpen } = await opened();
    await press('Escape');
    await settle();
    expect(isOpen()).to.equal(false);
    expect(hasFocus(button)).to.equal(true);
  });

  it('closes with Tab', async () => {
    const { isOpen } = await opened();
    await press('Tab');
    expect(isOpen()).to.equal(false);
  });

  it('closes on a click elsewhere', async () => {
    const { contexts, isOpen } = await opened();
    const { right } = contexts.getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.floor(right) - 5, 500] });
    await settle();
    expect(isOpen()).to.equal(false);
  });

  const wrapsUp = { work: works([wrapUp('w', 107)]) };
  const lunchNext = { ...wrapsUp, presence: { statusAfterAcw: statuses.lunch } };

  it('shows during wrap-up which status follows it: the present one, or the one chosen since', async () => {
    const { button, change, element } = await menu(wrapsUp);
    expect(text(button)).to.equal('Wrapping up then Available; no new work until then');
    expect(within(element, '[part=after]')).to.have.length(0);
    await change(lunchNext);
    expect(text(button)).to.equal('Wrapping up then Lunch; no new work until then');
    expect(text(one(element, '[part=after]'))).to.equal('Lunch after wrap-up End wrap-up now');
    await change({ work: works([]) });
    expect(text(button)).to.contain('Available since');
    expect(within(element, '[part=after]')).to.have.length(0);
  });

  it('labels each status as taking effect after wrap-up, and marks the next one', async () => {
    const { items, heard } = await opened(lunchNext);
    expect(items.map((item) => text(item))).to.deep.equal([
      'Available after wrap-up · Voice, Messaging, Case',
      'Messaging only after wrap-up · Messaging, Chat',
      'Lunch after wrap-up Next',
      'Training after wrap-up',
      'Offline after wrap-up',
    ]);
    items[3]?.click();
    expect(heard('omni-set-status-request').map(({ statusId, endAcw }) => [statusId, endAcw])).to.deep.equal([
      ['training', false],
    ]);
  });

  it('ends wrap-up with the status chosen, once it is confirmed', async () => {
    const { element, heard, change } = await menu(lunchNext);
    one(element, '[part=end-now]').click();
    await change({ presence: { ...lunchNext.presence, pendingStatusId: 'lunch' } });
    expect(text(one(element, '[part=end-now]'))).to.equal('Checking');
    one(element, '[part=end-now]').click();
    expect(heard('omni-set-status-request').map(({ statusId, endAcw }) => [statusId, endAcw])).to.deep.equal([
      ['lunch', true],
    ]);
  });

  it('asks before it ends wrap-up from the menu, all by keyboard', async () => {
    const { element, button, heard, isOpen, change } = await menu(wrapsUp);
    button.focus();
    await press('ArrowDown');
    await settle();
    await press('End', 'Enter');
    expect(isOpen()).to.equal(false);
    expect(heard('omni-set-status-request')).to.have.length(0);
    expect(text(one(element, '[part=after]'))).to.equal('Available after wrap-up End wrap-up now');
    expect(hasFocus(one(element, '[part=end-now]'))).to.equal(true);
    await press('Enter');
    expect(heard('omni-set-status-request').map(({ statusId, endAcw }) => [statusId, endAcw])).to.deep.equal([
      ['available', true],
    ]);
    await change({ work: works([]) });
    await change(wrapsUp);
    expect(within(element, '[part=after]'), 'the next wrap-up is asked about anew').to.have.length(0);
  });

  it('is unknown without a connection, even during wrap-up', async () => {
    const { button, element } = await menu({ ...lunchNext, connection: { status: 'interrupted', since } });
    expect(text(button)).to.equal('Status unknown was Available until 14:02');
    expect(within(element, '[part=after]')).to.have.length(0);
  });

  it('shows names as text, whatever they contain', async () => {
    const { effective } = storyConfiguration;
    const hostile = { id: 'hostile', name: HOSTILE, kind: 'busy' as const, channelIds: [] };
    const configuration = { ...storyConfiguration, effective: { ...effective!, statuses: [hostile] } };
    const { element, items } = await opened({ configuration });
    expect(text(items[0]!)).to.equal(HOSTILE);
    expect(everything(element).filter(({ localName }) => localName === 'img')).to.have.length(0);
  });

  describe('at lunch, while a request without a push time-out waits', () => {
    const lunch = { confirmed: { status: statuses.lunch, since, cause: 'rep' } } as const;
    const endless = request('a', { stamp: { deadline: null } });
    const work = works([endless, request('b')]);

    it('asks whether to keep what still rings, or to give it back', async () => {
      const { element, heard, change } = await menu({ presence: lunch, work });
      expect(text(one(element, '[part=after]'))).to.equal('2 requests still wait for you. Keep Give back');
      one(element, '[part=give-back]').click();
      const [asked] = heard('omni-set-status-request');
      expect(asked).to.include({ statusId: 'lunch', endAcw: false, giveBack: true });
      await change({ presence: { ...lunch, pendingStatusId: 'lunch' } });
      one(element, '[part=give-back]').click();
      expect(heard('omni-set-status-request')).to.have.length(1);
    });

    it('asks no more once the rep keeps it, until they choose such a status again', async () => {
      const { element, change, heard } = await menu({ presence: lunch, work });
      one(element, '[part=keep]').click();
      await rendered();
      expect(within(element, '[part=after]')).to.have.length(0);
      expect(heard('omni-set-status-request')).to.have.length(0);
      await change({ presence: { confirmed: { ...lunch.confirmed, since: since + 60_000 } } });
      expect(within(element, '[part=after]')).to.have.length(1);
    });

    it('asks nothing if every request ends by itself, or the rep did not choose the status', async () => {
      const { element, change } = await menu({ presence: lunch, work: works([request('b')]) });
      expect(within(element, '[part=after]')).to.have.length(0);
      await change({ work, presence: { confirmed: { ...lunch.confirmed, cause: 'pushTimeout' } } });
      expect(within(element, '[part=after]')).to.have.length(0);
      await change({ presence: { confirmed: { ...lunch.confirmed, status: statuses.available } } });
      expect(within(element, '[part=after]')).to.have.length(0);
    });
  });

  it('cuts the last channel and not the first where text runs from right to left', async () => {
    const { get, contexts } = await mount(html`<omni-presence-menu></omni-presence-menu>`, { strings: ar });
    contexts.style.inlineSize = '200px';
    const line = one(get('omni-presence-menu'), '[part=button] > .quiet');
    const all = line.textContent;
    const shown = line.getBoundingClientRect();
    const where = (word: string) => {
      const range = document.createRange();
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      let found: DOMRect | null = null;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = (node as Text).data.indexOf(word);
        if (at < 0) continue;
        range.setStart(node, at);
        range.setEnd(node, at + word.length);
        found = range.getBoundingClientRect();
      }
      return found!;
    };
    expect(all).to.contain('Voice').and.to.contain('Case');
    expect(where('Voice').left).to.be.greaterThan(where('Case').right - 1);
    expect(where('Voice').right).to.be.lessThan(shown.right + 1);
  });
});
