import { destinationRefused } from '../../../src/domain/work/answer-rules.ts';
import * as refusals from '../../../src/domain/work/refusals.ts';
import type { Destination } from '../../../src/domain/work/transfer.ts';
import type { CommandOutcome } from '../../../src/protocol/messages.ts';
import { acwAfter, acwFacts } from '../work/acw.ts';
import { moveWork, type StoredWork } from '../work/agent-works.ts';
import { invite, updateOtherReps } from '../work/conference.ts';
import { resolveDestination, type ResolvedDestination } from '../configuration/destinations.ts';
import { exclude } from '../offers/exclusions.ts';
import { done, refused } from './outcomes.ts';
import type { Step } from '../engine/step.ts';
import { sendItem } from '../work/work-item-moves.ts';

/** A locked rep transfers accepted work or, with `conference`, invites somebody to its conversation. */
export async function transferWork(
  step: Step,
  held: StoredWork,
  destination: Destination,
  conference: boolean,
): Promise<CommandOutcome> {
  const configuration = await step.configuration();
  const { type } = configuration.channel(held.item.channelId);
  const resolved = resolveDestination(configuration, destination);
  if (!resolved) return refused(refusals.destinationUnknown);
  const selected = configuration.effective(held.work.repId)?.settings.transferDestinations.value;
  const refusal = selected ? destinationRefused(selected, type, destination) : refusals.destinationNotAllowed;
  if (refusal) return refused(refusal);
  if (conference) await invite(step, held, resolved);
  else await sendToDestination(step, held, resolved);
  return done;
}

/**
 * The item waits at its destination and keeps its age; this rep is not offered it again for now. Wrap-up starts as
 * after any conversation.
 */
async function sendToDestination(step: Step, held: StoredWork, resolved: ResolvedDestination): Promise<void> {
  const { work, item } = held;
  await updateOtherReps(step, held, 'leaves');
  const acw = await acwAfter(step, held);
  await moveWork(step, held, { type: 'transferred' }, { transferredTo: resolved.named });
  if (acw) {
    const transferred: StoredWork = { work: { ...work, status: 'transferred' }, item };
    await moveWork(step, transferred, { type: 'acwStarted' }, acwFacts(step, acw));
  }
  await exclude(step, item.id, work.repId);
  await sendItem(step, held, resolved);
}
