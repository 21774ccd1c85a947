import { expect } from '@open-wc/testing';
import { emulateMedia, sendMouse } from '@web/test-runner-commands';
import { html } from 'lit';
import { HOSTILE, NOW, request, works } from '../../../components/shared/stories/story-fixtures.ts';
import type { StoryContext } from '../../../components/shared/stories/story-contexts.ts';
import '../../../components/panel/work-request/work-request.ts';
import { everything, hasFocus, middle, mount, one, text, within } from '../../helpers/mount.ts';
import { rendered } from '../../helpers/fake-clock.ts';
import { itWhereEngineCan } from '../../helpers/engine.ts';

type Work = ReturnType<typeof request>;

describe('work request', () => {
  async function toastOf(work: Work, context: StoryContext = {}, compact = false) {
    const mounted = await mount(
      html`<input /><omni-work-request .work=${work} .compact=${compact}></omni-work-request>`,
      context,
    );
    const toast = mounted.get('omni-work-request');
    return { ...mounted, toast, become: (next: Work) => ((toast.work = next), rendered()) };
  }
  const click = (toast: Element, part: string) => one(toast, `[part=${part}]`).click();
  const buttons = (toast: Element) => within(toast, 'button').map((button) => text(button));
  const answered = (kind: 'accept' | 'decline', state: 'checking' | 'kept'): StoryContext => ({
    work: works([request('r')], { answers: { r: { kind, state } } }),
  });

  it('shows what it is, who waits, since when, in which queue, and how long is left', async () => {
    const { toast } = await toastOf(request('r'));
    for (const said of [
      'Incoming call',
      'Voice',
      'Refund for order 48213 has not arrived',
      'Ines Carvalho',
      'Plan Business Open cases 2 Language Portuguese',
      'Billing voice · Waited 1:42',
    ])
      expect(text(toast)).to.contain(said);
    expect(within(toast, 'omni-countdown-dial')).to.have.length(1);
  });

  it('is accepted by a real pointer click', async () => {
    const { toast, heard } = await toastOf(request('r'));
    await sendMouse({ type: 'click', position: middle(one(toast, '[part=accept]')) });
    expect(heard('omni-accept-request').map(({ workId }) => workId)).to.deep.equal(['r']);
  });

  it('ignores clicks in the first 400 ms in its position', async () => {
    const { toast, heard, clock } = await toastOf(request('r', { stamp: { declineReasons: [] } }));
    toast.since = NOW;
    await clock.advance(399);
    click(toast, 'accept');
    click(toast, 'decline');
    toast.accept();
    toast.decline();
    expect(heard('omni-accept-request')).to.have.length(0);
    expect(heard('omni-decline-request')).to.have.length(0);
    await clock.advance(1);
    click(toast, 'accept');
    expect(heard('omni-accept-request')).to.have.length(1);
  });

  it('declines at once if no reason is required', async () => {
    const { toast, heard } = await toastOf(request('r', { stamp: { declineReasons: [] } }));
    click(toast, 'decline');
    expect(heard('omni-decline-request').map(({ declineReason }) => declineReason)).to.deep.equal([null]);
    expect(toast.declining).to.equal(false);
  });

  it('asks for the reason first if there are reasons', async () => {
    const { toast, heard } = await toastOf(request('r'));
    click(toast, 'decline');
    await rendered();
    expect(within(toast, 'omni-decline-dialog')).to.have.length(1);
    expect(heard('omni-decline-request')).to.have.length(0);
  });

  it('cannot be declined if its terms do not allow it', async () => {
    const { toast, heard } = await toastOf(request('r', { stamp: { declinable: false } }));
    expect(buttons(toast)).to.deep.equal(['Accept']);
    toast.decline();
    expect(toast.declining).to.equal(false);
    expect(heard('omni-decline-request')).to.have.length(0);
  });

  for (const [kind, state, title, button] of [
    ['accept', 'checking', 'Checking…', 'Accepting'],
    ['decline', 'checking', 'Checking…', 'Declining'],
    ['accept', 'kept', 'Accept not sent yet', 'Waiting for the connection'],
    ['decline', 'kept', 'Decline not sent yet', 'Waiting for the connection'],
  ] as const)
    it(`shows an ${kind} that is ${state}, and accepts no other answer`, async () => {
      const { toast, heard } = await toastOf(request('r'), answered(kind, state));
      expect(toast.state).to.equal(state);
      expect(text(one(toast, 'b'))).to.equal(title);
      expect(buttons(toast)).to.deep.equal([button]);
      expect(one(toast, 'button').ariaDisabled).to.equal('true');
      click(toast, 'accept');
      expect(heard('omni-accept-request')).to.have.length(0);
    });

  it('has only Dismiss in place of Accept once it is settled', async () => {
    const { toast, heard, become } = await toastOf(request('r'));
    const place = middle(one(toast, '[part=accept]'));
    await become(request('r', { status: 'canceled', cancelReason: 'customerLeft', settledAt: NOW }));
    expect(text(one(toast, 'b'))).to.equal('Customer left');
    expect(buttons(toast)).to.deep.equal(['Dismiss']);
    await sendMouse({ type: 'click', position: place });
    expect(heard('omni-accept-request')).to.have.length(0);
    expect(heard('omni-dismiss-request').map(({ workId }) => workId)).to.deep.equal(['r']);
  });

  it('shows that it was missed, after how long, and the resulting status', async () => {
    const { toast } = await toastOf(
      request('r', {
        status: 'declinedOnPushTimeout',
        offeredAt: NOW - 30_000,
        settledAt: NOW,
        statusUpdate: { id: 'lunch', label: 'Lunch' },
        stamp: { deadline: NOW },
      }),
    );
    expect(text(one(toast, '.band'))).to.equal('Missed No answer in 30 s. You are now Lunch.');
  });

  it('shows the record of automatically opened work', async () => {
    const { toast, heard } = await toastOf(
      request('r', { status: 'opened', openedBy: 'automatic', openedAt: NOW }),
    );
    expect(buttons(toast)).to.deep.equal(['Show the record', 'Dismiss']);
    click(toast, 'accept');
    expect(heard('omni-show-record-request')).to.have.length(1);
    expect(heard('omni-dismiss-request')).to.have.length(1);
  });

  it('shows why an answer was refused', async () => {
    const refusals = { r: 'This request is no longer open.' };
    const { toast } = await toastOf(request('r'), { work: works([request('r')], { refusals }) });
    expect(text(one(toast, '.refusal'))).to.equal('This request is no longer open.');
  });

  it('shows text as text, whatever it contains', async () => {
    const highlights = [{ label: HOSTILE, value: HOSTILE }];
    const hostile = request('r', { subject: HOSTILE, customerName: HOSTILE, highlights });
    for (const compact of [false, true]) {
      const { toast } = await toastOf(hostile, {}, compact);
      expect(everything(toast).filter(({ localName }) => localName === 'img')).to.have.length(0);
      expect(text(one(toast, '[part=subject]'))).to.equal(HOSTILE);
    }
  });

  it('turns urgent in the last ten seconds, in words too', async () => {
    const { toast, clock } = await toastOf(request('r', { stamp: { deadline: NOW + 11_000 } }));
    expect(toast.state).to.equal('ringing');
    await clock.advance(1000);
    expect(toast.state).to.equal('urgent');
    expect(text(one(toast, '.band span'))).to.equal('Voice · answer now');
  });

  it('shows the halo in its first frame, and then every other second', async () => {
    const work = request('r', { offeredAt: NOW, stamp: { deadline: NOW + 30_000 } });
    const { toast, clock } = await toastOf(work);
    const seen = [toast.hasAttribute('halo')];
    for (let second = 0; second < 4; second++) {
      await clock.advance(1000);
      seen.push(toast.hasAttribute('halo'));
    }
    expect(seen).to.deep.equal([true, false, true, false, true]);
    expect(toast.getAnimations({ subtree: true }), 'a CSS animation').to.have.length(0);
  });

  itWhereEngineCan(
    'forcedMedia',
    'wears the halo all the time where motion is to be reduced',
    async () => {
      const { toast, clock } = await toastOf(request('r', { offeredAt: NOW }));
      const halo = () => getComputedStyle(toast).boxShadow;
      const colours = (shadow: string) => shadow.match(/[a-z]+\([^)]*\)/g);
      const on = halo();
      await clock.advance(1000);
      expect(halo()).to.not.equal(on);
      await emulateMedia({ reducedMotion: 'reduce' });
      try {
        const steady = halo();
        // As strong as the pulse, and with a wider border.
        expect(colours(steady)).to.deep.equal(colours(on));
        expect(steady).to.not.equal(on);
        await clock.advance(1000);
        expect(halo()).to.equal(steady);
      } finally {
        await emulateMedia({ reducedMotion: 'no-preference' });
      }
    },
    {
      title: 'has a steady halo in its styles for reduced motion',
      test: async () => {
        const { toast } = await toastOf(request('r', { offeredAt: NOW }));
        const rules = (toast.shadowRoot?.adoptedStyleSheets ?? [])
          .flatMap(({ cssRules }) => [...cssRules])
          .filter((rule) => rule instanceof CSSMediaRule)
          .filter(({ conditionText }) => conditionText.includes('prefers-reduced-motion: reduce'))
          .flatMap(({ cssRules }) => [...cssRules])
          .filter((rule) => rule instanceof CSSStyleRule);
        const steady = rules.find(({ style }) => style.getPropertyValue('--halo') !== '');
        expect(steady?.style.getPropertyValue('--edge')).to.equal('0.25rem');
        // Independent of the pulse's phase, which is `halo`.
        expect(steady?.selectorText).to.equal(':host([pulses])');
        expect(toast.hasAttribute('pulses')).to.equal(true);
      },
    },
  );

  it('pulses as long as the sound goes on, even after the customer has left', async () => {
    const left = request('r', { offeredAt: NOW, status: 'canceled', cancelReason: 'customerLeft' });
    const { toast, change } = await toastOf(left, { sound: { ringing: 'r' } });
    expect(toast.hasAttribute('halo')).to.equal(true);
    await change({ sound: { ringing: null } });
    expect(toast.hasAttribute('halo')).to.equal(false);
  });

  it('pulses as a row too while it rings, and only that row does', async () => {
    const { toast, change } = await toastOf(request('r', { offeredAt: NOW }), {}, true);
    expect(toast.hasAttribute('halo')).to.equal(false);
    await change({ sound: { ringing: 'r' } });
    expect(toast.hasAttribute('halo')).to.equal(true);
    await change({ sound: { ringing: 'another' } });
    expect(toast.hasAttribute('halo')).to.equal(false);
  });

  for (const status of ['blocked', 'failed'] as const)
    it(`pulses as a row as long as it would ring if sound is ${status}`, async () => {
      const ring = { sound: null, lengthSeconds: 4 };
      const work = request('r', { offeredAt: NOW, stamp: { ring } });
      const { toast, clock, become } = await toastOf(work, { sound: { status } }, true);
      const seen = [toast.hasAttribute('pulses')];
      for (const by of [3000, 1000]) {
        await clock.advance(by);
        seen.push(toast.hasAttribute('pulses'));
      }
      expect(seen).to.deep.equal([true, true, false]);
      await become({ ...work, offeredAt: NOW + 4000, stamp: { ...work.stamp, ring: null } });
      expect(toast.hasAttribute('pulses')).to.equal(false);
    });

  it('turns urgent as a row too', async () => {
    const { toast, clock } = await toastOf(request('r', { stamp: { deadline: NOW + 11_000 } }), {}, true);
    await clock.advance(1000);
    expect(toast.state).to.equal('urgent');
  });

  it('says why its ring cannot be heard if no click can fix that', async () => {
    const sound = { status: 'failed', reason: 'The sound device does not play.' } as const;
    const { toast } = await toastOf(request('r'), { sound });
    expect(text(one(toast, '.fix'))).to.equal('The sound device does not play.');
    expect(within(toast, '[part=turn-on-sound]')).to.have.length(0);
  });

  it('says that its ring cannot be heard, and fixes it with one click', async () => {
    const { toast, heard, change } = await toastOf(request('r'), { sound: { status: 'blocked' } });
    // Engines disagree on whether adjacent inline texts are separated.
    expect(text(one(toast, '.fix'))).to.match(/^You cannot hear this ring ?Turn on sound$/);
    click(toast, 'turn-on-sound');
    expect(heard('omni-fix-problem-request').map(({ problem }) => problem)).to.deep.equal(['soundBlocked']);
    await change({ sound: { status: 'running' } });
    expect(within(toast, '.fix')).to.have.length(0);
  });

  it('does not mention sound if it has none', async () => {
    const { toast } = await toastOf(request('r', { stamp: { ring: null } }), {
      sound: { status: 'blocked' },
    });
    expect(within(toast, '.fix')).to.have.length(0);
  });

  it('never takes the focus', async () => {
    const { contexts, become, clock } = await toastOf(request('r'));
    const input = contexts.querySelector('input')!;
    input.focus();
    await clock.advance(15_000);
    await become(request('r', { status: 'declinedOnPushTimeout' }));
    expect(hasFocus(input)).to.equal(true);
  });

  it('keeps the focus when the row is expanded', async () => {
    const { toast } = await toastOf(request('r'), {}, true);
    one(toast, '[part=decline]').focus();
    toast.compact = false;
    await rendered();
    expect(hasFocus(one(toast, '[part=decline]'))).to.equal(true);
  });

  it('keeps the focus when the focused button disappears', async () => {
    const { toast, become } = await toastOf(request('r'));
    one(toast, '[part=decline]').focus();
    await become(request('r', { status: 'canceled', cancelReason: 'withdrawn' }));
    expect(hasFocus(one(toast, '[part=accept]'))).to.equal(true);
  });

  it('includes the subject in its button labels if it is one of several rows', async () => {
    const { toast } = await toastOf(request('r'), {}, true);
    expect(one(toast, '[part=accept]').ariaLabel).to.equal('Accept: Refund for order 48213 has not arrived');
  });
});
