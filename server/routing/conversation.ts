import { moveWork, type StoredWork } from './agent-works.ts';
import type { Step } from './step.ts';
import { settleItem } from './work-item-moves.ts';

/**
 * The one way a conversation ends, whoever ended it. Wrap-up starts here, once there is one: the item is settled
 * either way, since nothing is left for the customer.
 */
export async function endConversation(
  step: Step,
  held: StoredWork,
  endedBy: 'rep' | 'customer',
): Promise<void> {
  const facts = endedBy === 'customer' ? { customerLeftAt: step.now() } : {};
  await moveWork(step, held, { type: 'conversationEnded', acw: false }, facts);
  await settleItem(step, held);
}
