import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { inSetup } from '../shared/story-contexts.ts';
import './dual-list.ts';

const meta: Meta = { title: 'Administrator/Dual list', component: 'omni-dual-list', decorators: [inSetup()] };
export default meta;

const reasons = ['On another call', 'Needs a specialist', 'Wrong language', 'Break is due'].map(
  (name, id) => ({
    id: String(id),
    name,
  }),
);
const many = Array.from({ length: 10_000 }, (_, index) => ({ id: String(index), name: `User ${index}` }));

export const Ordered: StoryObj = {
  render: () =>
    html`<omni-dual-list
      label="Reasons"
      ordered
      .available=${reasons}
      .selected=${reasons.slice(0, 2)}
    ></omni-dual-list>`,
};
export const Empty: StoryObj = {
  render: () => html`<omni-dual-list label="Profiles"></omni-dual-list>`,
};
export const TenThousand: StoryObj = {
  render: () =>
    html`<omni-dual-list
      label="Users"
      remote
      total="20000"
      .available=${many}
      .selected=${many.slice(0, 5000).map((user) => ({ ...user, tag: 'Night shift' }))}
    ></omni-dual-list>`,
};
