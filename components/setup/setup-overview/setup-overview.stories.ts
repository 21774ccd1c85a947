import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { inSetup } from '../shared/story-contexts.ts';
import './setup-overview.ts';

const meta: Meta = {
  title: 'Administrator/Overview',
  component: 'omni-setup-overview',
  decorators: [inSetup()],
};
export default meta;

const counts = { presenceConfigurations: 5, reps: 303, repsByDefault: 41, queues: 12, sounds: 3 };

const problems = [
  {
    problem: 'queueWithoutMembers',
    records: [
      { id: 'returns', name: 'Returns' },
      { id: 'hostile', name: '<img src=x onerror=alert(1)>' },
    ],
    total: 5,
  },
  { problem: 'soundNotUsed', records: [{ id: 'a'.repeat(64), name: 'two-tone-bell.ogg' }], total: 1 },
];

export const Fine: StoryObj = {
  render: () => html`<omni-setup-overview .overview=${{ ...counts, problems: [] }}></omni-setup-overview>`,
};
export const WithProblems: StoryObj = {
  render: () => html`<omni-setup-overview .overview=${{ ...counts, problems }}></omni-setup-overview>`,
};
export const Loading: StoryObj = { render: () => html`<omni-setup-overview></omni-setup-overview>` };
export const NoAnswer: StoryObj = {
  render: () => html`<omni-setup-overview .problem=${'The server did not answer.'}></omni-setup-overview>`,
};
