import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ar } from '../../../assets/locales/ar.ts';
import { withContexts, type StoryContext } from '../../shared/stories/story-contexts.ts';
import { HOSTILE, raised, works, wrapUp } from '../../shared/stories/story-fixtures.ts';
import './acw-timer.ts';

const meta: Meta = {
  title: 'Rep/ACW timer',
  component: 'omni-acw-timer',
  decorators: [withContexts],
  render: () => html`<omni-acw-timer></omni-acw-timer>`,
};
export default meta;

type Options = Parameters<typeof works>[1];
const story = (
  list: readonly ReturnType<typeof wrapUp>[],
  options?: Options,
  more: StoryContext = {},
): StoryObj => ({
  parameters: { context: { work: works(list, options), ...more } },
});

export const Running = story([wrapUp('w', 107)]);
export const LastTenSeconds = story([wrapUp('w', 8, { used: 1 })]);
export const ExtendedNoneLeft = story([wrapUp('w', 151, { used: 2 })]);
export const NoExtensions = story([wrapUp('w', 107, { extension: null })]);
export const ExtendingIsChecked = story([wrapUp('w', 31)], {
  answers: { w: { kind: 'extend-acw', state: 'checking' } },
});
export const AllDoneIsChecked = story([wrapUp('w', 31)], {
  answers: { w: { kind: 'end-acw', state: 'checking' } },
});
export const Refused = story([wrapUp('w', 31)], { refusals: { w: 'No extension is left.' } });
export const Flagged = story([{ ...wrapUp('w', 107), flag: raised }]);
export const Ending = story([wrapUp('w', 0)]);
export const LongerThanAnHour = story([
  wrapUp('w', 7512, { extension: { seconds: 3600, max: 10 }, used: 2 }),
]);
export const Several = story([
  wrapUp('w', 8),
  wrapUp('x', 45, {
    channel: 'messaging',
    subject: 'My order was delivered to the neighbour and two of the five parts are missing',
  }),
  wrapUp('y', 300, { channel: 'chat', subject: HOSTILE, used: 1 }),
]);
export const RightToLeft = story(
  [wrapUp('w', 107, { subject: 'خصم مزدوج من البطاقة عند الدفع' }), wrapUp('x', 8, { used: 1 })],
  {},
  { strings: ar },
);
