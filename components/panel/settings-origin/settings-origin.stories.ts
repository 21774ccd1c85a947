import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { originAr } from '../../../assets/locales/ar/origin.ts';
import { aConfiguration } from '../../../test/fake-backend/records.ts';
import './settings-origin.ts';

const meta: Meta = { title: 'Rep/Why these settings', component: 'omni-settings-origin' };
export default meta;

const acw = { durationSeconds: 60, extension: { seconds: 30, max: 2 } };
const effective = aConfiguration({ acw: { value: acw, source: 'configuration' } });

export const Folded: StoryObj = {
  render: () => html`<omni-settings-origin .effective=${effective}></omni-settings-origin>`,
};
export const Unfolded: StoryObj = {
  render: () => html`<omni-settings-origin open .effective=${effective}></omni-settings-origin>`,
};
export const RightToLeft: StoryObj = {
  render: () =>
    html`<div dir="rtl" lang="ar">
      <omni-settings-origin open .effective=${effective} .originWords=${originAr}></omni-settings-origin>
    </div>`,
};
