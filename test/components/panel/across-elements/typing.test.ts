import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { accepted, NOW, request, works } from '../../../../components/shared/stories/story-fixtures.ts';
import { isTyping } from '../../../../components/shared/typing.ts';
import '../../../../components/panel/presence-menu/presence-menu.ts';
import '../../../../components/panel/readiness-line/readiness-line.ts';
import '../../../../components/panel/transfer-dialog/transfer-dialog.ts';
import '../../../../components/panel/work-requests/work-requests.ts';
import { rendered } from '../../../helpers/fake-clock.ts';
import { everything, focused, mount, one, press } from '../../../helpers/mount.ts';

interface Pressed extends KeyboardEventInit {
  readonly key: string;
}
const optionA: Pressed = { key: 'å', code: 'KeyA', altKey: true };

/** What a key does to a page, from this element on. */
function hit(element: EventTarget, pressed: Pressed): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { ...pressed, bubbles: true, composed: true, cancelable: true });
  element.dispatchEvent(event);
  return event;
}

/** A request that rings, and the host's own page beside it. */
async function ringing() {
  const mounted = await mount(
    html`<textarea></textarea>
      <p contenteditable><b>reply</b></p>
      <input type="checkbox" />
      <button>Reply</button>
      <omni-work-requests></omni-work-requests>`,
    { work: works([request('r', { stamp: { deadline: NOW + 60_000 } })]) },
  );
  await mounted.clock.advance(400);
  const find = (selector: string) => mounted.contexts.querySelector<HTMLElement>(selector)!;
  return { ...mounted, find, accepts: () => mounted.heard('omni-accept-request').length };
}

describe('what the rep types', () => {
  for (const selector of ['textarea', '[contenteditable]', '[contenteditable] b']) {
    it(`is no command in ${selector}: "å" on a Mac`, async () => {
      const { find, accepts } = await ringing();
      expect(hit(find(selector), optionA).defaultPrevented).to.equal(false);
      expect(accepts()).to.equal(0);
    });
  }

  it('is no command in a field of a component of the host', async () => {
    const { find, accepts } = await ringing();
    const component = document.createElement('div');
    component.attachShadow({ mode: 'open' }).innerHTML = '<input />';
    find('textarea').after(component);
    expect(hit(component.shadowRoot!.firstElementChild!, optionA).defaultPrevented).to.equal(false);
    expect(accepts()).to.equal(0);
  });

  it('is no command while a character is composed, nor as a dead key', async () => {
    const { find, accepts } = await ringing();
    const composing = { key: 'a', code: 'KeyA', altKey: true, isComposing: true };
    const dead = { key: 'Dead', code: 'KeyA', altKey: true };
    for (const pressed of [composing, dead])
      expect(hit(find('textarea'), pressed).defaultPrevented).to.equal(false);
    expect(accepts()).to.equal(0);
  });

  it('is no command with AltGr, wherever the focus is', async () => {
    const { find, accepts } = await ringing();
    for (const selector of ['textarea', 'button'])
      hit(find(selector), { key: 'a', code: 'KeyA', altKey: true, modifierAltGraph: true });
    expect(accepts()).to.equal(0);
  });

  it('is no command with a shortcut of letters only, nor of Shift and a letter', async () => {
    const { find, get, accepts } = await ringing();
    for (const accept of ['A', 'Shift+A']) {
      get('omni-work-requests').shortcuts = { accept, decline: '' };
      await rendered();
      const key = { key: 'A', code: 'KeyA', shiftKey: accept !== 'A' };
      hit(find('textarea'), key);
      expect(accepts()).to.equal(0);
    }
    hit(find('button'), { key: 'A', code: 'KeyA', shiftKey: true });
    expect(accepts()).to.equal(1);
  });

  for (const [what, selector, pressed] of [
    ['Alt+A where Alt makes no text', 'textarea', { key: 'a', code: 'KeyA', altKey: true }],
    ['Alt+A of another script', 'textarea', { key: 'ش', code: 'KeyA', altKey: true }],
    ['Option+A outside of fields', 'button', optionA],
    ['Option+A in a field without text', '[type=checkbox]', optionA],
    ['a dead key outside of fields', 'button', { key: 'Dead', code: 'KeyA', altKey: true }],
  ] as const)
    it(`does not disturb ${what}`, async () => {
      const { find, accepts } = await ringing();
      expect(hit(find(selector), pressed).defaultPrevented).to.equal(true);
      expect(accepts()).to.equal(1);
    });

  it('is told from commands on a Mac whatever its layout', () => {
    const field = document.createElement('input');
    const types: boolean[] = [];
    field.addEventListener('keydown', (event) => types.push(isTyping(event)));
    Object.defineProperty(navigator, 'platform', { value: 'MacIntel', configurable: true });
    try {
      hit(field, { key: 'ƒ', code: 'KeyA', altKey: true });
      hit(field, { key: 'a', code: 'KeyA', altKey: true });
      hit(field, { key: 'a', code: 'KeyA', metaKey: true });
    } finally {
      Reflect.deleteProperty(navigator, 'platform');
    }
    expect(types).to.deep.equal([true, true, false]);
  });
});

describe('keys for the panel', () => {
  /** The keys that reach a hotkey of the host. */
  async function reaching(act: () => Promise<void>): Promise<string[]> {
    const keys: string[] = [];
    const hear = ({ type, key }: KeyboardEvent) => type !== 'keyup' && keys.push(key);
    const { signal, abort } = listeningFor();
    for (const type of ['keydown', 'keypress', 'keyup'] as const)
      document.addEventListener(type, hear, { signal });
    await act();
    abort();
    return keys;
  }
  function listeningFor() {
    const controller = new AbortController();
    return { signal: controller.signal, abort: () => controller.abort() };
  }

  it('do not reach the host from the field of a transfer, nor its results', async () => {
    const { contexts } = await mount(
      html`<omni-transfer-dialog .work=${accepted[1]!}></omni-transfer-dialog>`,
    );
    await rendered();
    expect(await reaching(() => press('e', 'Shift+r', 'Backspace', 'ArrowDown', 'ArrowDown'))).to.deep.equal(
      [],
    );
    expect(everything(contexts)).to.include(focused());
    expect(await reaching(() => press('F9', 'Control+k'))).to.include.members(['F9', 'k']);
  });

  it('do not reach the host from the volume and the menu of statuses', async () => {
    const { get } = await mount(
      html`<omni-readiness-line></omni-readiness-line><omni-presence-menu></omni-presence-menu>`,
    );
    one(get('omni-readiness-line'), '[part=open-settings]').click();
    one(get('omni-readiness-line'), '#volume').focus();
    expect(await reaching(() => press('ArrowLeft', 'j'))).to.deep.equal([]);
    get('omni-presence-menu').focus();
    expect(await reaching(() => press('ArrowDown', 'l', 'x', 'Escape'))).to.deep.equal([]);
  });

  it('reach the host from a button of the panel that does not use them', async () => {
    const { get } = await mount(html`<omni-presence-menu></omni-presence-menu>`);
    get('omni-presence-menu').focus();
    expect(await reaching(() => press('j'))).to.include('j');
  });
});
