import type { AgentWork } from './agent-work.ts';

/** Why a command of a rep has no effect. The codes go over the wire, and are those of `PanelError`. */
export const refusalCodes = [
  'noLongerOpen',
  'notYours',
  'notDeclinable',
  'reasonMissing',
  'reasonUnknown',
  'statusUnknown',
  'notAcceptable',
  'noExtensionLeft',
  'noLongerWaiting',
  'noCapacity',
  'notTransferable',
  'destinationUnknown',
  'destinationNotAllowed',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** A command without effect: why, as a code and as one sentence for the rep. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly detail: string;
}

const refusal = (code: RefusalCode, detail: string): Refusal => ({ code, detail });

// Each refusal that is the same sentence each time, one export each, so that the panel carries only those it can give.
// The one that depends on the work is at the end.

export const notYours = /* @__PURE__ */ refusal('notYours', 'This work is not yours.');
export const notEligible = /* @__PURE__ */ refusal('notYours', 'You no longer receive work.');
export const notDeclinable = /* @__PURE__ */ refusal(
  'notDeclinable',
  'This work request cannot be declined.',
);
export const reasonMissing = /* @__PURE__ */ refusal('reasonMissing', 'Choose a reason for declining.');
export const reasonUnknown = /* @__PURE__ */ refusal(
  'reasonUnknown',
  'This reason is not one of those offered with the work request.',
);
export const acceptFirst = /* @__PURE__ */ refusal('notAcceptable', 'Accept this work request first.');
export const noConversation = /* @__PURE__ */ refusal(
  'notAcceptable',
  'This work has no conversation to end; close it instead.',
);
export const endsWithConversation = /* @__PURE__ */ refusal(
  'notAcceptable',
  'This work closes when its conversation ends; end the conversation instead.',
);
export const wrapUpOver = /* @__PURE__ */ refusal('noLongerOpen', 'This wrap-up is over.');
export const noExtensionLeft = /* @__PURE__ */ refusal(
  'noExtensionLeft',
  'This wrap-up cannot be extended any more.',
);
export const onlyDeclinedOrMissed = /* @__PURE__ */ refusal(
  'noLongerWaiting',
  'Only work that you declined or missed can be taken.',
);
export const noLongerWaiting = /* @__PURE__ */ refusal('noLongerWaiting', 'This work is no longer waiting.');
export const noCapacity = /* @__PURE__ */ refusal('noCapacity', 'You have no capacity left for this work.');
export const notTransferable = /* @__PURE__ */ refusal(
  'notTransferable',
  'Only calls and messaging can be transferred.',
);
export const conferenceInMessagingOnly = /* @__PURE__ */ refusal(
  'notTransferable',
  'Somebody else can be asked to join in messaging only.',
);
export const destinationUnknown = /* @__PURE__ */ refusal(
  'destinationUnknown',
  'There is no such destination any more.',
);
export const destinationNotAllowed = /* @__PURE__ */ refusal(
  'destinationNotAllowed',
  'You may not transfer this work there.',
);
export const statusUnknown = /* @__PURE__ */ refusal(
  'statusUnknown',
  'This status is not one that you may choose.',
);

type Settled = Pick<AgentWork, 'status' | 'openedBy' | 'cancelReason'>;

/** The work request is not open any more. */
export function noLongerOpen(work: Settled): Refusal {
  return refusal('noLongerOpen', whyNotOpen(work));
}

/** Why a request can no longer be answered, in one sentence for the rep. */
function whyNotOpen({ status, openedBy, cancelReason }: Settled): string {
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
    case 'givenBack':
      return 'You gave this work request back to its queue.';
    case 'notDelivered':
      return 'This work request did not reach you in time and went back to its queue.';
    case 'withdrawn':
      return 'This work request was withdrawn.';
    case 'unknown':
    case null:
      return 'This work request was canceled.';
  }
}
