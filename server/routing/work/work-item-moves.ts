import { and, eq } from 'drizzle-orm';
import { workItems } from '../../database/schema/routing.ts';
import type { StoredWork } from './agent-works.ts';
import type { ResolvedDestination } from '../configuration/destinations.ts';
import type { Step } from '../engine/step.ts';

/** What happens to a work item when its agent work moves. An item that a rep has is guarded by that rep's lock. */

const heldBy = ({ work }: StoredWork) =>
  and(eq(workItems.id, work.workItemId), eq(workItems.agentWorkId, work.id));

/** Returns the item to its queue; it keeps its age. */
export async function returnItem(step: Step, held: StoredWork): Promise<void> {
  await step.tx
    .update(workItems)
    .set({ status: 'waiting', repId: null, agentWorkId: null })
    .where(heldBy(held));
  step.route();
}

/** Sends the item to its destination; it keeps its age. */
export async function sendItem(
  step: Step,
  held: StoredWork,
  { place, named }: ResolvedDestination,
): Promise<void> {
  const free = { status: 'waiting', requiredRepId: null, repId: null, agentWorkId: null } as const;
  // Transferring an invitation passes it on.
  const invitedTo = held.item.invitedTo && named;
  await step.tx
    .update(workItems)
    .set({ ...place, ...free, invitedTo })
    .where(heldBy(held));
  step.route();
}

/** The rep has accepted the item. */
export async function acceptItem(step: Step, held: StoredWork): Promise<void> {
  await step.tx.update(workItems).set({ status: 'accepted' }).where(heldBy(held));
}

/** Settles the item, which frees the rep's capacity. */
export async function settleItem(step: Step, held: StoredWork): Promise<void> {
  await step.tx
    .update(workItems)
    .set({ status: 'settled', repId: null, agentWorkId: null, settledAt: step.now() })
    .where(heldBy(held));
  step.route();
}
