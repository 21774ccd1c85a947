import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ar } from '../../../assets/locales/ar.ts';
import { withContexts } from '../../shared/stories/story-contexts.ts';
import { ago, receipt, request, works } from '../../shared/stories/story-fixtures.ts';
import './request-log.ts';

const meta: Meta = {
  title: 'Rep/Request log',
  component: 'omni-request-log',
  decorators: [withContexts],
  render: () => html`<omni-request-log></omni-request-log>`,
};
export default meta;

const at = (minutes: number) => ({ offeredAt: ago(minutes, 30), settledAt: ago(minutes) });

export const EveryOutcome: StoryObj = {
  parameters: {
    context: {
      work: works([
        request('accepted', {
          status: 'closed',
          subject: 'Card charged twice at checkout',
          openedBy: 'rep',
          offeredAt: ago(4, 4),
          openedAt: ago(4),
          settledAt: ago(3),
        }),
        request('transferred', {
          status: 'transferred',
          channel: 'messaging',
          subject: 'Where is my replacement router?',
          openedBy: 'rep',
          offeredAt: ago(15),
          openedAt: ago(14),
          settledAt: ago(9),
          transferredTo: { kind: 'queue', id: 'deliveries', name: 'Deliveries' },
        }),
        request('missed', {
          ...at(21),
          status: 'declinedOnPushTimeout',
          subject: 'SIM not recognised abroad',
          statusUpdate: { id: 'offline', label: 'Offline' },
          stamp: { deadline: ago(21) },
        }),
        request('declined', {
          ...at(40),
          status: 'declined',
          channel: 'messaging',
          subject: 'Discount code rejected',
          declineReason: { id: 'specialist', label: 'Needs a specialist' },
        }),
        request('left', {
          ...at(56),
          status: 'canceled',
          cancelReason: 'customerLeft',
          channel: 'chat',
          subject: 'Cancel the premium trial',
          waitingSince: ago(58, 5),
        }),
        request('opened', {
          status: 'opened',
          channel: 'chat',
          subject: 'Upgrade before the trial ends',
          openedBy: 'automatic',
          openedAt: ago(57),
        }),
        ...(['withdrawn', 'graceOver', 'repWentOffline', 'notDelivered', 'unknown'] as const).map(
          (cancelReason, index) =>
            request(cancelReason, {
              ...at(60 + index),
              status: 'canceled',
              cancelReason,
              channel: 'case',
              subject: 'Invoice copy for March',
            }),
        ),
      ]),
    },
  },
};
const takeable = [
  request('missed', {
    ...at(2),
    status: 'declinedOnPushTimeout',
    subject: 'SIM not recognised abroad',
    statusUpdate: { id: 'offline', label: 'Offline' },
    stamp: { deadline: ago(2) },
    takeable: true,
  }),
  request('declined', {
    ...at(4),
    status: 'declined',
    channel: 'messaging',
    subject: 'My order was delivered to the neighbour and two of the five parts are missing',
    declineReason: { id: 'specialist', label: 'Needs a specialist' },
    takeable: true,
  }),
  request('gone', { ...at(9), status: 'declined', channel: 'chat', subject: 'Cancel the premium trial' }),
];
export const WaitStill: StoryObj = { parameters: { context: { work: works(takeable) } } };
export const TakingIsCheckedOrRefused: StoryObj = {
  parameters: {
    context: {
      work: works(takeable, {
        answers: { missed: { kind: 'take', state: 'checking' } },
        refusals: { declined: 'Somebody else has taken it.' },
      }),
    },
  },
};
export const RightToLeft: StoryObj = {
  parameters: { context: { strings: ar, work: works(takeable) } },
};
const missedInAHiddenTab = {
  work: works(takeable),
  receipts: new Map([
    [
      'missed',
      [
        receipt('missed', 'delivered', 100),
        receipt('missed', 'soundBlocked', 200, { reason: 'contextSuspended' }),
        receipt('missed', 'notified', 300),
      ],
    ],
  ]),
};
const open: StoryObj['play'] = ({ canvasElement }) => {
  const log = canvasElement.querySelector('omni-request-log');
  log?.shadowRoot?.querySelector('summary')?.click();
};
export const WhatHappened: StoryObj = { parameters: { context: missedInAHiddenTab }, play: open };
export const WhatHappenedRightToLeft: StoryObj = {
  parameters: { context: { strings: ar, ...missedInAHiddenTab } },
  play: open,
};
export const None: StoryObj = {};
