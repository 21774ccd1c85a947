import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { inSetup } from '../shared/story-contexts.ts';
import './stale-merge.ts';

const meta: Meta = {
  title: 'Administrator/Stale merge',
  component: 'omni-stale-merge',
  decorators: [inSetup()],
};
export default meta;

const by = 'Ada Brandt, 18 Nov, 16:20';
const rows = [
  { pointer: '/capacity', label: 'Capacity', was: '10', theirs: '7', mine: '12', isMine: true, by },
  {
    pointer: '/giveAcw',
    label: 'Give wrap-up time',
    was: 'On',
    theirs: 'Off',
    mine: 'On',
    isMine: false,
    by,
  },
];

export const Choosing: StoryObj = {
  render: () => html`<omni-stale-merge .rows=${rows}></omni-stale-merge>`,
};
