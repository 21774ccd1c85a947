import { expect } from '@open-wc/testing';
import { resetMouse, sendMouse, setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import { ar } from '../../../assets/locales/ar.ts';
import { de } from '../../../assets/locales/de.ts';
import { en } from '../../../assets/locales/en.ts';
import { es } from '../../../assets/locales/es.ts';
import { ja } from '../../../assets/locales/ja.ts';
import { NOW, request, works } from '../../../components/shared/story-fixtures.ts';
import type { StoryContext } from '../../../components/shared/story-contexts.ts';
import '../../../components/panel/work-requests/work-requests.ts';
import { rendered } from '../../helpers/fake-clock.ts';
import { until } from '../../helpers/until.ts';
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
  type Mounted,
} from '../../helpers/mount.ts';

type Work = ReturnType<typeof request>;

/** A request that ends this many seconds from now. */
const ends = (seconds: number, id = `in-${seconds}`, change: Parameters<typeof request>[1] = {}) =>
  request(id, { subject: id, ...change, stamp: { deadline: NOW + seconds * 1000, ...change.stamp } });

describe('work requests', () => {
  afterEach(() => resetMouse());

  async function stackOf(list: readonly Work[], context: StoryContext = {}) {
    const mounted = await mount(html`<input /><omni-work-requests></omni-work-requests>`, {
      work: works(list),
      ...context,
    });
    const stack = mounted.get('omni-work-requests');
    return { ...mounted, stack, show: (next: readonly Work[]) => mounted.change({ work: works(next) }) };
  }
  const toasts = (stack: Element) => within(stack, 'omni-work-request');
  const ids = (stack: Element) =>
    within(stack, 'omni-work-request').map((toast) => (toast as never as { work: Work }).work.id);
  const long = async ({ clock }: Mounted) => clock.advance(400);

  it('are ordered by deadline; the first is expanded and the others are rows', async () => {
    const { stack } = await stackOf([ends(50), ends(20), ends(30)]);
    expect(ids(stack)).to.deep.equal(['in-20', 'in-30', 'in-50']);
    expect(toasts(stack).map((toast) => toast.hasAttribute('compact'))).to.deep.equal([false, true, true]);
  });

  it('are in the top layer while there are any', async () => {
    const { stack, show } = await stackOf([ends(20)]);
    const popover = one(stack, '[popover]');
    expect(popover.matches(':popover-open')).to.equal(true);
    await show([]);
    expect(popover.matches(':popover-open')).to.equal(false);
  });

  it('are in the top layer again after the panel was moved', async () => {
    const { stack, contexts } = await stackOf([ends(20)]);
    contexts.parentElement?.prepend(contexts);
    await rendered();
    expect(one(stack, '[popover]').matches(':popover-open')).to.equal(true);
  });

  it('do not move for a new request that ends sooner', async () => {
    const { stack, show } = await stackOf([ends(20), ends(30)]);
    const places = () => toasts(stack).map((toast) => toast.getBoundingClientRect().top);
    const before = places();
    await show([ends(20), ends(30), ends(5)]);
    expect(ids(stack)).to.deep.equal(['in-20', 'in-30', 'in-5']);
    expect(places().slice(0, 2)).to.deep.equal(before);
  });

  it('keep the same elements for those that stay', async () => {
    const { stack, show } = await stackOf([ends(20), ends(30), ends(40)]);
    const [, second, third] = toasts(stack);
    await show([ends(30), ends(40)]);
    expect(toasts(stack)[0] === second && toasts(stack)[1] === third).to.equal(true);
  });

  it('show five and count the rest, with the next end among them', async () => {
    const { stack, clock } = await stackOf([10, 20, 30, 40, 50, 55, 58, 160].map((seconds) => ends(seconds)));
    expect(toasts(stack)).to.have.length(5);
    expect(text(one(stack, '[part=more]'))).to.equal('+ 3 more · next ends in 55 s');
    await clock.advance(1000);
    expect(text(one(stack, '[part=more]'))).to.equal('+ 3 more · next ends in 54 s');
  });

  it('open the rest on a click, and close it again', async () => {
    const { stack } = await stackOf([10, 20, 30, 40, 50, 55, 58, 160].map((seconds) => ends(seconds)));
    const more = one(stack, '[part=more]');
    more.click();
    await rendered();
    expect(toasts(stack)).to.have.length(8);
    expect(more.ariaExpanded).to.equal('true');
    expect(text(more)).to.equal('Show fewer');
    more.click();
    await rendered();
    expect(toasts(stack)).to.have.length(5);
  });

  it('close the rest by themselves when it is no longer needed, and the focus stays with the toasts', async () => {
    const eight = [10, 20, 30, 40, 50, 55, 58, 160].map((seconds) => ends(seconds));
    const { stack, show } = await stackOf(eight);
    const more = one(stack, '[part=more]');
    more.focus();
    more.click();
    await rendered();
    await show(eight.slice(0, 4));
    expect(more.checkVisibility()).to.equal(false);
    expect(hasFocus(one(toasts(stack)[0]!, '[part=accept]'))).to.equal(true);
    await show(eight);
    expect(toasts(stack)).to.have.length(5);
  });

  it('bring one of the rest into reach', async () => {
    const { stack } = await stackOf([10, 20, 30, 40, 50, 55, 58].map((seconds) => ends(seconds)));
    await stack.reveal('in-58');
    expect(hasFocus(one(toasts(stack)[6]!, '[part=accept]'))).to.equal(true);
    await stack.reveal('in-20');
    expect(hasFocus(one(toasts(stack)[1]!, '[part=accept]'))).to.equal(true);
  });

  it('render at most 60 elements for 1,000 requests, including shadow trees', async () => {
    const thousand = Array.from({ length: 1000 }, (_, index) => ends(60 + index / 10, `many-${index}`));
    const { stack } = await stackOf(thousand, { sound: { status: 'blocked' } });
    expect(text(one(stack, '[part=more]'))).to.contain('+ 995 more');
    const elements = [stack, ...everything(stack)];
    expect(elements.length).to.be.at.most(60);
  });

  it('leave nothing behind, however many come and go', async () => {
    const { stack, show } = await stackOf([ends(20)]);
    await show([]);
    const nodes = one(stack, '[popover]').childNodes.length;
    for (let index = 0; index < 50; index++) {
      await show([ends(20, `a-${index}`), ends(30, `b-${index}`)]);
      await show([]);
    }
    expect(one(stack, '[popover]').childNodes.length).to.equal(nodes);
  });

  it('never take the focus', async () => {
    const { contexts, show, clock } = await stackOf([]);
    const input = contexts.querySelector('input')!;
    input.focus();
    await show([ends(20), ends(30)]);
    await clock.advance(12_000);
    await show([ends(30)]);
    await show([]);
    expect(hasFocus(input)).to.equal(true);
  });

  it('do not take the rest of a held key for the answer to the next one', async () => {
    const { stack } = await stackOf([ends(20)]);
    const held = (repeat: boolean) => {
      const key = new KeyboardEvent('keydown', {
        key: 'Enter',
        repeat,
        bubbles: true,
        composed: true,
        cancelable: true,
      });
      one(toasts(stack)[0]!, '[part=accept]').dispatchEvent(key);
      return key.defaultPrevented;
    };
    expect([held(false), held(true)]).to.deep.equal([false, true]);
  });

  it('accept the first waiting one with Alt+A, even from a text field', async () => {
    const mounted = await stackOf([ends(20), ends(30)]);
    mounted.contexts.querySelector('input')!.focus();
    await long(mounted);
    await press('Alt+a');
    expect(mounted.heard('omni-accept-request').map(({ workId }) => workId)).to.deep.equal(['in-20']);
  });

  it('show the accept shortcut on the first one only', async () => {
    const { stack } = await stackOf([ends(20), ends(30)]);
    const keys = toasts(stack).map((toast) => one(toast, '[part=accept]').getAttribute('aria-keyshortcuts'));
    expect(keys).to.deep.equal(['Alt+A', null]);
    expect(text(one(toasts(stack)[0]!, 'kbd'))).to.equal('Alt+A');
  });

  it('ignore a shortcut in the first 400 ms', async () => {
    const { clock, heard } = await stackOf([ends(20)]);
    await clock.advance(399);
    await press('Alt+a');
    expect(heard('omni-accept-request')).to.have.length(0);
    await clock.advance(1);
    await press('Alt+a');
    expect(heard('omni-accept-request')).to.have.length(1);
  });

  it('go to the next one with Alt+A while an answer is in progress', async () => {
    const list = [ends(20), ends(30)];
    const mounted = await stackOf(list);
    await long(mounted);
    const answers = { 'in-20': { kind: 'accept', state: 'checking' } } as const;
    await mounted.change({ work: works(list, { answers }) });
    await press('Alt+a');
    expect(mounted.heard('omni-accept-request').map(({ workId }) => workId)).to.deep.equal(['in-30']);
  });

  it('ask for the reason with Alt+D', async () => {
    const mounted = await stackOf([ends(20)]);
    await long(mounted);
    await press('Alt+d');
    expect(mounted.get('omni-work-request').declining).to.equal(true);
    expect(focused()?.localName).to.equal('input');
  });

  it('respond to the configured shortcuts and no others', async () => {
    const mounted = await stackOf([ends(20)]);
    mounted.stack.shortcuts = { accept: 'Control+Shift+K'.replace('Control', 'Ctrl'), decline: '' };
    await rendered();
    await long(mounted);
    await press('Alt+a', 'Alt+d', 'Control+k');
    expect(mounted.heard('omni-accept-request')).to.have.length(0);
    expect(mounted.get('omni-work-request').declining).to.equal(false);
    await press('Control+Shift+K');
    expect(mounted.heard('omni-accept-request')).to.have.length(1);
  });

  it('ignore a key that was handled elsewhere, and one that is held down', async () => {
    const mounted = await stackOf([ends(20)]);
    await long(mounted);
    const key = { key: 'a', code: 'KeyA', altKey: true, cancelable: true, bubbles: true };
    const taken = new KeyboardEvent('keydown', key);
    taken.preventDefault();
    document.dispatchEvent(taken);
    document.dispatchEvent(new KeyboardEvent('keydown', { ...key, repeat: true }));
    expect(mounted.heard('omni-accept-request')).to.have.length(0);
  });

  it('recognise Alt+A on a Mac, where Alt types another letter', async () => {
    const mounted = await stackOf([ends(20)]);
    await long(mounted);
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'å', code: 'KeyA', altKey: true }));
    expect(mounted.heard('omni-accept-request')).to.have.length(1);
  });

  it('stop listening once they are removed from the document', async () => {
    const mounted = await stackOf([ends(20)]);
    await long(mounted);
    mounted.stack.remove();
    const key = new KeyboardEvent('keydown', { key: 'a', code: 'KeyA', altKey: true, cancelable: true });
    document.dispatchEvent(key);
    expect(key.defaultPrevented).to.equal(false);
    expect(mounted.clock.waiting).to.equal(0);
  });

  it('ignore a click that was meant for what was there before', async () => {
    const { stack, show, heard, clock } = await stackOf([ends(20), ends(30)]);
    await clock.advance(5000);
    const place = middle(one(toasts(stack)[0]!, '[part=accept]'));
    await show([ends(30)]);
    await sendMouse({ type: 'click', position: place });
    expect(heard('omni-accept-request')).to.have.length(0);
    await clock.advance(400);
    await sendMouse({ type: 'click', position: place });
    expect(heard('omni-accept-request').map(({ workId }) => workId)).to.deep.equal(['in-30']);
  });

  it('keep an outcome under the pointer in place', async () => {
    const left = ['a', 'b', 'c', 'd', 'e'].map((id) =>
      request(id, { status: 'canceled', cancelReason: 'customerLeft' }),
    );
    const outcomes = left.map(({ id }) => id);
    const { stack, change } = await stackOf([], { work: works(left, { outcomes }) });
    await sendMouse({ type: 'move', position: middle(toasts(stack)[0]!) });
    await change({ work: works([...left, ends(20)], { outcomes }) });
    expect(ids(stack)).to.deep.equal(['a', 'in-20', 'c', 'd', 'e']);
  });

  const automatic = (id: string) =>
    ends(60, id, { status: 'opened', openedBy: 'automatic', openedAt: NOW, stamp: { automatic: true } });

  it('leave at once when missed, and after eight seconds when another outcome needs no answer', async () => {
    const list = [
      ends(60, 'missed', { status: 'declinedOnPushTimeout', settledAt: NOW }),
      ends(60, 'withdrawn', { status: 'canceled', cancelReason: 'withdrawn', settledAt: NOW }),
      ends(60, 'left', { status: 'canceled', cancelReason: 'customerLeft', settledAt: NOW }),
      automatic('automatic'),
    ];
    const work = works(list, { outcomes: list.map(({ id }) => id) });
    const { stack, clock } = await stackOf([], { work });
    expect(ids(stack)).to.deep.equal(['withdrawn', 'left', 'automatic']);
    await clock.advance(7999);
    expect(ids(stack)).to.have.length(3);
    await clock.advance(1);
    expect(ids(stack)).to.deep.equal(['left']);
    expect(clock.waiting).to.equal(0);
  });

  it('keep an outcome while it is under the pointer, however long', async () => {
    const work = works([automatic('a')], { outcomes: ['a'] });
    const { stack, clock } = await stackOf([], { work });
    await sendMouse({ type: 'move', position: middle(toasts(stack)[0]!) });
    await clock.advance(9000);
    expect(ids(stack)).to.deep.equal(['a']);
    await resetMouse();
    await rendered();
    expect(ids(stack)).to.deep.equal([]);
  });

  it('keep what ended while the page was hidden until the rep has had the whole time to see it', async () => {
    const work = works([automatic('a')], { outcomes: ['a'] });
    const { stack, clock } = await stackOf([], { work });
    const turn = async (hidden: boolean) => {
      Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
      await rendered();
    };
    try {
      await turn(true);
      await clock.advance(60_000);
      expect(ids(stack)).to.deep.equal(['a']);
      await turn(false);
      await clock.advance(7999);
      expect(ids(stack)).to.deep.equal(['a']);
      await clock.advance(1);
      expect(ids(stack)).to.deep.equal([]);
    } finally {
      Reflect.deleteProperty(document, 'hidden');
    }
  });

  it('never cover the field in which the rep types with an automatic acceptance', async () => {
    const { contexts, stack } = await stackOf([], { work: works([automatic('a')], { outcomes: ['a'] }) });
    const [toast] = toasts(stack);
    const { left, top } = toast!.getBoundingClientRect();
    const field = contexts.querySelector('input')!;
    Object.assign(field.style, { position: 'fixed', left: `${left + 9}px`, top: `${top + 9}px` });
    expect(toast!.checkVisibility()).to.equal(true);
    field.focus();
    expect(toast!.checkVisibility()).to.equal(false);
    const again = () => {
      field.blur();
      field.focus();
      return toast!.checkVisibility();
    };
    field.readOnly = true;
    expect(again(), 'nothing can be typed in it').to.equal(true);
    field.readOnly = false;
    field.type = 'checkbox';
    expect(again(), 'keys are no text for it').to.equal(true);
    field.type = 'email';
    expect(again()).to.equal(false);
    field.style.top = `${top + 500}px`;
    expect(again(), 'it is elsewhere').to.equal(true);
    const editor = contexts.appendChild(document.createElement('div'));
    Object.assign(editor, { role: 'textbox', tabIndex: 0, textContent: 'It draws its text itself.' });
    Object.assign(editor.style, { position: 'fixed', left: `${left + 9}px`, top: `${top + 9}px` });
    editor.focus();
    expect(toast!.checkVisibility(), 'an editor of its own').to.equal(false);
  });

  it('stay usable with the pointer while one asks for a reason', async () => {
    const mounted = await stackOf([ends(20), ends(30)]);
    await long(mounted);
    const [first, second] = toasts(mounted.stack);
    await sendMouse({ type: 'click', position: middle(one(first!, '[part=decline]')) });
    await rendered();
    await mounted.clock.advance(400);
    await sendMouse({ type: 'click', position: middle(one(second!, '[part=accept]')) });
    expect(mounted.heard('omni-accept-request').map(({ workId }) => workId)).to.deep.equal(['in-30']);
  });

  it('keep the one that asks for a reason until the rep has seen how it ended', async () => {
    const mounted = await stackOf([ends(20)]);
    await long(mounted);
    await press('Alt+d');
    const elsewhere = ends(20, 'in-20', { status: 'opened', openedBy: 'rep', openedAt: NOW });
    await mounted.show([elsewhere]);
    expect(text(mounted.get('omni-decline-dialog'))).to.contain('Answered elsewhere');
    one(mounted.get('omni-decline-dialog'), 'button').click();
    await rendered();
    expect(toasts(mounted.stack)).to.have.length(0);
  });

  for (const [what, form, width, height] of [
    ['on a telephone', 'one toast', 360, 740],
    ['at 200 %', 'one row', 683, 330],
  ] as const)
    it(`are ${form} and a count ${what}, and five again where there is room`, async () => {
      const list = [20, 30, 40, 50, 60, 70].map((seconds) => ends(seconds));
      await setViewport({ width, height });
      try {
        const { stack } = await stackOf(list);
        expect(ids(stack)).to.deep.equal(['in-20']);
        expect(toasts(stack)[0]!.hasAttribute('compact')).to.equal(form === 'one row');
        expect(text(one(stack, '[part=more]'))).to.contain('+ 5 more');
        const { top, bottom } = one(stack, '[part=more]').getBoundingClientRect();
        expect(top).to.be.greaterThan(0);
        expect(bottom).to.be.lessThan(height);
        await setViewport({ width: 1024, height: 720 });
        await until('five are shown', () => ids(stack).length === 5);
        await setViewport({ width, height });
        await until('one is shown', () => ids(stack).join() === 'in-20');
      } finally {
        await setViewport({ width: 800, height: 600 });
      }
    });

  it('keep the way to the rest in reach on a page too low for five', async () => {
    const { stack } = await stackOf([20, 30, 40, 50, 60, 70, 80].map((seconds) => ends(seconds)));
    expect(toasts(stack)).to.have.length(5);
    const last = toasts(stack).at(-1)!.getBoundingClientRect();
    expect(last.bottom, 'five do not fit').to.be.greaterThan(innerHeight);
    const more = one(stack, '[part=more]');
    expect(more.getBoundingClientRect().bottom).to.be.at.most(innerHeight);
    await sendMouse({ type: 'click', position: middle(more) });
    await rendered();
    expect(toasts(stack)).to.have.length(7);
  });

  for (const words of [en, de, es, ja, ar])
    it(`leave room for the subject of a row in ${words.locale}`, async () => {
      const { stack } = await stackOf([ends(20), ends(30)], { strings: words });
      const row = toasts(stack)[1]!;
      const { width } = one(row, '[part=subject]').getBoundingClientRect();
      expect(width).to.be.greaterThan(140);
    });

  it('do not offer shortcuts for automatic acceptance', async () => {
    const mounted = await stackOf([ends(20, 'auto', { stamp: { automatic: true } })]);
    await long(mounted);
    await press('Alt+a');
    expect(mounted.heard('omni-accept-request')).to.have.length(0);
    expect(text(mounted.get('omni-work-request'))).to.contain('Opening for you…');
  });
});
