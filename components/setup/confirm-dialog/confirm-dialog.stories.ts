import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { inSetup } from '../shared/story-contexts.ts';
import './confirm-dialog.ts';

const meta: Meta = {
  title: 'Setup/Confirm dialog',
  component: 'omni-confirm-dialog',
  decorators: [inSetup()],
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
