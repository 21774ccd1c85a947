import type { AgentWork } from '../../src/domain/work/agent-work.ts';
import type {
  EffectiveChannel,
  EffectiveConfiguration,
} from '../../src/domain/configuration/effective-configuration.ts';
import type { PresenceStatus } from '../../src/domain/configuration/presence-status.ts';
import { stampRequest } from '../../src/domain/work/request-stamp.ts';
import type { Instant, Seconds } from '../../src/domain/time.ts';

/** The records that the fake back end starts with: one rep, four channels, four statuses. */

export const REP = { id: 'rosa', name: 'Rosa Almeida' };

const sourced = <T>(value: T) => ({ value, source: 'configuration' as const });

const channel = (type: EffectiveChannel['type'], name: string): EffectiveChannel => ({
  id: type,
  name,
  developerName: name,
  type,
  interruptible: type === 'messaging',
  automaticallyAccept: sourced(false),
  allowDecline: sourced(true),
  stopSoundWhenCustomerLeaves: false,
  sound: sourced(null),
  soundLengthSeconds: sourced(10),
  acw: sourced(null),
});

export const channels = [
  channel('voice', 'Voice'),
  channel('messaging', 'Messaging'),
  channel('chat', 'Chat'),
  channel('case', 'Case'),
];

export const statuses: readonly PresenceStatus[] = [
  {
    id: 'available',
    name: 'Available',
    developerName: 'Available',
    kind: 'online',
    channelIds: channels.map(({ id }) => id),
  },
  {
    id: 'calls-only',
    name: 'Calls only',
    developerName: 'Calls_only',
    kind: 'online',
    channelIds: ['voice'],
  },
  { id: 'lunch', name: 'Lunch', developerName: 'Lunch', kind: 'busy', channelIds: [] },
  { id: 'offline', name: 'Offline', developerName: 'Offline', kind: 'offline', channelIds: [] },
];

export function aConfiguration(
  settings: Partial<EffectiveConfiguration['settings']> = {},
): EffectiveConfiguration {
  return {
    rep: REP,
    configuration: { id: 'standard', name: 'Standard', developerName: 'Standard' },
    route: 'default',
    settings: {
      capacity: sourced(5),
      interruptibleCapacity: sourced(5),
      maxNewOffers: { value: 20, source: 'default' as const },
      automaticallyAccept: sourced(false),
      allowDecline: sourced(true),
      statusOnDeclineId: sourced(null),
      declineReasons: sourced([]),
      statusOnPushTimeoutId: sourced(null),
      playRequestSound: sourced(true),
      notificationSound: sourced(null),
      soundLengthSeconds: sourced(10),
      playConnectionLossSound: sourced(true),
      acw: sourced(null),
      agentAlias: sourced(null),
      transferDestinations: sourced({
        messaging: { profileIds: [], queueIds: [], flowIds: [] },
        voice: { profileIds: [], queueIds: [] },
      }),
      ...settings,
    },
    channels,
    statuses: [...statuses],
    sounds: [],
  };
}

let made = 0;

/** A request as the server would offer it now, under a configuration, with `changes`. */
export function aRequest(
  changes: Partial<AgentWork> = {},
  {
    configuration = aConfiguration(),
    channelId = 'voice',
    pushTimeoutSeconds = 30,
    requiresRep = false,
    now = Date.now(),
  }: {
    readonly configuration?: EffectiveConfiguration;
    readonly channelId?: string;
    readonly pushTimeoutSeconds?: Seconds | null;
    readonly requiresRep?: boolean;
    readonly now?: Instant;
  } = {},
): AgentWork {
  made += 1;
  const of = configuration.channels.find(({ id }) => id === channelId);
  if (!of) throw new Error(`There is no channel ${channelId}.`);
  return {
    id: `work-${made}`,
    workItemId: `item-${made}`,
    status: 'assigned',
    channel: { id: of.id, name: of.name, type: of.type },
    queue: { id: 'support', name: 'Support' },
    subject: `Refund for order ${48_200 + made}`,
    customerName: 'Ines Carvalho',
    highlights: [{ label: 'Plan', value: 'Business' }],
    recordId: `record-${made}`,
    waitingSince: now - 42_000,
    offeredAt: now,
    openedAt: null,
    openedBy: null,
    settledAt: null,
    cancelReason: null,
    customerLeftAt: null,
    declineReason: null,
    statusUpdate: null,
    acw: null,
    transferredTo: null,
    conference: null,
    flag: null,
    takeable: false,
    stamp: stampRequest(
      configuration,
      { channelId, size: 1, pool: 'primary', pushTimeoutSeconds, requiresRep },
      now,
    ),
    ...changes,
  };
}
