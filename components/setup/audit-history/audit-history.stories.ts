import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { inSetup } from '../shared/story-contexts.ts';
import './audit-history.ts';

const meta: Meta = { title: 'Setup/Audit history', component: 'omni-audit-history', decorators: [inSetup()] };
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
  },
  { id: '1', at: '17 Nov, 09:01', title: 'Ada Brandt created Billing voice', changes: [] },
];

export const Entries: StoryObj = {
  render: () =>
    html`<omni-audit-history
      heading="History of Billing voice"
      .entries=${entries}
      more
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
