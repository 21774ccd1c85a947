import { eq } from 'drizzle-orm';
import { hasConversation } from '../../src/domain/service-channel.ts';
import type { Id } from '../../src/domain/values.ts';
import { StartAgain } from '../database/retry.ts';
import { agentWorks, workItems } from '../database/schema/routing.ts';
import { moveWork, worksById, type StoredWork } from './agent-works.ts';
import { endConversation } from './conversation.ts';
import { lockRep } from './reps.ts';
import type { Step } from './step.ts';
import { settleItem } from './work-item-moves.ts';

/**
 * The customer left. Waiting: nothing is left to do. Offered: the request is canceled. Accepted: the conversation
 * ends; work without one stays the rep's, who finishes it. Repeating it changes nothing.
 */
export async function customerLeft(step: Step, itemId: Id): Promise<void> {
  const item = await lockItem(step, itemId);
  if (!item || item.status === 'settled' || item.customerLeftAt !== null) return;
  await step.tx.update(workItems).set({ customerLeftAt: step.now() }).where(eq(workItems.id, itemId));
  if (item.agentWorkId === null) {
    await step.tx
      .update(workItems)
      .set({ status: 'settled', settledAt: step.now() })
      .where(eq(workItems.id, itemId));
    return;
  }
  const [held] = await worksById(step, [item.agentWorkId]);
  if (held) await leaveRep(step, held);
}

async function leaveRep(step: Step, held: StoredWork): Promise<void> {
  if (held.work.status === 'assigned') {
    await moveWork(step, held, { type: 'canceled', reason: 'customerLeft' });
    return settleItem(step, held);
  }
  const channel = (await step.configuration()).channel(held.item.channelId);
  if (hasConversation(channel.type)) return endConversation(step, held, 'customer');
  await step.tx.update(agentWorks).set({ customerLeftAt: step.now() }).where(eq(agentWorks.id, held.work.id));
  step.touch(held.work.repId);
}

/** Locks an item and first, where a rep has it, that rep's row. Begins again where the item changed hands meanwhile. */
async function lockItem(step: Step, itemId: Id) {
  const [before] = await step.tx
    .select({ repId: workItems.repId })
    .from(workItems)
    .where(eq(workItems.id, itemId));
  if (!before) return null;
  if (before.repId !== null) await lockRep(step, before.repId);
  const [item] = await step.tx.select().from(workItems).where(eq(workItems.id, itemId)).for('update');
  if (item?.repId !== before.repId) throw new StartAgain('The work item changed hands.');
  return item;
}
