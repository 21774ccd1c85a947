import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { importAr } from '../../../assets/locales/setup/ar/import.ts';
import { somePlan } from '../../../test/fake-backend/setup/some-plan.ts';
import { inSetup } from '../shared/story-contexts.ts';
import './setup-import.ts';
import type { ImportView } from './setup-import.ts';

const meta: Meta = {
  title: 'Administrator/Import and export',
  component: 'omni-setup-import',
  decorators: [inSetup()],
};
export default meta;

const nothing: ImportView = {
  doing: null,
  files: 0,
  plan: null,
  result: null,
  undone: null,
  problem: null,
  isStale: false,
};
const result = { changeId: 'change', applied: 4, moved: [] };
const story = (view: Partial<ImportView>): StoryObj => ({
  render: () => html`<omni-setup-import .view=${{ ...nothing, ...view }}></omni-setup-import>`,
});

export const Start = story({});
export const Reading = story({ doing: 'reading', files: 480 });
export const NothingToImport = story({ problem: 'noMetadata' });
export const Plan = story({ plan: somePlan() });
export const PlanRightToLeft: StoryObj = {
  render: () =>
    html`<omni-setup-import
      dir="rtl"
      .own=${importAr}
      .view=${{ ...nothing, plan: somePlan() }}
    ></omni-setup-import>`,
};
export const Stale = story({
  plan: somePlan(),
  isStale: true,
  problem: 'Setup has changed since the plan was made: Lunch (Root). Look at the plan again.',
});
export const Done = story({ plan: somePlan(), result });
export const Undone = story({ plan: somePlan(), result, undone: 4 });
