import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ar } from '../../../assets/locales/ar.ts';
import { en } from '../../../assets/locales/en.ts';
import { withContexts, type StoryContext } from '../../shared/stories/story-contexts.ts';
import './readiness-line.ts';

const meta: Meta = {
  title: 'Rep/Readiness line',
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
      { kind: 'soundBlocked', severity: 'blocks', sentence: 'Sound is off until you click', fix: 'Turn on' },
    ],
  },
});
export const NotificationsOff = story({
  presence: {
    problems: [
      { kind: 'notificationsOff', severity: 'warns', sentence: 'Notifications are off', fix: 'Allow' },
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
        fix: null,
      },
    ],
  },
});
export const DefaultSoundInstead = story({
  sound: { fallback: 'The custom sound could not be loaded; the default sound rings instead.' },
});
const opened = (context: StoryContext): StoryObj => ({
  ...story(context),
  play: ({ canvasElement }) => {
    const line = canvasElement.querySelector('omni-readiness-line');
    line?.shadowRoot?.querySelector<HTMLElement>('[part=open-settings]')?.click();
  },
});
const headset = { id: 'headset', label: 'Jabra Evolve2 65 (2d8c:0010)' };
const speakers = { id: 'speakers', label: 'Built-in speakers' };
const devices = [headset, speakers, { id: 'monitor', label: 'HDMI, DELL U2723QE' }];
const output = { canChoose: true, devices, main: null, second: null, missing: [] };

export const NotificationsBlocked = story({
  presence: {
    problems: [
      {
        kind: 'notificationsOff',
        severity: 'warns',
        sentence: en.readiness.notificationsBlocked,
        fix: null,
      },
    ],
  },
});
export const DeviceGone = story({
  presence: {
    problems: [
      {
        kind: 'outputMissing',
        severity: 'warns',
        sentence: en.readiness.outputMissing(headset.label),
        fix: null,
      },
    ],
  },
  sound: { output: { ...output, devices: [speakers], main: headset, missing: [headset.label] } },
});
export const Settings = opened({});
export const SettingsWithDevices = opened({
  sound: { output: { ...output, main: headset, second: speakers } },
});
export const SettingsWhileTheAlarmIsTested = opened({
  sound: { testing: true, tested: 'alarm', output: { ...output, canChoose: false } },
});
export const SettingsRightToLeft = opened({ strings: ar, sound: { output: { ...output, main: headset } } });
