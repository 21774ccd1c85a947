import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { storyConfiguration } from '../../shared/stories/story-fixtures.ts';
import { inSetup } from '../shared/story-contexts.ts';
import './rep-explanation.ts';
import type { ExplainedRep } from './rep-explanation.ts';

const meta: Meta = {
  title: 'Administrator/Rep explanation',
  component: 'omni-rep-explanation',
  decorators: [inSetup()],
};
export default meta;

const user = {
  id: 'sara',
  firstName: 'Sara',
  lastName: 'Mertens',
  nickname: null,
  alias: null,
  profileId: 'rep',
  active: true,
  omniChannel: true,
};
const billing = { id: 'billing', name: 'Billing' };
const standard = { id: 'default', name: 'Default' };
const byProfile: ExplainedRep = {
  user,
  configuration: storyConfiguration.effective,
  path: { user: null, profile: billing, default: standard },
};

const story = (change: Partial<ExplainedRep> = {}): StoryObj => ({
  render: () => html`<omni-rep-explanation .explained=${{ ...byProfile, ...change }}></omni-rep-explanation>`,
});

export const AssignedByProfile = story();
export const AssignedByUser = story({ path: { user: billing, profile: standard, default: standard } });
export const AssignedNowhere = story({ path: { user: null, profile: null, default: standard } });
export const NotARep = story({ configuration: null, user: { ...user, active: false, omniChannel: false } });
