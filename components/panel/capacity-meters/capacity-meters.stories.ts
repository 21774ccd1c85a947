import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { withContexts, type StoryContext } from '../../shared/stories/story-contexts.ts';
import { works } from '../../shared/stories/story-fixtures.ts';
import './capacity-meters.ts';

const meta: Meta = {
  title: 'Rep/Capacity meters',
  component: 'omni-capacity-meters',
  decorators: [withContexts],
  render: () => html`<omni-capacity-meters></omni-capacity-meters>`,
};
export default meta;

const story = (primary: [number, number], interruptible: [number, number]): StoryObj => {
  const pool = ([used, total]: [number, number]) => ({ used, total });
  const capacity = { primary: pool(primary), interruptible: pool(interruptible) };
  const context: StoryContext = { work: works([], { capacity }) };
  return { parameters: { context } };
};

export const SomeUsed = story([6, 10], [2, 6]);
export const Full = story([10, 10], [5.25, 6]);
export const MoreThanFull = story([10, 5], [0, 0]);
export const NothingUsed = story([0, 10_000], [0, 10_000]);
