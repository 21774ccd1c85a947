import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ar } from '../../../assets/locales/ar.ts';
import { withContexts, type StoryContext } from '../../shared/stories/story-contexts.ts';
import { ago, request, statuses, works, wrapUp } from '../../shared/stories/story-fixtures.ts';
import './presence-menu.ts';

const meta: Meta = {
  title: 'Rep/Presence menu',
  component: 'omni-presence-menu',
  decorators: [withContexts],
  render: () => html`<omni-presence-menu></omni-presence-menu>`,
};
export default meta;

const story = (context: StoryContext): StoryObj => ({ parameters: { context } });
const open: StoryObj['play'] = ({ canvasElement }) => {
  const menu = canvasElement.querySelector('omni-presence-menu');
  menu?.shadowRoot?.querySelector<HTMLElement>('[part=button]')?.click();
};

export const Available = story({});
export const Busy = story({
  presence: { confirmed: { status: statuses.lunch, since: ago(12), cause: 'rep' } },
});
export const SetAfterAMissedRequest = story({
  presence: { confirmed: { status: statuses.offline, since: ago(2), cause: 'pushTimeout' } },
});
export const Pending = story({ presence: { pendingStatusId: 'lunch' } });
export const Unknown = story({ connection: { status: 'interrupted', since: ago(0, 12) } });
export const NotYetKnown = story({ connection: { status: 'connecting' }, presence: { confirmed: null } });
const wrapsUp: StoryContext = { work: works([wrapUp('w', 107)]) };
export const WrappingUp = story(wrapsUp);
export const LunchAfterWrapUp = story({ ...wrapsUp, presence: { statusAfterAcw: statuses.lunch } });
export const EndingWrapUpIsChecked = story({
  ...wrapsUp,
  presence: { statusAfterAcw: statuses.lunch, pendingStatusId: 'lunch' },
});
export const LunchAfterWrapUpInArabic = story({
  ...wrapsUp,
  presence: { statusAfterAcw: statuses.lunch },
  strings: ar,
});
export const OutboundConversation = story({ presence: { outboundEndsAt: ago(-1) } });
export const OutboundConversationInArabic = story({
  presence: { outboundEndsAt: ago(-1) },
  strings: ar,
});
export const LunchWhileARequestWaits = story({
  presence: { confirmed: { status: statuses.lunch, since: ago(1), cause: 'rep' } },
  work: works([request('case', { stamp: { deadline: null } })]),
});
export const OpenDuringWrapUp: StoryObj = { ...LunchAfterWrapUp, play: open };
export const Open: StoryObj = { ...story({}), play: open };
export const OpenWhilePending: StoryObj = { ...Pending, play: open };
