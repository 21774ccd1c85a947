import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { withContexts, type StoryContext } from '../shared/story-contexts.ts';
import { accepted, ago, NOW, request, works } from '../shared/story-fixtures.ts';
import './connection-indicator.ts';

const meta: Meta = {
  title: 'Connection indicator',
  component: 'omni-connection-indicator',
  decorators: [withContexts],
  render: () => html`<omni-connection-indicator></omni-connection-indicator>`,
};
export default meta;

const story = (connection: StoryContext['connection']): StoryObj => {
  const missed = request('missed', { status: 'declinedOnPushTimeout', settledAt: ago(20) });
  const context: StoryContext = { work: works([...accepted, missed]), ...(connection && { connection }) };
  return { parameters: { context } };
};

export const Connected = story({});
export const Connecting = story({ status: 'connecting' });
export const Interrupted = story({ status: 'interrupted', since: ago(0, 4) });
export const Lost = story({ status: 'lost', since: ago(0, 19), nextAttemptAt: NOW + 6_000 });
export const LostForLong = story({ status: 'lost', since: ago(14), nextAttemptAt: null });
export const Refused = story({ status: 'refused', detail: 'Your sign-in has expired. Sign in again.' });
export const Replaced = story({ status: 'replaced' });
export const SignedOut = story({ status: 'signedOut' });
