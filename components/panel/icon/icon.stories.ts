import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { icons, type IconName } from '../../../assets/icons/icons.ts';
import './icon.ts';

const meta: Meta = { title: 'Icon', component: 'omni-icon' };
export default meta;

const names = Object.keys(icons) as IconName[];

export const All: StoryObj = {
  render: () => html`${names.map((name) => html`<p><omni-icon name=${name}></omni-icon> ${name}</p>`)}`,
};

export const InText: StoryObj = {
  render: () =>
    html`<p>It grows with the text: <omni-icon name="voice"></omni-icon></p>
      <h2>Voice <omni-icon name="voice"></omni-icon></h2>`,
};
