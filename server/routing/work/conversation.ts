import { acwAfter, acwFacts } from './acw.ts';
import { moveWork, type StoredWork } from './agent-works.ts';
import { updateOtherReps } from './conference.ts';
import type { Step } from '../engine/step.ts';
import { settleItem } from './work-item-moves.ts';

/**
 * Ends a conversation for a rep, whoever ended it. Wrap-up starts if the rep's configuration has it; the item is
 * settled either way. For other reps in the conversation it goes on: each has an item of their own.
 */
export async function endConversation(
  step: Step,
  held: StoredWork,
  endedBy: 'rep' | 'customer',
): Promise<void> {
  // A customer who leaves ends it for all reps at once.
  if (endedBy === 'rep') await updateOtherReps(step, held, 'leaves');
  const acw = await acwAfter(step, held);
  const left = endedBy === 'customer' ? { customerLeftAt: step.now() } : {};
  await moveWork(
    step,
    held,
    { type: 'conversationEnded', acw: acw !== null },
    { ...left, ...acwFacts(step, acw) },
  );
  await settleItem(step, held);
}
