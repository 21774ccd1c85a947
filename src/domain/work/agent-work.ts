import * as v from 'valibot';
import { message } from '../rule-messages.ts';
import * as rules from '../rules.ts';
import { acwSchema } from './acw.ts';
import { requestStampSchema } from './request-stamp.ts';
import { sentChannelTypeSchema } from '../configuration/service-channel.ts';
import { namedDestinationSchema } from './transfer.ts';
import { workFlagSchema } from './work-flag.ts';
import { expendable, expendableOrNull, idSchema, instantSchema, labelledSchema, open } from '../values.ts';

export const agentWorkStatusSchema = v.picklist([
  'assigned',
  'opened',
  'afterConversationWork',
  'closed',
  'transferred',
  'declined',
  'declinedOnPushTimeout',
  'canceled',
]);
export type AgentWorkStatus = v.InferOutput<typeof agentWorkStatusSchema>;

/** Why a request was canceled without an answer. */
export const cancelReasons = [
  'customerLeft',
  'withdrawn',
  'graceOver',
  'repWentOffline',
  'givenBack',
  'notDelivered',
] as const;
export type CancelReason = (typeof cancelReasons)[number];

const line = (maximum: number) => v.pipe(v.string(), v.maxLength(maximum));

/** What a request shows of its work item. Untrusted text: limited in length, never markup. */
const workItemContentSchema = v.object({
  subject: line(200),
  customerName: line(120),
  highlights: v.pipe(
    v.array(expendable(v.object({ label: line(40), value: line(120) }))),
    v.maxLength(3, message(rules.maxHighlights, 3)),
  ),
  /** The record to open in the workspace. */
  recordId: line(200),
});
export type WorkItemContent = v.InferOutput<typeof workItemContentSchema>;

/** The most settled agent works in a rep's log, newest first, none settled more than an hour ago. */
export const MAX_SETTLED_WORKS = 50;

/** The assignment of a work item to one rep, as the panel sees it. */
export const agentWorkSchema = v.object({
  id: idSchema,
  workItemId: idSchema,
  status: agentWorkStatusSchema,
  channel: v.object({ id: idSchema, name: line(80), type: sentChannelTypeSchema }),
  queue: v.object({ id: idSchema, name: line(80) }),
  ...workItemContentSchema.entries,
  /** When the customer started waiting. */
  waitingSince: instantSchema,
  offeredAt: instantSchema,
  /** When it was accepted; `null` until then. */
  openedAt: v.nullable(instantSchema),
  /** Whether the rep or automatic acceptance accepted it. */
  openedBy: expendableOrNull(v.picklist(['rep', 'automatic'])),
  /** When it was settled for good. */
  settledAt: v.nullable(instantSchema),
  cancelReason: expendableOrNull(open(cancelReasons)),
  /** When the customer left accepted work; the rep must still close it. */
  customerLeftAt: expendableOrNull(instantSchema),
  declineReason: expendableOrNull(labelledSchema),
  /** The status set after a decline or push time-out, for the log; `null` if it was kept. */
  statusUpdate: expendableOrNull(labelledSchema),
  stamp: requestStampSchema,
  /** The wrap-up countdown while the status is `afterConversationWork`; otherwise `null`. */
  acw: v.nullable(acwSchema),
  /** Where the rep transferred it to; `null` if not transferred. */
  transferredTo: expendableOrNull(namedDestinationSchema),
  /** While the work is open: the other participants of the conversation; `null` if no one was ever invited. */
  conference: expendableOrNull(
    v.object({
      /** The names of the other reps in the conversation. */
      with: v.array(line(120)),
      /** The destination of an invitation that no one has accepted yet; `null` if there is none. */
      invited: v.nullable(namedDestinationSchema),
    }),
  ),
  /** The latest change of its flag; `null` if it was never raised. A server may leave it out. */
  flag: expendable(v.optional(v.nullable(workFlagSchema), null)),
  /** Declined or missed while its item is still waiting: the rep may take it after all. */
  takeable: v.boolean(),
});
export type AgentWork = v.InferOutput<typeof agentWorkSchema>;

/** The events in the life of an agent work. */
export type AgentWorkEvent =
  | { readonly type: 'accepted' }
  | { readonly type: 'declined' }
  | { readonly type: 'pushTimedOut' }
  | { readonly type: 'canceled'; readonly reason: CancelReason }
  | { readonly type: 'conversationEnded'; readonly acw: boolean }
  | { readonly type: 'transferred' }
  | { readonly type: 'acwStarted' }
  | { readonly type: 'acwEnded' }
  | { readonly type: 'closed' };

/** An event that is not allowed in this status of an agent work. */
export class IllegalTransitionError extends Error {
  override readonly name = 'IllegalTransitionError';
  readonly status: AgentWorkStatus;
  readonly event: AgentWorkEvent['type'];

  constructor(status: AgentWorkStatus, event: AgentWorkEvent['type']) {
    super(`Agent work that is ${status} cannot be ${event}.`);
    this.status = status;
    this.event = event;
  }
}

/** The status after an event. All transitions of agent work are defined here. */
export function nextAgentWorkStatus(status: AgentWorkStatus, event: AgentWorkEvent): AgentWorkStatus {
  switch (status) {
    case 'assigned':
      if (event.type === 'accepted') return 'opened';
      if (event.type === 'declined') return 'declined';
      if (event.type === 'pushTimedOut') return 'declinedOnPushTimeout';
      if (event.type === 'canceled') return 'canceled';
      break;
    case 'opened':
      if (event.type === 'conversationEnded') return event.acw ? 'afterConversationWork' : 'closed';
      if (event.type === 'transferred') return 'transferred';
      if (event.type === 'closed') return 'closed';
      break;
    case 'transferred':
      if (event.type === 'acwStarted') return 'afterConversationWork';
      break;
    case 'afterConversationWork':
      if (event.type === 'acwEnded') return 'closed';
      break;
    case 'closed':
    case 'declined':
    case 'declinedOnPushTimeout':
    case 'canceled':
      break;
  }
  throw new IllegalTransitionError(status, event.type);
}

/** Whether agent work in this status takes capacity. */
export function isOpen(status: AgentWorkStatus): boolean {
  return status === 'assigned' || status === 'opened' || status === 'afterConversationWork';
}

/** Whether agent work in this status waits for the rep's answer. */
export function isWorkRequest(status: AgentWorkStatus): boolean {
  return status === 'assigned';
}
