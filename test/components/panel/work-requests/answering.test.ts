import { expect } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import { works } from '../../../../components/shared/stories/story-fixtures.ts';
import { rendered } from '../../../helpers/fake-clock.ts';
import { focused, hasFocus, middle, one, press, text } from '../../../helpers/mount.ts';
import { ends, long, stackOf, toasts } from './stack-of.ts';

describe('work requests, answered', () => {
  afterEach(() => resetMouse());

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

  it('do not offer shortcuts for automatic acceptance', async () => {
    const mounted = await stackOf([ends(20, 'auto', { stamp: { automatic: true } })]);
    await long(mounted);
    await press('Alt+a');
    expect(mounted.heard('omni-accept-request')).to.have.length(0);
    expect(text(mounted.get('omni-work-request'))).to.contain('Opening for you…');
  });
});
