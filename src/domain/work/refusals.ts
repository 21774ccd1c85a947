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
// Those that depend on the work are in answer-rules.

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
