import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { withContexts } from '../../shared/stories/story-contexts.ts';
import { ago, request, works } from '../../shared/stories/story-fixtures.ts';
import './missed-notice.ts';

const meta: Meta = {
  title: 'Rep/Missed notice',
  component: 'omni-missed-notice',
  decorators: [withContexts],
  render: () => html`<omni-missed-notice></omni-missed-notice>`,
};
export default meta;

const missed = (...ids: string[]): StoryObj => {
  const list = ids.map((id) => request(id, { status: 'declinedOnPushTimeout', settledAt: ago(1) }));
  return { parameters: { context: { work: works(list, { outcomes: ids }) } } };
};

export const One = missed('a');
export const Several = missed('a', 'b', 'c');
