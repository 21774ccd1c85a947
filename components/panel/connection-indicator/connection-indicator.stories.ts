import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { withContexts, type StoryContext } from '../../shared/stories/story-contexts.ts';
import { accepted, ago, request, storyConfiguration, works } from '../../shared/stories/story-fixtures.ts';
import './connection-indicator.ts';

const meta: Meta = {
  title: 'Rep/Connection indicator',
  component: 'omni-connection-indicator',
  decorators: [withContexts],
  render: () => html`<omni-connection-indicator></omni-connection-indicator>`,
};
export default meta;

const story = (
  connection: NonNullable<StoryContext['connection']>,
  configuration = storyConfiguration,
): StoryObj => {
  const missed = request('missed', { status: 'declinedOnPushTimeout', settledAt: ago(20) });
  const context: StoryContext = { work: works([...accepted, missed]), connection, configuration };
  return { parameters: { context } };
};
const cached = { ...storyConfiguration, cached: true, asOf: ago(210) };

export const Connected = story({});
export const Connecting = story({ status: 'connecting' });
export const NoRepYet = story({ status: 'connecting', obstacle: 'rep' });
export const Interrupted = story({ status: 'interrupted', since: ago(0, 4) });
export const SignedOut = story({ status: 'signedOut' });
export const OfflineStart = story({ status: 'connecting' }, cached);
export const OfflineStartLost = story({ status: 'lost', since: ago(1) }, cached);
export const OldSettings = story({}, { ...cached, asOf: ago(60 * 30) });
