import { chosenReason, whyNotOpen } from '../../../src/domain/work/answer-rules.ts';
import { hasConversation } from '../../../src/domain/configuration/service-channel.ts';
import type { Destination } from '../../../src/domain/work/transfer.ts';
import type { Id } from '../../../src/domain/values.ts';
import type { CommandOutcome } from '../../../src/protocol/messages.ts';
import { endAcws, extend } from '../work/acw.ts';
import { moveWork, worksById, wrapUpsOf, type StoredWork } from '../work/agent-works.ts';
import { acceptRequest, declineRequest, isOverdue, timeOutRequests } from '../work/settle-requests.ts';
import { endConversation } from '../work/conversation.ts';
import { done, refused } from './outcomes.ts';
import type { RepRow } from '../reps/reps.ts';
import type { Step } from '../engine/step.ts';
import { takeWork } from './take.ts';
import { transferWork } from './transfer.ts';
import { settleItem } from '../work/work-item-moves.ts';

/** Agent work commands of a locked rep. */

const wrapUpIsOver = refused('noLongerOpen', 'This wrap-up is over.');
const notYours = refused('notYours', 'This work is not yours.');

export async function accept(step: Step, rep: RepRow, agentWorkId: Id): Promise<CommandOutcome> {
  const held = await workOf(step, rep, agentWorkId);
  if (!held) return notYours;
  if (held.work.status !== 'assigned') return noLongerOpen(held);
  await acceptRequest(step, held, 'rep');
  return done;
}

export async function decline(
  step: Step,
  rep: RepRow,
  agentWorkId: Id,
  reasonId: Id | null,
): Promise<CommandOutcome> {
  const held = await workOf(step, rep, agentWorkId);
  if (!held) return notYours;
  if (held.work.status !== 'assigned') return noLongerOpen(held);
  const { declinable, declineReasons } = held.work.stamp;
  if (!declinable) return refused('notDeclinable', 'This work request cannot be declined.');
  const reason = chosenReason(declineReasons, reasonId);
  if (reason === 'missing') return refused('reasonMissing', 'Choose a reason for declining.');
  if (reason === 'unknown')
    return refused('reasonUnknown', 'This reason is not one of those offered with the work request.');
  await declineRequest(step, rep, held, reason);
  return done;
}

export async function endConversationOf(step: Step, rep: RepRow, agentWorkId: Id): Promise<CommandOutcome> {
  const held = await workOf(step, rep, agentWorkId);
  if (!held) return notYours;
  if (held.work.status !== 'opened') return notOpened(held);
  if (!(await isConversation(step, held)))
    return refused('notAcceptable', 'This work has no conversation to end; close it instead.');
  await endConversation(step, held, 'rep');
  return done;
}

export async function close(step: Step, rep: RepRow, agentWorkId: Id): Promise<CommandOutcome> {
  const held = await workOf(step, rep, agentWorkId);
  if (!held) return notYours;
  if (held.work.status !== 'opened') return notOpened(held);
  if (await isConversation(step, held))
    return refused(
      'notAcceptable',
      'This work closes when its conversation ends; end the conversation instead.',
    );
  await moveWork(step, held, { type: 'closed' });
  await settleItem(step, held);
  return done;
}

export async function transfer(
  step: Step,
  rep: RepRow,
  agentWorkId: Id,
  destination: Destination,
  conference: boolean,
): Promise<CommandOutcome> {
  const held = await workOf(step, rep, agentWorkId);
  if (!held) return notYours;
  if (held.work.status !== 'opened') return notOpened(held);
  return transferWork(step, held, destination, conference);
}

/** The rep's work as it is now: a request past its push time-out is settled first, even before its timer fires. */
export async function extendAcwOf(step: Step, rep: RepRow, agentWorkId: Id): Promise<CommandOutcome> {
  const held = await workOf(step, rep, agentWorkId);
  if (!held) return notYours;
  if (held.work.status !== 'afterConversationWork') return wrapUpIsOver;
  return (await extend(step, held))
    ? done
    : refused('noExtensionLeft', 'This wrap-up cannot be extended any more.');
}

/** Ends one wrap-up or, with `null`, all of them; then it is no error if there is none. */
export async function endAcwOf(step: Step, rep: RepRow, agentWorkId: Id | null): Promise<CommandOutcome> {
  if (agentWorkId === null) {
    await endAcws(step, rep, await wrapUpsOf(step, rep.id));
    return done;
  }
  const held = await workOf(step, rep, agentWorkId);
  if (!held) return notYours;
  if (held.work.status !== 'afterConversationWork') return wrapUpIsOver;
  await endAcws(step, rep, [held]);
  return done;
}

async function workOf(step: Step, rep: RepRow, agentWorkId: Id): Promise<StoredWork | null> {
  const [held] = await worksById(step, [agentWorkId]);
  if (held?.work.repId !== rep.id) return null;
  if (!isOverdue(held, step.now())) return held;
  await timeOutRequests(step, rep);
  return (await worksById(step, [agentWorkId]))[0] ?? null;
}

export async function take(step: Step, rep: RepRow, agentWorkId: Id): Promise<CommandOutcome> {
  const held = await workOf(step, rep, agentWorkId);
  return held ? takeWork(step, rep, held) : notYours;
}

async function isConversation(step: Step, held: StoredWork): Promise<boolean> {
  return hasConversation((await step.configuration()).channel(held.item.channelId).type);
}

function notOpened(held: StoredWork): CommandOutcome {
  return held.work.status === 'assigned'
    ? refused('notAcceptable', 'Accept this work request first.')
    : noLongerOpen(held);
}

/** The refusal for a request that can no longer be answered. */
function noLongerOpen({ work }: StoredWork): CommandOutcome {
  return refused('noLongerOpen', whyNotOpen(work));
}
