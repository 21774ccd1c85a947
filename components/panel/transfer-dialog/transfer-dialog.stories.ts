import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { withContexts, type StoryContext } from '../../shared/stories/story-contexts.ts';
import { HOSTILE, request, storyTransfer } from '../../shared/stories/story-fixtures.ts';
import './transfer-dialog.ts';

const meta: Meta = {
  title: 'Rep/Transfer dialog',
  component: 'omni-transfer-dialog',
  decorators: [withContexts],
};
export default meta;

const message = request('router', {
  status: 'opened',
  channel: 'messaging',
  subject: 'Where is my replacement router?',
  customerName: 'Jonas Lindqvist',
});

const story = (transfer: NonNullable<StoryContext['transfer']>, work = message): StoryObj => ({
  parameters: { context: { transfer } },
  render: () => html`<omni-transfer-dialog .work=${work}></omni-transfer-dialog>`,
});

export const EveryKind = story({});
export const ACall = story(
  { agentWorkId: 'call', items: storyTransfer.items.filter(({ kind }) => kind !== 'flow') },
  request('call', { status: 'opened' }),
);
export const Searching = story({ status: 'asking', items: [] });
export const NothingFound = story({ items: [] });
export const TheSearchFailed = story({ status: 'failed', items: [] });
export const MoreThanFits = story({
  items: Array.from({ length: 20 }, (_, index) => ({
    kind: 'queue' as const,
    id: `q-${String(index)}`,
    repsOnline: index % 3,
    name: `Queue ${String(index + 1)}`,
  })),
  more: true,
});
export const LongNames = story({
  items: [
    {
      kind: 'profile',
      id: 'long',
      repsOnline: 12,
      name: 'Specialists for fibre lines in buildings with more than eight floors',
    },
    { kind: 'queue', id: 'hostile', name: HOSTILE, repsOnline: 0 },
  ],
});
