import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { inSetup } from '../shared/story-contexts.ts';
import './audit-history.ts';

const meta: Meta = {
  title: 'Administrator/Audit history',
  component: 'omni-audit-history',
  decorators: [inSetup()],
  // A modal dialog covers the page it is on.
  parameters: { docs: { story: { inline: false, height: '36rem' } } },
};
export default meta;

const entries = [
  {
    id: '2',
    at: '18 Nov, 16:20',
    title: 'Ada Brandt changed Billing voice',
    changes: [
      { label: 'Capacity', from: '5', to: '10' },
      { label: 'Selected decline reasons', from: 'None', to: 'On another call, Wrong language' },
    ],
    undo: null,
    isUndone: false,
  },
  {
    id: '1',
    at: '17 Nov, 09:05',
    title: 'Ada Brandt changed 1 assignment',
    changes: [{ label: 'Priya Nair', from: 'Messaging, first line', to: 'Billing voice' }],
    undo: 'change',
    isUndone: false,
  },
  {
    id: '0',
    at: '17 Nov, 09:01',
    title: 'Ada Brandt changed 2 assignments',
    changes: [],
    undo: null,
    isUndone: true,
  },
];

export const Entries: StoryObj = {
  render: () =>
    html`<omni-audit-history
      heading="History of Billing voice"
      .entries=${entries}
      more
    ></omni-audit-history>`,
};
export const Limited: StoryObj = {
  render: () =>
    html`<omni-audit-history
      heading="Audit log"
      .filter=${{ search: 'billing', resource: '', action: 'changed' }}
      .entries=${entries}
    ></omni-audit-history>`,
};
export const Nothing: StoryObj = {
  render: () => html`<omni-audit-history heading="Audit log"></omni-audit-history>`,
};
export const Trouble: StoryObj = {
  render: () =>
    html`<omni-audit-history
      heading="Audit log"
      .problem=${'The server did not answer.'}
    ></omni-audit-history>`,
};
