import type { Fields } from '../../pointers.ts';
import type { Id } from '../../values.ts';
import { isUnrestricted, type TransferDestinations } from '../../work/transfer.ts';
import type { MetadataType } from '../metadata-type.ts';

/** An element to be written. */
export interface WrittenElement {
  readonly name: string;
  readonly text: string;
  readonly children: readonly WrittenElement[];
  readonly attributes?: readonly (readonly [name: string, value: string])[];
}

/** The elements that a field is written as; `names` are all that can stand for it. */
export interface Slot {
  readonly pointer: string;
  readonly names: readonly string[];
  readonly elements: readonly WrittenElement[];
}

/** A record as it is written, and the fields that metadata cannot express. */
export interface Slots {
  readonly slots: readonly Slot[];
  readonly lost: readonly string[];
}

/** The full name of a record of a type. */
export type NameOf = (type: MetadataType, id: Id) => string | null;

export const leaf = (name: string, text: string): WrittenElement => ({ name, text, children: [] });

/** What cannot be written of a field that is set. */
const unless = (isLost: boolean, field: string): string[] => (isLost ? [field] : []);

/** A field with one value; anything else than text, a number or a switch is left out. */
function slot(pointer: string, name: string, value: unknown): Slot {
  const isWritten = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return { pointer, names: [name], elements: isWritten ? [leaf(name, String(value))] : [] };
}

const double = (value: number): string => (Number.isInteger(value) ? `${String(value)}.0` : String(value));

const acwSlots = (fields: Fields): Slot[] => [
  slot('/acwExtensionSeconds', 'acwExtensionDuration', fields.acwExtensionSeconds),
  {
    ...slot('/acwDurationSeconds', 'afterConvoWorkMaxTime', fields.acwDurationSeconds),
    names: ['afterConvoWorkMaxTime', 'afterConvoMaxTime'],
  },
  slot('/letRepsExtendAcw', 'hasAcwExtensionEnabled', fields.letRepsExtendAcw),
  slot('/giveAcw', 'hasAfterConvoWorkTimer', fields.giveAcw === true),
  slot('/acwMaxExtensions', 'maxExtensions', fields.acwMaxExtensions),
];

const objects: Readonly<Record<string, string>> = {
  voice: 'VoiceCall',
  messaging: 'MessagingSession',
  chat: 'LiveChatTranscript',
  case: 'Case',
};
const capacityTypes: Readonly<Record<string, string>> = {
  channel: 'INHERITED',
  interruptible: 'INTERRUPTIBLE',
  primary: 'NOT_INTERRUPTIBLE',
};
const mergeFields: Readonly<Record<string, string>> = {
  firstName: 'User_FirstName',
  nickname: 'User_CommunityNickname',
  alias: 'User_Alias',
};

const ids = (value: unknown): Id[] => (Array.isArray(value) ? value.map(String) : []);

function aliasSlot(alias: unknown): Slot {
  const { kind, text, field } = (alias ?? {}) as Readonly<Record<string, unknown>>;
  const value =
    kind === 'text' ? text : kind === 'mergeField' ? `{!${mergeFields[String(field)] ?? ''}}` : null;
  return slot('/agentAlias', 'userDisplayName', value);
}

/** Whether customers see something else than the rep's own name where the field is blank. */
function hasFallback(alias: unknown): boolean {
  const { fallback } = (alias ?? {}) as Readonly<Record<string, { readonly kind?: unknown } | undefined>>;
  return fallback !== undefined && fallback.kind !== 'ownName';
}

