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

/** Every refusal that is the same sentence each time. Those that depend on the work are in answer-rules. */
export const refusals = {
  notYours: refusal('notYours', 'This work is not yours.'),
  notEligible: refusal('notYours', 'You no longer receive work.'),
  notDeclinable: refusal('notDeclinable', 'This work request cannot be declined.'),
  reasonMissing: refusal('reasonMissing', 'Choose a reason for declining.'),
  reasonUnknown: refusal('reasonUnknown', 'This reason is not one of those offered with the work request.'),
  acceptFirst: refusal('notAcceptable', 'Accept this work request first.'),
  noConversation: refusal('notAcceptable', 'This work has no conversation to end; close it instead.'),
  endsWithConversation: refusal(
    'notAcceptable',
    'This work closes when its conversation ends; end the conversation instead.',
  ),
  wrapUpOver: refusal('noLongerOpen', 'This wrap-up is over.'),
  noExtensionLeft: refusal('noExtensionLeft', 'This wrap-up cannot be extended any more.'),
  onlyDeclinedOrMissed: refusal('noLongerWaiting', 'Only work that you declined or missed can be taken.'),
  noLongerWaiting: refusal('noLongerWaiting', 'This work is no longer waiting.'),
  noCapacity: refusal('noCapacity', 'You have no capacity left for this work.'),
  notTransferable: refusal('notTransferable', 'Only calls and messaging can be transferred.'),
  conferenceInMessagingOnly: refusal(
    'notTransferable',
    'Somebody else can be asked to join in messaging only.',
  ),
  destinationUnknown: refusal('destinationUnknown', 'There is no such destination any more.'),
  destinationNotAllowed: refusal('destinationNotAllowed', 'You may not transfer this work there.'),
  statusUnknown: refusal('statusUnknown', 'This status is not one that you may choose.'),
} as const satisfies Record<string, Refusal>;
