import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { withContexts } from '../../shared/stories/story-contexts.ts';
import { request, works } from '../../shared/stories/story-fixtures.ts';
import './announcer.ts';

const meta: Meta = {
  title: 'Rep/Announcer',
  component: 'omni-announcer',
  decorators: [withContexts],
  render: () => html`<omni-announcer></omni-announcer>`,
};
export default meta;

/** It shows nothing: a screen reader hears the request. */
export const Request: StoryObj = { parameters: { context: { work: works([request('first')]) } } };
