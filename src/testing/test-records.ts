import { noAcwOverride } from '../domain/configuration/acw-settings.ts';
import {
  defaultPresenceConfiguration,
  type PresenceConfiguration,
} from '../domain/configuration/presence-configuration.ts';
import { OFFLINE_STATUS_ID, type PresenceKind } from '../domain/configuration/presence-status.ts';
import type { ChannelType } from '../domain/configuration/service-channel.ts';
import type { Seconds } from '../domain/time.ts';
import type { Labelled } from '../domain/values.ts';
import { referencesOf, type PreviewReferences } from '../preview/preview.ts';

/** What the test server has; every part may be left out. */
export interface TestServerOptions {
  /** Where the panel finds it: no request to this address leaves the page. `https://omni-channel.test` by default. */
  readonly apiAddress?: string;
  /** `{ id: 'rep', name: 'Test Rep' }` by default. */
  readonly rep?: { readonly id: string; readonly name: string };
  /** By id. By default `voice`, `messaging`, `chat` and `case`, named Voice, Messaging, Chat and Case. */
  readonly channels?: Readonly<Record<string, { readonly name: string; readonly type: ChannelType }>>;
  /** By id, and online for all channels. By default `available` and the busy `break`. `offline` is always there. */
  readonly statuses?: Readonly<Record<string, { readonly name: string; readonly kind: PresenceKind }>>;
  /** The id of the status in which the rep starts; `offline` by default. */
  readonly status?: string;
  /** The decline reasons; with them reps may decline, and are asked for one. None by default. */
  readonly declineReasons?: readonly Labelled[];
  /** How long a request waits for an answer, seconds; `null`, the default, for no limit. */
  readonly pushTimeoutSeconds?: Seconds | null;
  /** Settings of the presence configuration, for instance `{ automaticallyAccept: true }`. */
  readonly configuration?: Partial<PresenceConfiguration>;
}

/** The id of the only routing configuration. */
export const ROUTING_ID = 'routing';

const allChannels = {
  voice: { name: 'Voice', type: 'voice' },
  messaging: { name: 'Messaging', type: 'messaging' },
  chat: { name: 'Chat', type: 'chat' },
  case: { name: 'Case', type: 'case' },
} as const;
const allStatuses = {
  available: { name: 'Available', kind: 'online' },
  break: { name: 'Break', kind: 'busy' },
} as const;

const developerName = (id: string) => id.replace(/\W+/g, '_');

/** The records that these options describe. */
export function recordsOf({
  channels = allChannels,
  statuses = allStatuses,
  declineReasons = [],
  pushTimeoutSeconds = null,
}: TestServerOptions): PreviewReferences {
  return referencesOf({
    channels: Object.entries(channels).map(([id, channel]) => ({
      ...channel,
      id,
      developerName: developerName(id),
      interruptible: false,
      automaticallyAccept: false,
      stopSoundWhenCustomerLeaves: false,
      sound: null,
      soundLengthSeconds: null,
      ...noAcwOverride,
    })),
    statuses: [
      ...Object.entries(statuses).map(([id, status]) => ({
        ...status,
        id,
        developerName: developerName(id),
        channelIds: status.kind === 'online' ? Object.keys(channels) : [],
      })),
      {
        id: OFFLINE_STATUS_ID,
        name: 'Offline',
        developerName: 'Offline',
        kind: 'offline',
        channelIds: [],
      },
    ],
    declineReasons: declineReasons.map((reason) => ({
      ...reason,
      developerName: developerName(reason.id),
      retired: false,
    })),
    routingConfigurations: [
      {
        id: ROUTING_ID,
        name: 'Routing',
        developerName: 'Routing',
        priority: 1,
        capacityWeight: { kind: 'units', units: 1 },
        capacityType: 'channel',
        pushTimeoutSeconds,
        model: 'leastActive',
      },
    ],
    queues: [],
    sounds: [],
  });
}

/** The presence configuration that these options describe. */
export function configurationOf({
  declineReasons = [],
  configuration,
}: TestServerOptions): PresenceConfiguration {
  const declines = declineReasons.length > 0;
  return {
    ...defaultPresenceConfiguration,
    allowDecline: declines,
    allowDeclineReason: declines,
    declineReasonIds: declineReasons.map(({ id }) => id),
    ...configuration,
  };
}
