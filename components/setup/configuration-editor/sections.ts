import type { SectionName } from '../../../assets/locales/setup/fields.en.ts';
import { DEFAULT_MAX_NEW_OFFERS } from '../../../src/domain/work/offer-limits.ts';
import { acwFields, type Field } from '../shared/fields.ts';

/** A section of the form. */
export interface Section {
  readonly name: SectionName;
  readonly fields: readonly Field[];
}

/** The sections of a presence configuration, in order. Users and profiles follow. */
export const sections: readonly Section[] = [
  {
    name: 'basic',
    fields: [
      { pointer: '/name', control: { kind: 'text' } },
      { pointer: '/developerName', control: { kind: 'text', mono: true } },
      { pointer: '/capacity', control: { kind: 'number' } },
      {
        pointer: '/interruptibleCapacity',
        control: { kind: 'number' },
        optional: true,
        placeholder: ({ capacity }) => (typeof capacity === 'number' ? String(capacity) : ''),
      },
      {
        pointer: '/maxNewOffers',
        control: { kind: 'number' },
        optional: true,
        placeholder: () => String(DEFAULT_MAX_NEW_OFFERS),
      },
      {
        pointer: '/allowDecline',
        covers: ['/automaticallyAccept'],
        control: { kind: 'answering' },
        wide: true,
      },
      {
        pointer: '/statusOnDeclineId',
        control: {
          kind: 'record',
          from: 'presence-statuses',
          blank: 'statusOnDeclineBlank',
          warnsOfOnline: true,
        },
      },
      {
        pointer: '/statusOnPushTimeoutId',
        control: {
          kind: 'record',
          from: 'presence-statuses',
          blank: 'statusOnPushTimeoutBlank',
          warnsOfOnline: true,
        },
      },
    ],
  },
  {
    name: 'audio',
    fields: [
      { pointer: '/playRequestSound', control: { kind: 'switch' }, wide: true },
      { pointer: '/notificationSound', control: { kind: 'sound' }, wide: true },
      { pointer: '/soundLengthSeconds', control: { kind: 'number' } },
      { pointer: '/playConnectionLossSound', control: { kind: 'switch' }, wide: true },
    ],
  },
  {
    name: 'acw',
    fields: [{ pointer: '/giveAcw', control: { kind: 'switch' }, wide: true }, ...acwFields],
  },
  {
    name: 'reasons',
    fields: [
      { pointer: '/allowDeclineReason', control: { kind: 'switch' }, wide: true },
      {
        pointer: '/declineReasonIds',
        control: { kind: 'records', from: 'decline-reasons', ordered: true },
        wide: true,
      },
    ],
  },
  {
    name: 'agent',
    fields: [{ pointer: '/agentAlias', control: { kind: 'alias' }, optional: true }],
  },
];

/** The transfer destinations, by kind of work. */
export const transferFields = {
  messaging: [
    {
      pointer: '/transferDestinations/messaging/profileIds',
      control: { kind: 'records', from: 'profiles' },
      wide: true,
    },
    {
      pointer: '/transferDestinations/messaging/queueIds',
      control: { kind: 'records', from: 'queues' },
      wide: true,
    },
    {
      pointer: '/transferDestinations/messaging/flowIds',
      control: { kind: 'records', from: 'flows' },
      wide: true,
    },
  ],
  voice: [
    {
      pointer: '/transferDestinations/voice/profileIds',
      control: { kind: 'records', from: 'profiles' },
      wide: true,
    },
    {
      pointer: '/transferDestinations/voice/queueIds',
      control: { kind: 'records', from: 'queues' },
      wide: true,
    },
  ],
} as const satisfies Record<string, readonly Field[]>;

/** Every field of a presence configuration. */
export const configurationFields: readonly Field[] = [
  ...sections.flatMap(({ fields }) => fields),
  ...transferFields.messaging,
  ...transferFields.voice,
];
