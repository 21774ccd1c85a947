import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { inSetup } from '../shared/story-contexts.ts';
import './move-warning.ts';

const meta: Meta = {
  title: 'Administrator/Move warning',
  component: 'omni-move-warning',
  decorators: [inSetup()],
};
export default meta;

const moves = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    kind: 'user',
    id: String(index),
    name: `<i>User</i> ${index}`,
    to: null,
    from: { id: 'night', name: 'Night shift' },
  }));

export const Few: StoryObj = {
  render: () => html`<omni-move-warning .moves=${moves(2)}></omni-move-warning>`,
};
export const Many: StoryObj = {
  render: () => html`<omni-move-warning .moves=${moves(500)}></omni-move-warning>`,
};
export const Nobody: StoryObj = {
  render: () => html`<omni-move-warning></omni-move-warning>`,
};
