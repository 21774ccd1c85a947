import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { html } from 'lit';
import { NOW, request, works } from '../../../components/shared/stories/story-fixtures.ts';
import '../../../components/panel/work-request/work-request.ts';
import { rendered } from '../../helpers/fake-clock.ts';
import { hasFocus, middle, mount, one, press, text, within } from '../../helpers/mount.ts';

describe('decline dialog', () => {
  async function opened() {
    const mounted = await mount(
      html`<button id="before">Before</button><omni-work-request .work=${request('r')}></omni-work-request
        ><button id="after">After</button>`,
    );
    const toast = mounted.get('omni-work-request');
    await sendMouse({ type: 'click', position: middle(one(toast, '[part=decline]')) });
    await rendered();
    const dialog = mounted.get('omni-decline-dialog');
    return { ...mounted, toast, dialog, native: one(dialog, 'dialog') as HTMLDialogElement };
  }

  it('offers the reasons in their order, none chosen', async () => {
    const { dialog } = await opened();
    expect(within(dialog, 'label').map((label) => text(label))).to.deep.equal([
      'On another call',
      'Needs a specialist',
      'Wrong language',
      'Technical problem',
      'Break is due',
    ]);
    expect(within(dialog, ':checked')).to.have.length(0);
  });

  it('is open but not modal, with the time left and the focus on the first reason', async () => {
    const { dialog, native } = await opened();
    expect(native.open).to.equal(true);
    expect(native.matches(':modal')).to.equal(false);
    expect(within(dialog, 'omni-countdown-dial')).to.have.length(1);
    expect(hasFocus(within(dialog, 'input')[0])).to.equal(true);
  });

  it('declines with the reason chosen by keys', async () => {
    const { heard, toast } = await opened();
    await press('ArrowDown', 'Enter');
    const sent = heard('omni-decline-request').map(({ workId, declineReason }) => [workId, declineReason]);
    expect(sent).to.deep.equal([['r', 'specialist']]);
    expect(toast.declining).to.equal(false);
  });

  it('does not confirm without a reason, and says so', async () => {
    const { dialog, heard, toast } = await opened();
    await press('Enter');
    expect(heard('omni-decline-request')).to.have.length(0);
    expect(toast.declining).to.equal(true);
    expect(text(one(dialog, '[role=alert]'))).to.equal('Choose a reason.');
  });

  it('keeps Tab within itself, in both directions', async () => {
    const { dialog } = await opened();
    const [radio] = within(dialog, 'input');
    const [cancel, confirm] = within(dialog, 'button');
    for (const [key, stop] of [
      ['Tab', cancel],
      ['Tab', confirm],
      ['Tab', radio],
      ['Shift+Tab', confirm],
      ['Shift+Tab', cancel],
    ] as const) {
      await press(key);
      expect(hasFocus(stop)).to.equal(true);
    }
  });

  it('wraps around with Tab even from a reason in the middle', async () => {
    const { dialog } = await opened();
    await press('ArrowDown', 'ArrowDown', 'Shift+Tab');
    expect(hasFocus(within(dialog, 'button')[1])).to.equal(true);
    await press('Tab');
    expect(hasFocus(one(dialog, ':checked'))).to.equal(true);
  });

  it('cancels with Escape, without further events, and returns the focus to Decline', async () => {
    const { heard, toast } = await opened();
    let outside = 0;
    const count = (event: KeyboardEvent) => event.key === 'Escape' && outside++;
    document.addEventListener('keydown', count);
    await press('Escape');
    document.removeEventListener('keydown', count);
    expect(heard('omni-decline-request')).to.have.length(0);
    expect(toast.declining).to.equal(false);
    expect(hasFocus(one(toast, '[part=decline]'))).to.equal(true);
    expect(outside).to.equal(0);
  });

  for (const [status, cancelReason, title] of [
    ['canceled', 'customerLeft', 'The customer left'],
    ['declinedOnPushTimeout', null, 'Time ran out'],
    ['canceled', 'withdrawn', 'Withdrawn'],
  ] as const)
    it(`shows "${title}" when the request ends in the meantime, and keeps the focus on Dismiss`, async () => {
      const { dialog, toast, heard } = await opened();
      toast.work = request('r', { status, cancelReason, settledAt: NOW });
      await rendered();
      expect(text(one(dialog, 'h2'))).to.equal(title);
      expect(text(dialog)).to.contain('Nothing was declined.');
      expect(hasFocus(one(dialog, 'button'))).to.equal(true);
      await press('Enter');
      expect(heard('omni-dismiss-request')).to.have.length(1);
      expect(toast.declining).to.equal(false);
    });

  it('does not take the focus back when the request ends and the rep has moved elsewhere', async () => {
    const { contexts, toast } = await opened();
    const after = contexts.querySelector<HTMLElement>('#after')!;
    after.focus();
    toast.work = request('r', { status: 'canceled', cancelReason: 'customerLeft' });
    await rendered();
    expect(hasFocus(after)).to.equal(true);
  });

  it('closes when another answer is in progress', async () => {
    const { change, toast, dialog } = await opened();
    await change({ work: works([request('r')], { answers: { r: { kind: 'accept', state: 'checking' } } }) });
    expect(toast.state).to.equal('checking');
    expect(dialog.isConnected).to.equal(false);
  });
});
