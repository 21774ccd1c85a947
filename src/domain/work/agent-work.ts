import * as v from 'valibot';
import { acwSchema } from './acw.ts';
import { requestStampSchema } from './request-stamp.ts';
import { channelTypeSchema } from '../configuration/service-channel.ts';
import { namedDestinationSchema } from './transfer.ts';
import { idSchema, instantSchema, labelledSchema } from '../values.ts';

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
export const cancelReasonSchema = v.picklist([
  'customerLeft',
  'withdrawn',
  'graceOver',
  'repWentOffline',
  'notDelivered',
]);
export type CancelReason = v.InferOutput<typeof cancelReasonSchema>;

const line = (maximum: number) => v.pipe(v.string(), v.maxLength(maximum));

/** What a request shows of its work item. Text from outside: bounded, never markup. */
const workItemContentSchema = v.object({
  subject: line(200),
  customerName: line(120),
  highlights: v.pipe(
    v.array(v.object({ label: line(40), value: line(120) })),
    v.maxLength(3, 'There must be at most 3 highlights.'),
  ),
  /** Names the record to open in the workspace. */
  recordId: line(200),
});
export type WorkItemContent = v.InferOutput<typeof workItemContentSchema>;

/** How many settled agent works a rep's log holds, newest first, none settled more than an hour ago. */
export const MAX_SETTLED_WORKS = 50;

/** One assignment of a work item to one rep, as the panel sees it. */
export const agentWorkSchema = v.object({
  id: idSchema,
  workItemId: idSchema,
  status: agentWorkStatusSchema,
  channel: v.object({ id: idSchema, name: line(80), type: channelTypeSchema }),
  queue: v.object({ id: idSchema, name: line(80) }),
  ...workItemContentSchema.entries,
  /** Since when the customer waits. */
  waitingSince: instantSchema,
  offeredAt: instantSchema,
  /** When it was accepted; `null` until then. */
  openedAt: v.nullable(instantSchema),
  /** Who accepted it. */
  openedBy: v.nullable(v.picklist(['rep', 'automatic'])),
  /** When it stopped being open, for good. */
  settledAt: v.nullable(instantSchema),
  cancelReason: v.nullable(cancelReasonSchema),
  /** When the customer left accepted work; the rep then finishes it. */
  customerLeftAt: v.nullable(instantSchema),
  declineReason: v.nullable(labelledSchema),
  /** The status that a decline or push time-out set, for the log; `null`: it was left. */
  statusUpdate: v.nullable(labelledSchema),
  stamp: requestStampSchema,
  /** The wrap-up countdown, while the status is `afterConversationWork`; `null` otherwise. */
  acw: v.nullable(acwSchema),
  /** Where the rep transferred it to; `null`: it was not. */
  transferredTo: v.nullable(namedDestinationSchema),
  /** While it is open: who else is in the conversation; `null`: nobody was ever asked to join. */
  conference: v.nullable(
    v.object({
      /** The names of the other reps who are in it. */
      with: v.array(line(120)),
      /** Where somebody was asked to join who has not accepted yet; `null`: nobody. */
      invited: v.nullable(namedDestinationSchema),
    }),
  ),
  /** Declined or missed, and its item waits still: the rep may take it all the same. */
  takeable: v.boolean(),
});
export type AgentWork = v.InferOutput<typeof agentWorkSchema>;

/** What can happen to agent work. */
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

/** An event that this status of agent work cannot take. */
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

/** The status that follows an event. The one place where the transitions of agent work are written. */
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
