import type { ResourceName } from '../../../../server/setup/resources.ts';
import { noAcwOverride } from '../../../../src/domain/configuration/acw-settings.ts';

/** For each resource a valid record, a change to it, and a body with every kind of fault and its violations. */
export const examples: Readonly<
  Record<
    Exclude<ResourceName, 'presence-configurations'>,
    { readonly good: object; readonly change: object; readonly bad: object; readonly faults: object }
  >
> = {
  'service-channels': {
    good: {
      name: 'Video',
      developerName: 'Video',
      type: 'voice',
      interruptible: false,
      automaticallyAccept: false,
      stopSoundWhenCustomerLeaves: true,
      sound: null,
      soundLengthSeconds: 12,
      ...noAcwOverride,
    },
    change: {
      automaticallyAccept: true,
      sound: 'default',
      soundLengthSeconds: null,
      giveAcw: true,
      acwDurationSeconds: 90,
      letRepsExtendAcw: true,
      acwExtensionSeconds: 30,
      acwMaxExtensions: 2,
    },
    bad: {
      developerName: 'CHAT',
      type: 'fax',
      sound: 'ab'.repeat(32),
      soundLengthSeconds: 31,
      acwDurationSeconds: 60,
      letRepsExtendAcw: true,
      acwExtensionSeconds: 14,
    },
    faults: {
      '/acwDurationSeconds': 'ACW duration needs Give wrap-up time.',
      '/acwExtensionSeconds': 'Extension duration must be a whole number from 15 to 3,600.',
      '/letRepsExtendAcw': 'Let reps extend needs Give wrap-up time.',
      '/developerName': 'Another service channel has this Developer Name.',
      '/sound': 'Sound must be Default or an uploaded sound.',
      '/soundLengthSeconds': 'Sound length must be a whole number from 1 to 30.',
      '/type': 'Type must be one of voice, messaging, chat and case.',
    },
  },
  'routing-configurations': {
    good: {
      name: 'Urgent',
      developerName: 'Urgent',
      priority: 0,
      capacityType: 'channel',
      capacityWeight: { kind: 'percentage', percentage: 12.5 },
      pushTimeoutSeconds: 20,
      model: 'leastActive',
    },
    change: { capacityWeight: { kind: 'units', units: 2.25 }, pushTimeoutSeconds: null },
    bad: { developerName: 'calls', priority: -1, pushTimeoutSeconds: 3601, model: 'random' },
    faults: {
      '/developerName': 'Another routing configuration has this Developer Name.',
      '/model': 'Model must be least active or most available.',
      '/priority': 'Priority must be a whole number from 0 to 10,000.',
      '/pushTimeoutSeconds': 'Push time-out must be a whole number from 1 to 3,600.',
    },
  },
  queues: {
    good: {
      name: 'Returns',
      developerName: 'Returns',
      routingConfigurationId: 'calls',
      memberIds: ['amara', 'noah'],
    },
    change: { memberIds: ['noah', 'sofia'], routingConfigurationId: 'chats' },
    bad: { name: ' ', developerName: 'Sales_chat', routingConfigurationId: 'x', memberIds: ['noah', 'x'] },
    faults: {
      '/developerName': 'Another queue has this Developer Name.',
      '/memberIds/1': 'Members must name users.',
      '/name': 'Name must have at least 1 character.',
      '/routingConfigurationId': 'Routing configuration must name a routing configuration.',
    },
  },
  flows: {
    good: { name: 'Complaints', queueId: 'deliveries' },
    change: { queueId: 'sales-chat' },
    bad: { name: '', queueId: 'nothing', steps: [] },
    faults: {
      '/name': 'Name must have at least 1 character.',
      '/queueId': 'Queue must name a queue.',
      '/steps': 'There is no such field.',
    },
  },
  'presence-statuses': {
    good: { name: 'Calls only', developerName: 'Calls_only', kind: 'online', channelIds: ['voice'] },
    change: { kind: 'busy', channelIds: [] },
    bad: { developerName: 'LUNCH', kind: 'offline', channelIds: ['voice'] },
    faults: {
      '/channelIds': 'Only an online status may name channels.',
      '/developerName': 'Another presence status has this Developer Name.',
      '/kind': 'Kind must be online or busy: Offline is built in.',
    },
  },
  'decline-reasons': {
    good: { label: 'Wrong queue', developerName: 'Wrong_queue', retired: false },
    change: { retired: true },
    bad: { label: 'n'.repeat(81), developerName: 'break_is_due', retired: null, colour: 'red' },
    faults: {
      '/colour': 'There is no such field.',
      '/developerName': 'Another decline reason has this Developer Name.',
      '/label': 'Label must have at most 80 characters.',
      '/retired': 'Retired must be on or off.',
    },
  },
  users: {
    good: {
      firstName: 'Ines',
      lastName: 'Costa',
      nickname: null,
      alias: 'icosta',
      profileId: 'support',
      active: true,
      omniChannel: true,
    },
    change: { nickname: 'Nessa', omniChannel: false },
    bad: { firstName: 'n'.repeat(41), profileId: 'nothing', active: undefined },
    faults: {
      '/active': 'This field is missing.',
      '/firstName': 'First Name must have at most 40 characters.',
      '/profileId': 'Profile must name a profile.',
    },
  },
  profiles: {
    good: { name: 'Night shift', developerName: 'Night_shift', statusIds: ['available', 'lunch'] },
    change: { name: 'Late shift', statusIds: [] },
    bad: { name: '', developerName: 'Support', statusIds: ['nothing'] },
    faults: {
      '/developerName': 'Another profile has this Developer Name.',
      '/name': 'Name must have at least 1 character.',
      '/statusIds/0': 'Presence statuses must name presence statuses.',
    },
  },
};
