import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { someConfigurations } from '../../../test/fake-backend/setup/some-records.ts';
import { configurationFields } from '../configuration-editor/sections.ts';
import { recordFields } from '../record-editor/record-fields.ts';
import type { Field } from '../shared/fields.ts';
import { inSetup } from '../shared/story-contexts.ts';
import './setting-field.ts';

const statuses = [
  { id: 'available', name: 'Available', kind: 'online' },
  { id: 'lunch', name: 'Lunch', kind: 'busy' },
];
const [[, configuration] = ['', {}]] = someConfigurations();
const draft = {
  ...configuration,
  name: '<img src=x onerror=alert(1)>',
  capacity: 0,
  statusOnDeclineId: 'available',
  agentAlias: { kind: 'text', text: '' },
  capacityWeight: { kind: 'percentage', percentage: 12.5 },
};
const problems = [
  {
    pointer: '/capacity',
    rule: 'wholeNumber',
    params: { what: 'Capacity', min: 1, max: 10_000 },
    detail: 'Capacity must be a whole number from 1 to 10,000.',
  },
  {
    pointer: '/agentAlias/text',
    rule: 'notEmpty',
    params: { what: 'Agent alias' },
    detail: 'Agent alias must have at least 1 character.',
  },
];

const meta: Meta = {
  title: 'Administrator/Setting field',
  component: 'omni-setting-field',
  decorators: [inSetup({ draft, problems, choices: { 'presence-statuses': statuses } })],
};
export default meta;

const story = (pointer: string, fields: readonly Field[] = configurationFields): StoryObj => {
  const field = fields.find((one) => one.pointer === pointer);
  if (!field) throw new Error(`There is no field ${pointer}.`);
  return { render: () => html`<omni-setting-field .field=${field}></omni-setting-field>` };
};

export const Text = story('/name');
export const Wrong = story('/capacity');
export const Optional = story('/interruptibleCapacity');
export const Switch = story('/playRequestSound');
export const ThreeWays = story('/allowDecline');
export const WarnsOfAnOnlineStatus = story('/statusOnDeclineId');
export const Alias = story('/agentAlias');
export const Flows = story('/transferDestinations/messaging/flowIds');
export const Weight = story('/capacityWeight', recordFields['routing-configurations']);
