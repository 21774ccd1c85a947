import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { FormState } from '../shared/contexts.ts';
import { savedView, type SavingView } from '../shared/saving-view.ts';
import { inSetup } from '../shared/story-contexts.ts';
import './record-editor.ts';
import type { OmniRecordEditor } from './record-editor.ts';

const meta: Meta = { title: 'Administrator/Record editor', component: 'omni-record-editor' };
export default meta;

const channels = ['Voice', 'Messaging', 'Chat', 'Case'].map((name) => ({ id: name.toLowerCase(), name }));
const choices: FormState['choices'] = {
  'service-channels': channels,
  'routing-configurations': [
    { id: 'calls', name: 'Calls' },
    { id: 'chats', name: 'Chats' },
  ],
};

const story = (
  resource: OmniRecordEditor['resource'],
  draft: FormState['draft'],
  saving: Partial<SavingView> = {},
  problems: FormState['problems'] = [],
): StoryObj => ({
  decorators: [inSetup({ draft, choices, problems })],
  render: () =>
    html`<omni-record-editor
      resource=${resource}
      heading=${String(draft.name ?? draft.label)}
      .saving=${{ ...savedView, ...saving }}
      removable
    ></omni-record-editor>`,
});

const queue = {
  name: 'Refunds',
  developerName: 'Refunds',
  routingConfigurationId: 'chats',
  memberIds: [],
};

export const Queue = story('queues', queue);
export const Unsaved = story('queues', { ...queue, name: 'Refunds and returns' }, { changes: 1 });
export const Wrong = story('queues', { ...queue, name: '' }, { changes: 1, problems: ['Name'] }, [
  {
    pointer: '/name',
    rule: 'notEmpty',
    params: { what: 'Name' },
    detail: 'Name must have at least 1 character.',
  },
]);
export const PresenceStatus = story('presence-statuses', {
  name: 'Available for messages',
  kind: 'online',
  channelIds: ['messaging', 'chat'],
});
export const DeclineReason = story('decline-reasons', { label: 'On another call', retired: false });
export const ServiceChannel = story('service-channels', {
  name: 'Voice',
  developerName: 'Voice',
  type: 'voice',
  interruptible: false,
  automaticallyAccept: false,
  stopSoundWhenCustomerLeaves: true,
  sound: null,
  soundLengthSeconds: 20,
});
export const RoutingConfiguration = story('routing-configurations', {
  name: 'Calls',
  developerName: 'Calls',
  priority: 1,
  capacityWeight: { kind: 'percentage', percentage: 50 },
  capacityType: 'primary',
  pushTimeoutSeconds: 30,
  model: 'mostAvailable',
});
