import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { inSetup } from '../shared/story-contexts.ts';
import './pick-list.ts';

const meta: Meta = { title: 'Administrator/Pick list', component: 'omni-pick-list', decorators: [inSetup()] };
export default meta;

const rows = [
  'On another call',
  'Needs a specialist',
  'Wrong language',
  'Technical problem',
  'Break is due',
].map((name, id) => ({ id: String(id), name }));
const users = Array.from({ length: 10_000 }, (_, index) => ({
  id: String(index),
  name: `User ${String(index + 1)}`,
  tag: index % 3 === 0 ? 'Night shift' : undefined,
}));

export const Rows: StoryObj = {
  render: () => html`<omni-pick-list label="Reasons" .rows=${rows}></omni-pick-list>`,
};
export const Numbered: StoryObj = {
  render: () => html`<omni-pick-list label="Reasons in order" numbered .rows=${rows}></omni-pick-list>`,
};
export const Empty: StoryObj = {
  render: () =>
    html`<omni-pick-list
      label="Reasons"
      empty="No reason is chosen: reps decline without one."
    ></omni-pick-list>`,
};
export const TenThousand: StoryObj = {
  render: () => html`<omni-pick-list label="Users" .rows=${users}></omni-pick-list>`,
};
