import { and, eq } from 'drizzle-orm';
import { workItems } from '../../database/schema/routing.ts';
import type { StoredWork } from './agent-works.ts';
import type { Goal } from '../configuration/destinations.ts';
import type { Step } from '../engine/step.ts';

/** What becomes of a work item when its agent work moves. An item that a rep has is guarded by that rep's lock. */

const heldBy = ({ work }: StoredWork) =>
  and(eq(workItems.id, work.workItemId), eq(workItems.agentWorkId, work.id));

/** The item waits in its queue again, with its age. */
export async function returnItem(step: Step, held: StoredWork): Promise<void> {
  await step.tx
    .update(workItems)
    .set({ status: 'waiting', repId: null, agentWorkId: null })
    .where(heldBy(held));
  step.route();
}

/** The item waits elsewhere, with its age, for whoever may have it there. */
export async function sendItem(step: Step, held: StoredWork, { place, named }: Goal): Promise<void> {
  const free = { status: 'waiting', requiredRepId: null, repId: null, agentWorkId: null } as const;
  // Whoever was asked to join, and transfers that, hands the invitation on.
  const invitedTo = held.item.invitedTo && named;
  await step.tx
    .update(workItems)
    .set({ ...place, ...free, invitedTo })
    .where(heldBy(held));
  step.route();
}

/** The rep has accepted it. */
export async function acceptItem(step: Step, held: StoredWork): Promise<void> {
  await step.tx.update(workItems).set({ status: 'accepted' }).where(heldBy(held));
}

/** Nothing is left to do, and the rep has room again. */
export async function settleItem(step: Step, held: StoredWork): Promise<void> {
  await step.tx
    .update(workItems)
    .set({ status: 'settled', repId: null, agentWorkId: null, settledAt: step.now() })
    .where(heldBy(held));
  step.route();
}
