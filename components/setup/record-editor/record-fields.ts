import type { SetupResource } from '../../../src/domain/setup/setup-api.ts';
import { acwFields, type Field } from '../shared/fields.ts';

const name: Field = { pointer: '/name', control: { kind: 'text' } };
const developerName: Field = { pointer: '/developerName', control: { kind: 'text', mono: true } };

/** The fields of each kind of record, in order. */
export const recordFields: Readonly<Record<SetupResource, readonly Field[]>> = {
  'service-channels': [
    name,
    developerName,
    {
      pointer: '/type',
      control: { kind: 'value', values: ['voice', 'messaging', 'chat', 'case'] },
    },
    { pointer: '/interruptible', control: { kind: 'switch' }, wide: true },
    { pointer: '/automaticallyAccept', control: { kind: 'switch' }, wide: true },
    { pointer: '/sound', control: { kind: 'sound', override: true }, wide: true },
    { pointer: '/soundLengthSeconds', control: { kind: 'number' }, optional: true },
    { pointer: '/stopSoundWhenCustomerLeaves', control: { kind: 'switch' }, wide: true },
    { pointer: '/giveAcw', control: { kind: 'override' }, optional: true },
    ...acwFields,
  ],
  'routing-configurations': [
    name,
    developerName,
    { pointer: '/priority', control: { kind: 'number' } },
    { pointer: '/capacityWeight', control: { kind: 'weight' } },
    {
      pointer: '/capacityType',
      control: { kind: 'value', values: ['primary', 'interruptible', 'channel'] },
    },
    { pointer: '/model', control: { kind: 'value', values: ['leastActive', 'mostAvailable'] } },
    { pointer: '/pushTimeoutSeconds', control: { kind: 'number' }, optional: true },
  ],
  queues: [
    name,
    developerName,
    { pointer: '/routingConfigurationId', control: { kind: 'record', from: 'routing-configurations' } },
    { pointer: '/memberIds', control: { kind: 'users' }, wide: true },
  ],
  flows: [name, { pointer: '/queueId', control: { kind: 'record', from: 'queues' } }],
  'presence-statuses': [
    name,
    developerName,
    { pointer: '/kind', control: { kind: 'value', values: ['online', 'busy'] } },
    { pointer: '/channelIds', control: { kind: 'records', from: 'service-channels' }, wide: true },
  ],
  'decline-reasons': [
    { pointer: '/label', control: { kind: 'text' } },
    developerName,
    { pointer: '/retired', control: { kind: 'switch' }, wide: true },
  ],
  users: [
    { pointer: '/firstName', control: { kind: 'text' } },
    { pointer: '/lastName', control: { kind: 'text' } },
    { pointer: '/nickname', control: { kind: 'text', blankIsNull: true }, optional: true },
    { pointer: '/alias', control: { kind: 'text', blankIsNull: true }, optional: true },
    { pointer: '/profileId', control: { kind: 'record', from: 'profiles' } },
    { pointer: '/active', control: { kind: 'switch' }, wide: true },
    { pointer: '/omniChannel', control: { kind: 'switch' }, wide: true },
  ],
  profiles: [
    name,
    developerName,
    { pointer: '/statusIds', control: { kind: 'records', from: 'presence-statuses' }, wide: true },
  ],
};
