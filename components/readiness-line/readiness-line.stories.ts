import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { withContexts, type StoryContext } from '../shared/story-contexts.ts';
import './readiness-line.ts';

const meta: Meta = {
  title: 'Readiness line',
  component: 'omni-readiness-line',
  decorators: [withContexts],
  render: () => html`<omni-readiness-line></omni-readiness-line>`,
};
export default meta;

const story = (context: StoryContext): StoryObj => ({ parameters: { context } });

export const Ready = story({});
export const SoundBlocked = story({
  presence: {
    problems: [
      { kind: 'soundBlocked', severity: 'blocks', sentence: 'Sound is off until you click', mend: 'Turn on' },
    ],
  },
});
export const NotificationsOff = story({
  presence: {
    problems: [
      { kind: 'notificationsOff', severity: 'warns', sentence: 'Notifications are off', mend: 'Allow' },
    ],
  },
});
export const NothingThePageCanDo = story({
  presence: {
    problems: [
      {
        kind: 'clockOff',
        severity: 'warns',
        sentence: "This computer's clock is 4 minutes fast. Set it in the system settings.",
        mend: null,
      },
    ],
  },
});
export const DefaultSoundInstead = story({
  sound: { fallback: 'The custom sound could not be loaded; the default sound rings instead.' },
});
export const Settings: StoryObj = {
  ...story({}),
  play: ({ canvasElement }) => {
    const line = canvasElement.querySelector('omni-readiness-line');
    line?.shadowRoot?.querySelector<HTMLElement>('[part=open-settings]')?.click();
  },
};
