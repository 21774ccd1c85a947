import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { defaultShortcuts } from '../../shared/shortcuts.ts';
import { withContexts, type StoryContext } from '../../shared/stories/story-contexts.ts';
import { ago, HOSTILE, NOW, request, works } from '../../shared/stories/story-fixtures.ts';
import './work-request.ts';

const meta: Meta = { title: 'Rep/Work request', component: 'omni-work-request', decorators: [withContexts] };
export default meta;

type AgentWork = ReturnType<typeof request>;

const whole = (work: AgentWork, context: StoryContext = {}): StoryObj => ({
  parameters: { context },
  render: () => html`<omni-work-request .work=${work} .shortcuts=${defaultShortcuts}></omni-work-request>`,
});
const row = (work: AgentWork, context: StoryContext = {}): StoryObj => ({
  parameters: { context },
  render: () => html`<omni-work-request compact .work=${work}></omni-work-request>`,
});

const ringing = request('r');
const urgent = request('r', { stamp: { deadline: NOW + 8_000 } });
const missed = request('r', {
  status: 'declinedOnPushTimeout',
  offeredAt: ago(0, 30),
  settledAt: NOW,
  statusUpdate: { id: 'lunch', label: 'Lunch' },
  stamp: { deadline: NOW },
});
const canceled = (cancelReason: AgentWork['cancelReason']) =>
  request('r', { status: 'canceled', cancelReason, settledAt: NOW });
const answered = (kind: 'accept' | 'decline', state: 'checking' | 'kept'): StoryContext => ({
  work: works([ringing], { answers: { r: { kind, state } } }),
});

export const Ringing = whole(ringing);
export const LastTenSeconds = whole(urgent);
export const NoTimeOutNotDeclinable = whole(
  request('r', {
    channel: 'messaging',
    subject: 'Where is my replacement router?',
    customerName: 'Jonas Lindqvist',
    highlights: [],
    stamp: { deadline: null, declinable: false },
  }),
);
export const CannotBeHeard = whole(ringing, { sound: { status: 'blocked' } });
export const NoSoundAtAll = whole(ringing, {
  sound: { status: 'failed', reason: 'The sound device does not play.' },
});
export const CheckingAccept = whole(ringing, answered('accept', 'checking'));
export const CheckingDecline = whole(ringing, answered('decline', 'checking'));
export const AcceptIsKept = whole(ringing, answered('accept', 'kept'));
export const RefusedAnswer = whole(ringing, {
  work: works([ringing], { refusals: { r: 'This request needs a reason to be declined.' } }),
});
export const CustomerLeft = whole(canceled('customerLeft'));
export const Missed = whole(missed);
export const Withdrawn = whole(canceled('withdrawn'));
export const CanceledForAnUnknownReason = whole(canceled('unknown'));
export const UnknownType = whole({ ...ringing, channel: { id: 'video', name: 'Video', type: 'unknown' } });
export const BackInTheQueue = whole(canceled('graceOver'));
export const NotDelivered = whole(canceled('notDelivered'));
export const OpeningAutomatically = whole(request('r', { channel: 'chat', stamp: { automatic: true } }));
export const OpenedAutomatically = whole(
  request('r', {
    status: 'opened',
    channel: 'chat',
    openedBy: 'automatic',
    openedAt: NOW,
    stamp: { automatic: true, deadline: null },
  }),
);
export const LongText = whole(
  request('r', {
    subject: 'My order was delivered to the neighbour and two of the five parts are missing',
    customerName: 'Maximiliane von Hohenstein-Brandt-Wittgenstein',
    highlights: [
      { label: 'Contract', value: 'Business Plus with on-site service until 31 March 2027' },
      { label: 'Open cases', value: '12' },
      { label: 'Language', value: 'German' },
    ],
  }),
);
export const HostileText = whole(
  request('r', { subject: HOSTILE, customerName: HOSTILE, highlights: [{ label: HOSTILE, value: HOSTILE }] }),
);
export const Row = row(ringing);
export const RowLastTenSeconds = row(urgent);
export const RowThatRings = row(ringing, { sound: { ringing: 'r' } });
export const RowMissed = row(missed);
export const RowChecking = row(ringing, answered('accept', 'checking'));
export const ChoosingAReason: StoryObj = {
  render: () => html`<omni-work-request .work=${ringing} declining></omni-work-request>`,
};
