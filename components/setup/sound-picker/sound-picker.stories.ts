import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { aSound } from '../../../test/fake-backend/setup/sounds.ts';
import { noSounds, type SoundsView } from '../shared/contexts.ts';
import { inSetup } from '../shared/story-contexts.ts';
import './sound-picker.ts';

const meta: Meta = {
  title: 'Administrator/Sound picker',
  component: 'omni-sound-picker',
  decorators: [inSetup()],
};
export default meta;

const bell = aSound('a'.repeat(64), 'two-tone-bell.ogg');
const harp = aSound('b'.repeat(64), '<b>harp</b> with a name that is longer than there is room for it.mp3');
const view: SoundsView = { ...noSounds, sounds: [bell, harp] };

const story = (value: string | null, change: Partial<SoundsView>, opens: boolean): StoryObj => ({
  render: () =>
    html`<omni-sound-picker
      label="Notification sound"
      pointer="/notificationSound"
      .value=${value}
      .view=${{ ...view, ...change }}
    ></omni-sound-picker>`,
  play: async ({ canvasElement }) => {
    const picker = canvasElement.querySelector('omni-sound-picker');
    if (opens) picker?.shadowRoot?.querySelector<HTMLElement>('[aria-expanded]')?.click();
    await picker?.updateComplete;
  },
});

export const Default = story(null, {}, false);
export const Custom = story(bell.sha256, {}, false);
export const Choosing = story(bell.sha256, { playing: bell.sha256 }, true);
export const Uploading = story(null, { upload: 'uploading' }, true);
export const Refused = story(null, { problem: 'This is 45.0 s long; the limit is 30 s.' }, true);
export const InUse = story(
  bell.sha256,
  {
    problem: 'This sound is used by the presence configuration Night shift.',
    usedBy: [{ kind: 'presenceConfigurations', id: 'night', name: 'Night shift' }],
  },
  true,
);
export const Gone = story('c'.repeat(64), {}, false);
