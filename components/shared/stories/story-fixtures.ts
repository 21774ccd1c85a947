import type { ContextType } from '@lit/context';
import type {
  configurationContext,
  connectionContext,
  presenceContext,
  soundContext,
  transferContext,
  workContext,
} from '../../../src/contexts.ts';
import type { AlertReceipt } from '../../../src/domain/alerts/alert-receipt.ts';
import type { AgentWork } from '../../../src/domain/work/agent-work.ts';
import type { PresenceStatus } from '../../../src/domain/configuration/presence-status.ts';
import type { RequestStamp } from '../../../src/domain/work/request-stamp.ts';
import type { Clock } from '../../../src/domain/time.ts';

/** Data for stories and tests: a morning in a service centre, frozen at half a minute past 14:02. */

const at = (hours: number, minutes: number, seconds = 0) =>
  new Date(2026, 10, 20, hours, minutes, seconds).getTime();

export const NOW = at(14, 2, 30);

export const stillClock: Clock = {
  now: () => NOW,
  watch: (draw) => {
    draw(NOW);
    return () => undefined;
  },
};

const channelNames = { voice: 'Voice', messaging: 'Messaging', chat: 'Chat', case: 'Case' } as const;
type ChannelType = keyof typeof channelNames;

const status = (id: string, name: string, kind: PresenceStatus['kind'], channelIds: ChannelType[] = []) => ({
  id,
  name,
  kind,
  channelIds,
});
/** A flag that is up. */
export const raised = {
  isFlagged: true,
  message: 'The customer asks for my manager',
  updatedAt: at(14, 1),
  updatedBy: 'sara',
  roleUpdatedBy: 'rep',
} as const;
export const statuses = {
  available: status('available', 'Available', 'online', ['voice', 'messaging', 'case']),
  messaging: status('messaging-only', 'Messaging only', 'online', ['messaging', 'chat']),
  lunch: status('lunch', 'Lunch', 'busy'),
  training: status('training', 'Training', 'busy'),
  offline: status('offline', 'Offline', 'offline'),
};

const sourced = <T>(value: T) => ({ value, source: 'configuration' as const });

const declineReasons = [
  { id: 'call', label: 'On another call' },
  { id: 'specialist', label: 'Needs a specialist' },
  { id: 'language', label: 'Wrong language' },
  { id: 'technical', label: 'Technical problem' },
  { id: 'break', label: 'Break is due' },
];

export const storyConfiguration: ContextType<typeof configurationContext> = {
  effective: {
    rep: { id: 'sara', name: 'Sara Mertens' },
    configuration: { id: 'billing', name: 'Billing', developerName: 'Billing' },
    route: 'profile',
    settings: {
      capacity: sourced(10),
      interruptibleCapacity: sourced(6),
      maxNewOffers: { value: 20, source: 'default' as const },
      automaticallyAccept: sourced(false),
      allowDecline: sourced(true),
      statusOnDeclineId: sourced(null),
      declineReasons: sourced(declineReasons),
      statusOnPushTimeoutId: sourced('lunch'),
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
    },
    channels: (Object.keys(channelNames) as ChannelType[]).map((type) => ({
      id: type,
      name: channelNames[type],
      developerName: channelNames[type],
      type,
      interruptible: type === 'messaging',
      automaticallyAccept: sourced(false),
      allowDecline: sourced(true),
      stopSoundWhenCustomerLeaves: false,
      sound: sourced(null),
      soundLengthSeconds: sourced(10),
      acw: sourced(null),
    })),
    statuses: Object.values(statuses),
    sounds: [],
  },
  version: '"1"',
  cached: false,
  moved: null,
  asOf: at(9, 0),
  problem: null,
};

export const storyConnection: ContextType<typeof connectionContext> = {
  status: 'connected',
  since: at(9, 0),
  nextAttemptAt: null,
  grace: 30_000,
  detail: null,
  obstacle: null,
  roundTrip: 18,
  clockOffset: 0,
  alarm: null,
  returned: null,
};

export const storyPresence: ContextType<typeof presenceContext> = {
  confirmed: { status: statuses.available, since: at(9, 2), cause: 'rep' },
  pendingStatusId: null,
  statusAfterAcw: null,
  outboundEndsAt: null,
  problems: [],
};

export const storySound: ContextType<typeof soundContext> = {
  status: 'running',
  reason: null,
  elsewhere: false,
  ringing: null,
  fallback: null,
  fault: null,
  volumePercent: 80,
  testing: false,
  tested: 'request',
  output: { canChoose: true, devices: [], main: null, second: null, missing: [] },
};

/** The transfer destinations for messaging. */
export const storyTransfer: ContextType<typeof transferContext> = {
  agentWorkId: 'router',
  status: 'here',
  items: [
    { kind: 'profile', id: 'specialists', name: 'Specialists', repsOnline: 3 },
    { kind: 'queue', id: 'billing', name: 'Billing voice', repsOnline: 1 },
    { kind: 'queue', id: 'deliveries', name: 'Deliveries', repsOnline: 0 },
    { kind: 'flow', id: 'returns', name: 'Returns and refunds', repsOnline: 2 },
  ],
  more: false,
};

