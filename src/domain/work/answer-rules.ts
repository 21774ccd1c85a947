import type { AgentWork } from './agent-work.ts';
import type { Id, Labelled } from '../values.ts';

/** The chosen decline reason, which must be among those offered; `null` if none was asked for. */
export function chosenReason(
  offered: readonly Labelled[],
  reasonId: Id | null,
): Labelled | null | 'missing' | 'unknown' {
  if (reasonId === null) return offered.length === 0 ? null : 'missing';
  return offered.find(({ id }) => id === reasonId) ?? 'unknown';
}

/** Whether declined or missed work may still be taken while its item waits. */
export function isTakeable(status: AgentWork['status']): boolean {
  return status === 'declined' || status === 'declinedOnPushTimeout';
}

/** Why a request can no longer be answered, in one sentence for the rep. */
export function whyNotOpen({
  status,
  openedBy,
  cancelReason,
}: Pick<AgentWork, 'status' | 'openedBy' | 'cancelReason'>): string {
  switch (status) {
    case 'assigned':
    case 'opened':
      return openedBy === 'automatic'
        ? 'This work request was accepted automatically.'
        : 'You have accepted this work request already.';
    case 'afterConversationWork':
    case 'closed':
    case 'transferred':
      return 'This work has ended already.';
    case 'declined':
      return 'You have declined this work request already.';
    case 'declinedOnPushTimeout':
      return 'The time to answer this work request is over.';
    case 'canceled':
      return canceledSentence(cancelReason);
  }
}

function canceledSentence(reason: AgentWork['cancelReason']): string {
  switch (reason) {
    case 'customerLeft':
      return 'The customer has left.';
    case 'graceOver':
      return 'You were away for too long, so this work request went back to its queue.';
    case 'repWentOffline':
      return 'You went Offline, so this work request went back to its queue.';
    case 'notDelivered':
      return 'This work request did not reach you in time and went back to its queue.';
    case 'withdrawn':
    case null:
      return 'This work request was withdrawn.';
  }
}
