import { expect } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import { NOW, request, works } from '../../../../components/shared/stories/story-fixtures.ts';
import { rendered } from '../../../helpers/fake-clock.ts';
import { middle, one, press, text } from '../../../helpers/mount.ts';
import { automatic, ends, ids, long, stackOf, toasts } from './stack-of.ts';

describe('work requests that have ended', () => {
  afterEach(() => resetMouse());

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
});