type WorkState = ContextType<typeof workContext>;

/** The works of a rep; `outcomes` are shown as toasts too. */
export function works(
  list: readonly AgentWork[],
  { outcomes = [], answers = {}, refusals = {}, ...rest }: WorkOptions = {},
): WorkState {
  return {
    works: new Map(list.map((work) => [work.id, work])),
    capacity: { primary: { used: 6, total: 10 }, interruptible: { used: 2, total: 6 } },
    outcomes: new Set(outcomes),
    answers: new Map(Object.entries(answers)),
    refusals: new Map(Object.entries(refusals)),
    ...rest,
  };
}
interface WorkOptions {
  readonly outcomes?: readonly string[];
  readonly answers?: Record<string, NonNullable<ReturnType<WorkState['answers']['get']>>>;
  readonly refusals?: Record<string, string>;
  readonly capacity?: WorkState['capacity'];
}

/** A call with 24 of 30 seconds left. */
export function request(
  id: string,
  change: Partial<Omit<AgentWork, 'stamp' | 'channel'>> & {
    readonly stamp?: Partial<RequestStamp>;
    readonly channel?: ChannelType;
  } = {},
): AgentWork {
  const { stamp, channel = 'voice', ...rest } = change;
  return {
    id,
    workItemId: `item-${id}`,
    status: 'assigned',
    channel: { id: channel, name: channelNames[channel], type: channel },
    queue: { id: 'billing', name: 'Billing voice' },
    subject: 'Refund for order 48213 has not arrived',
    customerName: 'Ines Carvalho',
    highlights: [
      { label: 'Plan', value: 'Business' },
      { label: 'Open cases', value: '2' },
      { label: 'Language', value: 'Portuguese' },
    ],
    recordId: `record-${id}`,
    waitingSince: NOW - 102_000,
    offeredAt: NOW - 6_000,
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
    stamp: {
      size: 1,
      pool: 'primary',
      deadline: NOW + 24_000,
      ring: { sound: null, lengthSeconds: 10 },
      stopSoundWhenCustomerLeaves: false,
      declinable: true,
      declineReasons,
      automatic: false,
      statusOnDeclineId: null,
      statusOnPushTimeoutId: 'lunch',
      ...stamp,
    },
    ...rest,
  };
}

/** A work in wrap-up for another `left` seconds; two extensions of 60 s by default. */
export function wrapUp(
  id: string,
  left: number,
  { extension = { seconds: 60, max: 2 }, used = 0, ...change }: WrapUpChange = {},
): AgentWork {
  const endsAt = NOW + left * 1000;
  const whole = 180 + used * (extension?.seconds ?? 0);
  const acw: AgentWork['acw'] = {
    terms: { durationSeconds: 180, extension },
    startedAt: Math.min(NOW, endsAt - whole * 1000),
    endsAt,
    extensionsUsed: used,
  };
  const subject = 'Card charged twice at checkout';
  return request(id, {
    status: 'afterConversationWork',
    subject,
    openedAt: ago(6),
    openedBy: 'rep',
    acw,
    ...change,
  });
}
type WrapUpChange = Parameters<typeof request>[1] & {
  readonly extension?: NonNullable<AgentWork['acw']>['terms']['extension'];
  readonly used?: number;
};

/**
 * What a panel in a hidden browser tab recorded of a request, this long after an offer two and a half minutes ago.
 */
export const receipt = (
  agentWorkId: string,
  kind: AlertReceipt['kind'],
  after: number,
  change: Partial<AlertReceipt> = {},
): AlertReceipt => ({ agentWorkId, kind, at: ago(2, 30) + after, visibility: 'hidden', ...change });

/** An instant this long before the stories' present. */
export const ago = (minutes: number, seconds = 0): number => NOW - (minutes * 60 + seconds) * 1000;

/** Three accepted works, as in most stories. */
export const accepted: readonly AgentWork[] = [
  request('charged', {
    status: 'opened',
    subject: 'Card charged twice at checkout',
    customerName: 'Amara Okafor',
    openedAt: ago(4, 12),
    openedBy: 'rep',
  }),
  request('router', {
    status: 'opened',
    channel: 'messaging',
    subject: 'Where is my replacement router?',
    customerName: 'Jonas Lindqvist',
    openedAt: ago(11, 38),
    openedBy: 'rep',
    customerLeftAt: ago(1),
  }),
  request('address', {
    status: 'opened',
    channel: 'case',
    subject: 'Address change, contract 20418',
    customerName: 'Mei-Ling Zhao',
    openedAt: ago(64),
    openedBy: 'rep',
  }),
];

/** A customer's text that must never become markup. */
export const HOSTILE = '<img src=x onerror=alert(1)>';
