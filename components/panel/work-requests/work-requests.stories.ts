import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { withContexts } from '../../shared/stories/story-contexts.ts';
import { NOW, request, works } from '../../shared/stories/story-fixtures.ts';
import './work-requests.ts';

const meta: Meta = {
  title: 'Rep/Work requests',
  component: 'omni-work-requests',
  decorators: [withContexts],
  parameters: { wide: true },
  render: () => html`<omni-work-requests></omni-work-requests>`,
};
export default meta;

const deadline = (seconds: number) => ({ stamp: { deadline: NOW + seconds * 1000 } });
const first = request('first', deadline(14));
const others = [
  request('sim', {
    subject: 'SIM blocked after three tries',
    customerName: 'Tomasz Wójcik',
    ...deadline(18),
  }),
  request('slot', {
    subject: 'The delivery slot I chose does not show',
    customerName: 'Priya Nair',
    channel: 'messaging',
    ...deadline(41),
  }),
  request('mail', {
    subject: 'Change my email address',
    customerName: 'Noah Fischer',
    channel: 'messaging',
    ...deadline(47),
  }),
  request('trial', {
    subject: 'Upgrade before the trial ends',
    customerName: 'Lucía Romero',
    channel: 'chat',
    ...deadline(52),
  }),
];

export const One: StoryObj = { parameters: { context: { work: works([first]) } } };
export const Burst: StoryObj = {
  parameters: {
    context: {
      work: works([
        first,
        ...others,
        ...[55, 58, 60].map((seconds) => request(`more-${seconds}`, deadline(seconds))),
      ]),
    },
  },
};
export const RowsOfEveryKind: StoryObj = {
  parameters: {
    context: {
      work: works(
        [
          first,
          request('urgent', { subject: 'Urgent, and not the first', ...deadline(20) }),
          request('no-time-out', { subject: 'No time-out', channel: 'case', stamp: { deadline: null } }),
          request('checking', { subject: 'Accepted a moment ago', ...deadline(30) }),
          request('left', { status: 'canceled', cancelReason: 'customerLeft', settledAt: NOW }),
        ],
        { outcomes: ['left'], answers: { checking: { kind: 'accept', state: 'checking' } } },
      ),
    },
  },
};
