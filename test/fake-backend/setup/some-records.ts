import { noAcwOverride } from '../../../src/domain/configuration/acw-settings.ts';
import {
  defaultPresenceConfiguration,
  type PresenceConfiguration,
} from '../../../src/domain/configuration/presence-configuration.ts';
import type { ProfileRow, SetupResource, UserRow } from '../../../src/domain/setup/setup-api.ts';

/** People, and their assignments. */
export interface People {
  users: UserRow[];
  profiles: ProfileRow[];
  /** The ids of the users whose field is blank. */
  readonly blank: { nickname: string[]; alias: string[] };
}

const rep = { id: 'rep', name: 'Service rep' };
const lead = { id: 'lead', name: 'Team lead' };
const messaging = { id: 'messaging', name: 'Messaging, first line' };
const night = { id: 'night', name: 'Night shift' };
const billing = { id: 'billing', name: 'Billing voice' };

const user = (
  id: string,
  name: string,
  profile = rep,
  assignedTo: UserRow['assignedTo'] = null,
): UserRow => ({
  id,
  name,
  profile,
  assignedTo,
  active: true,
  omniChannel: true,
});

export function somePeople(): People {
  return {
    blank: { nickname: ['chen', 'hugo', 'tomasz'], alias: [] },
    users: [
      user('amina', 'Amina Diallo', rep, billing),
      user('chen', 'Chen Wei'),
      user('hugo', 'Hugo Ferreira', lead, billing),
      user('ines', 'Inês Carvalho'),
      user('priya', 'Priya Nair', rep, messaging),
      user('tomasz', 'Tomasz Wójcik', rep, night),
      user('yusuf', 'Yusuf Kaya'),
    ],
    profiles: [
      { ...rep, users: 6, assignedTo: null },
      { ...lead, users: 1, assignedTo: night },
    ],
  };
}

/** A user in a list of many. */
export const aUser = (index: number, assignedTo: UserRow['assignedTo'] = null): UserRow =>
  user(`user-${index}`, `User ${String(index).padStart(5, '0')}`, rep, assignedTo);

export function someConfigurations(): [string, PresenceConfiguration][] {
  const named = (name: string, change: Partial<PresenceConfiguration> = {}): PresenceConfiguration => ({
    ...defaultPresenceConfiguration,
    name,
    developerName: name.replace(/[^A-Za-z]+/g, '_'),
    ...change,
  });
  return [
    ['default', defaultPresenceConfiguration],
    [
      billing.id,
      named(billing.name, {
        capacity: 10,
        allowDecline: true,
        allowDeclineReason: true,
        declineReasonIds: ['another-call', 'specialist', 'language'],
        soundLengthSeconds: 20,
        giveAcw: true,
        acwDurationSeconds: 60,
        letRepsExtendAcw: true,
        acwExtensionSeconds: 60,
        acwMaxExtensions: 2,
        agentAlias: { kind: 'mergeField', field: 'firstName' },
      }),
    ],
    [messaging.id, named(messaging.name)],
    [night.id, named(night.name)],
    ['trainees', named('Trainees')],
  ];
}

export function someRecords(): Record<Exclude<SetupResource, 'users' | 'profiles'>, Record<string, object>> {
  return {
    'service-channels': {
      voice: {
        name: 'Voice',
        developerName: 'Voice',
        type: 'voice',
        interruptible: false,
        automaticallyAccept: false,
        stopSoundWhenCustomerLeaves: false,
        sound: null,
        soundLengthSeconds: null,
        ...noAcwOverride,
      },
    },
    'routing-configurations': {
      usual: {
        name: 'Usual',
        developerName: 'Usual',
        priority: 1,
        capacityType: 'channel',
        capacityWeight: { kind: 'units', units: 1 },
        pushTimeoutSeconds: 30,
        model: 'leastActive',
      },
    },
    queues: {
      refunds: {
        name: 'Refunds',
        developerName: 'Refunds',
        routingConfigurationId: 'usual',
        memberIds: ['amina', 'chen'],
      },
    },
    flows: { returns: { name: 'Returns', queueId: 'refunds' } },
    'presence-statuses': {
      available: { name: 'Available', developerName: 'Available', kind: 'online', channelIds: ['voice'] },
      lunch: { name: 'Lunch', developerName: 'Lunch', kind: 'busy', channelIds: [] },
    },
    'decline-reasons': {
      'another-call': { label: 'On another call', developerName: 'On_another_call', retired: false },
      specialist: { label: 'Needs a specialist', developerName: 'Needs_a_specialist', retired: false },
      language: { label: 'Wrong language', developerName: 'Wrong_language', retired: false },
      technical: { label: 'Technical problem', developerName: 'Technical_problem', retired: false },
      duplicate: { label: 'Duplicate request', developerName: 'Duplicate_request', retired: false },
      old: { label: 'No longer offered', developerName: 'No_longer_offered', retired: true },
    },
  };
}
