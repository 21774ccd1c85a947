import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { waitFor } from 'storybook/test';
import { previewAr } from '../../../assets/locales/setup/ar/preview.ts';
import { previewEn } from '../../../assets/locales/setup/preview.en.ts';
import { draft, lists } from '../../../test/fake-backend/setup/preview-lists.ts';
import './setup-preview.ts';

const meta: Meta = { title: 'Administrator/Preview', component: 'omni-setup-preview' };
export default meta;

type Preview = HTMLElementTagNameMap['omni-setup-preview'];

const button = (preview: Preview, label: string) =>
  [...(preview.shadowRoot?.querySelectorAll('button') ?? [])].find(
    ({ textContent }) => textContent.trim() === label,
  );

function story(
  act: (preview: Preview, press: (label: string) => Promise<void>) => Promise<void>,
  words = previewEn as Preview['words'],
  configuration: Record<string, unknown> = draft,
): StoryObj {
  return {
    render: () =>
      html`<omni-setup-preview
        .words=${words}
        .references=${lists}
        .configuration=${configuration}
      ></omni-setup-preview>`,
    play: async ({ canvasElement }) => {
      const preview = canvasElement.querySelector('omni-setup-preview');
      if (!preview) throw new Error('There is no preview.');
      await act(preview, (label) =>
        waitFor(() => {
          const found = button(preview, label);
          if (!found || found.disabled) throw new Error(`There is no button “${label}” to press.`);
          found.click();
        }),
      );
    },
  };
}

const connected = (preview: Preview) =>
  waitFor(() => {
    const panel = preview.shadowRoot?.querySelector('omni-preview-panel');
    if (panel?.getServicePresenceStatusId() !== 'available') throw new Error('The panel is not connected.');
  });

export const Idle = story(connected);
export const WithARequest = story(async (preview, press) => {
  await connected(preview);
  await press('Voice');
});
export const RightToLeft = story(async (preview, press) => {
  await connected(preview);
  await press('Voice');
}, previewAr);
export const ConnectionLost = story(async (preview, press) => {
  await connected(preview);
  await press('Lose it');
});
export const NothingValidYet = story(() => Promise.resolve(), previewEn, { ...draft, name: '' });
