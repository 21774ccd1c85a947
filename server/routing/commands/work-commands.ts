import { chosenReason, decide, type WorkCommand } from '../../../src/domain/work/answer-rules.ts';
import * as refusals from '../../../src/domain/work/refusals.ts';
import type { Refusal } from '../../../src/domain/work/refusals.ts';
import type { Instant, Seconds } from '../../../src/domain/time.ts';
import type { Id } from '../../../src/domain/values.ts';
import type { Command, CommandOutcome } from '../../../src/protocol/messages.ts';
import { endAcws, extend } from '../work/acw.ts';
import { moveWork, worksById, wrapUpsOf, type StoredWork } from '../work/agent-works.ts';
import { endConversation } from '../work/conversation.ts';
import { flagWork } from '../work/flag.ts';
import { acceptRequest, declineRequest, isOverdue, timeOutRequests } from '../work/settle-requests.ts';
import { settleItem } from '../work/work-item-moves.ts';
import { startOutbound } from '../reps/outbound.ts';
import type { RepRow } from '../reps/reps.ts';
import type { Step } from '../engine/step.ts';
import { done, refused } from './outcomes.ts';
import { takeWork } from './take.ts';
import { transferWork } from './transfer.ts';

/** Agent work commands of a locked rep. */
type CommandOnWork = Extract<Command, { agentWorkId: unknown }> & { readonly agentWorkId: Id };

/** A locked rep does something with one agent work, if the rules of the domain let it have an effect. */
export async function executeOnWork(
  step: Step,
  rep: RepRow,
  command: CommandOnWork,
): Promise<CommandOutcome> {
  // Everything is judged at one instant, since the clock goes on in the meantime.
  const now = step.now();
  const held = await workOf(step, rep, command.agentWorkId, now);
  if (!held) return refused(refusals.notYours);
  const refusal = await refusalOf(step, command, held, now);
  return refusal ? refused(refusal) : effectOf(step, rep, command, held, now);
}

/** Ends every wrap-up of a locked rep; it is fine if there is none. */
export async function endEveryAcw(step: Step, rep: RepRow): Promise<CommandOutcome> {
  await endAcws(step, rep, await wrapUpsOf(step, rep.id));
  return done;
}

/** A locked rep starts an outbound conversation: every wrap-up ends, and for at most so long they are offered nothing. */
export async function startOutboundConversation(
  step: Step,
  rep: RepRow,
  maxSeconds: Seconds,
): Promise<CommandOutcome> {
  // A rep who is Offline is offered nothing anyway, and Offline ends what keeps offers away.
  const status = (await step.configuration()).status(rep.statusId);
  if (status?.kind !== 'offline') startOutbound(step, rep, maxSeconds);
  return endEveryAcw(step, rep);
}

async function effectOf(
  step: Step,
  rep: RepRow,
  command: CommandOnWork,
  held: StoredWork,
  now: Instant,
): Promise<CommandOutcome> {
  switch (command.type) {
    case 'accept':
      await acceptRequest(step, rep, held, 'rep');
      return done;
    case 'decline':
      await declineRequest(step, rep, held, chosenReason(held.work.stamp.declineReasons, command.reasonId));
      return done;
    case 'end-conversation':
      await endConversation(step, held, 'rep');
      return done;
    case 'close':
      await moveWork(step, held, { type: 'closed' });
      await settleItem(step, held);
      return done;
    case 'extend-acw':
      await extend(step, held, now);
      return done;
    case 'end-acw':
      await endAcws(step, rep, [held]);
      return done;
    case 'raise-flag':
    case 'lower-flag':
      await flagWork(step, held, command, now);
      return done;
    case 'take':
      return takeWork(step, rep, held);
    case 'transfer':
      return transferWork(step, held, command.destination, command.conference ?? false);
  }
}

async function refusalOf(
  step: Step,
  command: WorkCommand,
  { work, item }: StoredWork,
  now: Instant,
): Promise<Refusal | null> {
  const { type: channelType } = (await step.configuration()).channel(item.channelId);
  return decide(command, { ...work, channelType }, now);
}

/** The rep's work as it is now: a request past its push time-out is settled first, even before its timer fires. */
async function workOf(step: Step, rep: RepRow, agentWorkId: Id, now: Instant): Promise<StoredWork | null> {
  const [held] = await worksById(step, [agentWorkId]);
  if (held?.work.repId !== rep.id) return null;
  if (!isOverdue(held, now)) return held;
  await timeOutRequests(step, rep);
  return (await worksById(step, [agentWorkId]))[0] ?? null;
}
