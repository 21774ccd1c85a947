import { eq, or, sql } from 'drizzle-orm';
import { hasConversation } from '../../../src/domain/configuration/service-channel.ts';
import type { Id } from '../../../src/domain/values.ts';
import { agentWorks, workItems } from '../../database/schema/routing.ts';
import { moveWork, worksById, type StoredWork } from './agent-works.ts';
import { endConversation } from './conversation.ts';
import { lockItems } from './lock-items.ts';
import type { Step } from '../engine/step.ts';
import { settleItem } from './work-item-moves.ts';

/**
 * The customer left. Waiting work is settled, an offered request is canceled, and an accepted conversation ends for all
 * reps in it; accepted work without a conversation stays with the rep, who finishes it. Idempotent.
 */
export async function customerLeft(step: Step, itemId: Id): Promise<void> {
  const conference = sql`(select ${workItems.conferenceId} from ${workItems} where ${workItems.id} = ${itemId})`;
  const which = or(eq(workItems.id, itemId), eq(workItems.conferenceId, conference));
  if (which) for (const item of await lockItems(step, which)) await leave(step, item);
}

async function leave(step: Step, item: typeof workItems.$inferSelect): Promise<void> {
  if (item.status === 'settled' || item.customerLeftAt !== null) return;
  await step.tx.update(workItems).set({ customerLeftAt: step.now() }).where(eq(workItems.id, item.id));
  if (item.agentWorkId === null) {
    await step.tx
      .update(workItems)
      .set({ status: 'settled', settledAt: step.now() })
      .where(eq(workItems.id, item.id));
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
