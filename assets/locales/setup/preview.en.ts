import type { ChannelType } from '../../../src/domain/configuration/service-channel.ts';
import { en, type Strings } from '../en.ts';

/** A customer's work, to raise a request with. */
interface SampleWords {
  readonly subject: string;
  readonly customer: string;
  readonly highlights: readonly (readonly [label: string, value: string])[];
}

/** The words of the preview in English, those of its panel among them; every other locale has the same keys. */
export const previewEn = {
  locale: en.locale,
  direction: en.direction,
  panel: en,
  preview: 'Preview',
  lead: 'The rep’s panel with the settings in this form.',
  behind: 'Some settings are not valid. The preview shows the last valid ones.',
  nothingYet: 'The preview appears as soon as all settings are valid.',
  request: 'Request',
  raise: (channel: string) => `Request: ${channel}`,
  fromQueue: 'from queue',
  fromQueueOf: (channel: string) => `from queue, for ${channel}`,
  noChannels: 'There is no service channel yet.',
  then: 'Then',
  leaves: 'Customer leaves',
  decline: 'Decline',
  timeOut: 'Let the time-out pass',
  end: 'End conversation',
  close: 'Close work',
  extend: 'Extend wrap-up',
  connection: 'Connection',
  lose: 'Lose it',
  restore: 'Restore it',
  sound: 'Sound',
  hearRequest: 'Hear a request',
  hearAlarm: 'Hear the alarm',
  startAgain: 'Start again',
  obstacles: {
    notConnected: (channel: string) => `No ${channel} request: the connection is lost.`,
    notOnline: (channel: string) => `No ${channel} request: the rep’s status is not online for it.`,
    wrappingUp: (channel: string) => `No ${channel} request: the rep is wrapping up.`,
    outbound: (channel: string) => `No ${channel} request: the rep is in an outbound conversation.`,
    enoughOffers: (channel: string) => `No ${channel} request: no more new offers may ring at once.`,
    noCapacity: (channel: string) => `No ${channel} request: the rep has no capacity left.`,
  },
  queue: 'Sample queue',
  samples: {
    voice: {
      subject: 'Refund for order 48213 has not arrived',
      customer: 'Ines Carvalho',
      highlights: [
        ['Plan', 'Business'],
        ['Open cases', '2'],
      ],
    },
    messaging: {
      subject: 'Where is my replacement router?',
      customer: 'Jonas Lindqvist',
      highlights: [['Order', '51877']],
    },
    chat: { subject: 'Changing my delivery address', customer: 'Amara Okafor', highlights: [] },
    case: { subject: 'Damaged on arrival: photos inside', customer: 'Priya Nair', highlights: [] },
  } as Readonly<Record<ChannelType, SampleWords>>,
};

/** The words of the preview in one language. */
export type PreviewStrings = Omit<typeof previewEn, 'panel'> & { readonly panel: Strings };
