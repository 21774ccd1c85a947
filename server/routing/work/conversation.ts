import { acwAfter, acwFacts } from './acw.ts';
import { moveWork, type StoredWork } from './agent-works.ts';
import { tellOthers } from './conference.ts';
import type { Step } from '../engine/step.ts';
import { settleItem } from './work-item-moves.ts';

/**
 * The one way a conversation ends for a rep, whoever ended it. Wrap-up starts where the rep's configuration gives time for
 * it; the item is settled either way. Where others are in the conversation, theirs goes on: each has an item of their own.
 */
export async function endConversation(
  step: Step,
  held: StoredWork,
  endedBy: 'rep' | 'customer',
): Promise<void> {
  // The customer leaves all at once.
  if (endedBy === 'rep') await tellOthers(step, held, 'leaves');
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
