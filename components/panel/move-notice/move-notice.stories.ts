import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { withContexts, type StoryContext } from '../../shared/stories/story-contexts.ts';
import { storyConfiguration } from '../../shared/stories/story-fixtures.ts';
import './move-notice.ts';

const meta: Meta = {
  title: 'Rep/Move notice',
  component: 'omni-move-notice',
  decorators: [withContexts],
  render: () => html`<omni-move-notice></omni-move-notice>`,
};
export default meta;

const place = (id: string, name: string) => ({ id, name, route: 'user' as const });
const moved = { from: place('support', 'Messaging, first line'), to: place('night', 'Night shift') };
const context: StoryContext = { configuration: { ...storyConfiguration, moved } };

export const Moved: StoryObj = { parameters: { context } };
export const NotMoved: StoryObj = {};
