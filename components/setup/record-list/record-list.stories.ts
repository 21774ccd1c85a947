import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { inSetup } from '../shared/story-contexts.ts';
import './record-list.ts';

const meta: Meta = {
  title: 'Administrator/Record list',
  component: 'omni-record-list',
  decorators: [inSetup()],
};
export default meta;

const rows = [
  { id: 'default', name: 'Default Presence Configuration', isDefault: true, users: 0, profiles: 0 },
  { id: 'billing', name: 'Billing voice', isDefault: false, users: 38, profiles: 1 },
  { id: 'hostile', name: '<img src=x onerror=alert(1)>', isDefault: false, users: 0, profiles: 2 },
];

export const Configurations: StoryObj = {
  render: () => html`<omni-record-list .rows=${rows} .current=${'billing'} unsaved></omni-record-list>`,
};
export const NothingFound: StoryObj = {
  render: () => html`<omni-record-list search="xyz"></omni-record-list>`,
};
export const Loading: StoryObj = { render: () => html`<omni-record-list loading></omni-record-list>` };
export const Trouble: StoryObj = {
  render: () => html`<omni-record-list .problem=${'The server did not answer.'}></omni-record-list>`,
};
export const Reasons: StoryObj = {
  render: () =>
    html`<omni-record-list
      page="decline-reasons"
      .rows=${[{ id: 'old', name: 'Old', retired: true }]}
      more
    ></omni-record-list>`,
};
