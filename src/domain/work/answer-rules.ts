import { hasConversation, type ChannelType } from '../configuration/service-channel.ts';
import type { Instant } from '../time.ts';
import type { Id, Labelled, Open } from '../values.ts';
import { extendAcw, type Acw } from './acw.ts';
import type { AgentWork } from './agent-work.ts';
import * as refusals from './refusals.ts';
import type { Refusal } from './refusals.ts';
import {
  canConference,
  isDestinationAllowed,
  isTransferable,
  type Destination,
  type TransferDestinations,
} from './transfer.ts';

/** What a rep wants to do with one agent work. */
export type WorkCommand =
  | { readonly type: 'accept' | 'end-conversation' | 'close' | 'take' | 'extend-acw' | 'end-acw' }
  | { readonly type: 'decline'; readonly reasonId: Id | null }
  | { readonly type: 'transfer'; readonly conference?: boolean }
  | { readonly type: 'raise-flag' | 'lower-flag' };

/** The commands that change what the rep can do with the work, so that they are shown until their effect is. */
export type AwaitedCommand = Exclude<WorkCommand['type'], 'raise-flag' | 'lower-flag'>;

/** What of agent work decides whether a command about it has an effect. */
export type DecidedWork = Pick<AgentWork, 'status' | 'openedBy' | 'cancelReason' | 'acw'> & {
  readonly stamp: Pick<AgentWork['stamp'], 'declinable' | 'declineReasons' | 'deadline'>;
  readonly channelType: Open<ChannelType>;
};

/**
 * Whether a command of the rep who holds this work has an effect; otherwise why not. The one place of these rules, for
 * the server, the panel, which tells sooner, and the preview.
 * @param now On the server's clock, to judge the push time-out; `null`: that is the server's to judge.
 */
export function decide(command: WorkCommand, work: DecidedWork, now: Instant | null): Refusal | null {
  switch (command.type) {
    case 'accept':
      return requestClosed(work, now);
    case 'decline':
      return requestClosed(work, now) ?? declineRefused(work.stamp, command.reasonId);
    case 'end-conversation':
      return notOpened(work, now) ?? (hasConversation(work.channelType) ? null : refusals.noConversation);
    case 'close':
      return (
        notOpened(work, now) ?? (hasConversation(work.channelType) ? refusals.endsWithConversation : null)
      );
    case 'transfer':
      return notOpened(work, now) ?? transferRefused(work.channelType, command.conference ?? false);
    case 'take':
      return isTakeable(work.status) ? null : refusals.onlyDeclinedOrMissed;
    case 'extend-acw':
      return wrapUpEnded(work) ?? extensionRefused(work.acw, now);
    case 'end-acw':
      return wrapUpEnded(work);
    case 'raise-flag':
    case 'lower-flag':
      return work.status === 'afterConversationWork' ? null : notOpened(work, now);
  }
}

/**
 * Whether agent work, as the server last sent it, does not show the effect of a command yet. `before`: the work when the
 * rep gave the command.
 */
export function awaitsEffect(
  type: AwaitedCommand,
  work: Pick<AgentWork, 'status' | 'acw' | 'takeable'>,
  before: Pick<AgentWork, 'acw'>,
): boolean {
  switch (type) {
    case 'accept':
    case 'decline':
      return work.status === 'assigned';
    case 'end-conversation':
    case 'close':
    case 'transfer':
      return work.status === 'opened';
    case 'end-acw':
      return work.status === 'afterConversationWork';
    case 'extend-acw':
      return (
        work.status === 'afterConversationWork' && work.acw?.extensionsUsed === before.acw?.extensionsUsed
      );
    case 'take':
      return work.takeable;
  }
}

/** Why work of this type cannot go to that destination; `selected`: those that the presence configuration allows. */
export function destinationRefused(
  selected: TransferDestinations,
  type: Open<ChannelType>,
  destination: Destination,
): Refusal | null {
  return isDestinationAllowed(selected, type, destination) ? null : refusals.destinationNotAllowed;
}

/** The reason that a decline names among those offered; `null`: none was asked for, or it is none of them. */
export function chosenReason(offered: readonly Labelled[], reasonId: Id | null): Labelled | null {
  return offered.find(({ id }) => id === reasonId) ?? null;
}

/** Whether declined or missed work may still be taken while its item waits. */
export function isTakeable(status: AgentWork['status']): boolean {
  return status === 'declined' || status === 'declinedOnPushTimeout';
}

function requestClosed(work: DecidedWork, now: Instant | null): Refusal | null {
  if (work.status !== 'assigned') return refusals.noLongerOpen(work);
  const { deadline } = work.stamp;
  if (now === null || deadline === null || now < deadline) return null;
  return refusals.noLongerOpen({ ...work, status: 'declinedOnPushTimeout' });
}

function declineRefused(
  { declinable, declineReasons }: DecidedWork['stamp'],
  reasonId: Id | null,
): Refusal | null {
  if (!declinable) return refusals.notDeclinable;
  if (reasonId === null) return declineReasons.length === 0 ? null : refusals.reasonMissing;
  return chosenReason(declineReasons, reasonId) ? null : refusals.reasonUnknown;
}

function notOpened(work: DecidedWork, now: Instant | null): Refusal | null {
  if (work.status === 'opened') return null;
  return requestClosed(work, now) ?? refusals.acceptFirst;
}

function transferRefused(type: Open<ChannelType>, conference: boolean): Refusal | null {
  if (!isTransferable(type)) return refusals.notTransferable;
  return conference && !canConference(type) ? refusals.conferenceInMessagingOnly : null;
}

function wrapUpEnded({ status }: DecidedWork): Refusal | null {
  return status === 'afterConversationWork' ? null : refusals.wrapUpOver;
}

function extensionRefused(acw: Acw | null, now: Instant | null): Refusal | null {
  return acw && extendAcw(acw, now ?? Number.NEGATIVE_INFINITY) ? null : refusals.noExtensionLeft;
}
