import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { withContexts } from '../../shared/stories/story-contexts.ts';
import { NOW } from '../../shared/stories/story-fixtures.ts';
import './countdown-dial.ts';

const meta: Meta = {
  title: 'Rep/Countdown dial',
  component: 'omni-countdown-dial',
  decorators: [withContexts],
};
export default meta;

const dial = (left: number, total: number, small = false) =>
  html`<omni-countdown-dial
    ?small=${small}
    .start=${NOW - (total - left) * 1000}
    .end=${NOW + left * 1000}
  ></omni-countdown-dial>`;

export const Running: StoryObj = { render: () => dial(23, 30) };
export const LastSeconds: StoryObj = { render: () => dial(3, 30) };
export const LongerThan99Seconds: StoryObj = { render: () => dial(102, 180) };
export const RunOut: StoryObj = { render: () => dial(0, 30) };
export const Small: StoryObj = { render: () => html`${dial(18, 30, true)}${dial(102, 180, true)}` };
export const RightToLeft: StoryObj = {
  render: () => html`<div dir="rtl">${dial(23, 30)}</div>`,
};
