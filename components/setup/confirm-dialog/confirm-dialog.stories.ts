import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { inSetup } from '../shared/story-contexts.ts';
import './confirm-dialog.ts';

const meta: Meta = {
  title: 'Administrator/Confirm dialog',
  component: 'omni-confirm-dialog',
  decorators: [inSetup()],
  // A modal dialog covers the page it is on.
  parameters: { docs: { story: { inline: false, height: '36rem' } } },
};
export default meta;

export const Leaving: StoryObj = {
  render: () =>
    html`<omni-confirm-dialog
      heading="Leave without saving?"
      detail="5 changes would be lost."
      confirm="Leave"
      cancel="Stay"
    ></omni-confirm-dialog>`,
};
