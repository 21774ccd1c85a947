import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { withContexts } from '../../shared/stories/story-contexts.ts';
import { HOSTILE, request } from '../../shared/stories/story-fixtures.ts';
import './decline-dialog.ts';
import type { OmniDeclineDialog } from './decline-dialog.ts';

const meta: Meta = {
  title: 'Rep/Decline dialog',
  component: 'omni-decline-dialog',
  decorators: [withContexts],
};
export default meta;

const left: OmniDeclineDialog['ended'] = { icon: 'gone', title: 'The customer left' };

export const Asking: StoryObj = {
  render: () => html`<omni-decline-dialog .work=${request('asking')}></omni-decline-dialog>`,
};
export const WithoutATimeOut: StoryObj = {
  render: () =>
    html`<omni-decline-dialog
      .work=${request('no-deadline', { stamp: { deadline: null } })}
    ></omni-decline-dialog>`,
};
export const LongReasons: StoryObj = {
  render: () => {
    const declineReasons = [
      { id: 'long', label: 'Needs a specialist for fibre lines in buildings with more than eight floors' },
      { id: 'hostile', label: HOSTILE },
    ];
    return html`<omni-decline-dialog
      .work=${request('long', { stamp: { declineReasons } })}
    ></omni-decline-dialog>`;
  },
};
export const TheCustomerLeft: StoryObj = {
  render: () =>
    html`<omni-decline-dialog
      .work=${request('left', { status: 'canceled', cancelReason: 'customerLeft' })}
      .ended=${left}
    ></omni-decline-dialog>`,
};