/** The elements of a record without its people. */
export function slotsOf(type: MetadataType, fields: Fields, nameOf: NameOf): Slots {
  const named = (of: MetadataType, id: unknown) => (typeof id === 'string' ? nameOf(of, id) : null);
  const label = slot('/name', 'label', fields.name);
  switch (type) {
    case 'ServiceChannel':
      return {
        slots: [
          ...acwSlots(fields),
          slot('/automaticallyAccept', 'hasAutoAcceptEnabled', fields.automaticallyAccept),
          slot('/interruptible', 'isInterruptible', fields.interruptible),
          label,
          slot('/type', 'relatedEntityType', objects[String(fields.type)]),
        ],
        lost: [
          ...unless(fields.giveAcw === false, 'giveAcw'),
          ...unless(fields.sound !== null, 'sound'),
          ...unless(fields.soundLengthSeconds !== null, 'soundLengthSeconds'),
          ...unless(fields.stopSoundWhenCustomerLeaves === true, 'stopSoundWhenCustomerLeaves'),
        ],
      };
    case 'ServicePresenceStatus': {
      const channels = ids(fields.channelIds).flatMap((id) => named('ServiceChannel', id) ?? []);
      const container = {
        name: 'channels',
        text: '',
        children: channels.sort().map((one) => leaf('channel', one)),
      };
      const elements = channels.length === 0 ? [] : [container];
      return { slots: [{ pointer: '/channelIds', names: ['channels'], elements }, label], lost: [] };
    }
    case 'PresenceDeclineReason':
      return {
        slots: [slot('/label', 'label', fields.label)],
        lost: unless(fields.retired === true, 'retired'),
      };
    case 'QueueRoutingConfig': {
      const { kind, units, percentage } = fields.capacityWeight as Readonly<Record<string, unknown>>;
      const weight =
        kind === 'units'
          ? leaf('capacityWeight', double(Number(units)))
          : leaf('capacityPercentage', double(Number(percentage)));
      return {
        slots: [
          { pointer: '/capacityWeight', names: ['capacityWeight', 'capacityPercentage'], elements: [weight] },
          slot('/capacityType', 'capacityType', capacityTypes[String(fields.capacityType)]),
          label,
          slot('/pushTimeoutSeconds', 'pushTimeout', fields.pushTimeoutSeconds ?? 0),
          slot('/model', 'routingModel', fields.model === 'leastActive' ? 'LEAST_ACTIVE' : 'MOST_AVAILABLE'),
          slot('/priority', 'routingPriority', fields.priority),
        ],
        lost: [],
      };
    }
    case 'Queue':
      return {
        slots: [
          slot('/name', 'name', fields.name),
          slot(
            '/routingConfigurationId',
            'queueRoutingConfig',
            named('QueueRoutingConfig', fields.routingConfigurationId),
          ),
        ],
        lost: [],
      };
    case 'Profile':
      return {
        slots: [
          {
            pointer: '/statusIds',
            names: ['servicePresenceStatusAccesses'],
            elements: ids(fields.statusIds)
              .flatMap((id) => named('ServicePresenceStatus', id) ?? [])
              .sort()
              .map((status) => ({
                name: 'servicePresenceStatusAccesses',
                text: '',
                children: [leaf('enabled', 'true'), leaf('servicePresenceStatus', status)],
              })),
          },
        ],
        lost: [],
      };
    case 'PresenceUserConfig':
      return {
        slots: [
          ...acwSlots(fields),
          slot('/capacity', 'capacity', fields.capacity),
          {
            pointer: '/declineReasonIds',
            names: ['declineReasons'],
            elements: ids(fields.declineReasonIds)
              .flatMap((id) => named('PresenceDeclineReason', id) ?? [])
              .map((reason) => leaf('declineReasons', reason)),
          },
          slot('/automaticallyAccept', 'enableAutoAccept', fields.automaticallyAccept),
          slot('/allowDecline', 'enableDecline', fields.allowDecline),
          slot('/allowDeclineReason', 'enableDeclineReason', fields.allowDeclineReason),
          slot('/playConnectionLossSound', 'enableDisconnectSound', fields.playConnectionLossSound),
          slot('/playRequestSound', 'enableRequestSound', fields.playRequestSound),
          slot('/interruptibleCapacity', 'interruptibleCapacity', fields.interruptibleCapacity),
          label,
          slot(
            '/statusOnDeclineId',
            'presenceStatusOnDecline',
            named('ServicePresenceStatus', fields.statusOnDeclineId),
          ),
          slot(
            '/statusOnPushTimeoutId',
            'presenceStatusOnPushTimeout',
            named('ServicePresenceStatus', fields.statusOnPushTimeoutId),
          ),
          aliasSlot(fields.agentAlias),
        ],
        lost: [
          ...unless(hasFallback(fields.agentAlias), 'agentAlias'),
          ...unless(fields.maxNewOffers !== null, 'maxNewOffers'),
          ...unless(fields.notificationSound !== null, 'notificationSound'),
          ...unless(fields.soundLengthSeconds !== 10, 'soundLengthSeconds'),
          ...unless(
            !isUnrestricted(fields.transferDestinations as TransferDestinations),
            'transferDestinations',
          ),
        ],
      };
  }
}
