import { and, eq } from 'drizzle-orm';
import { workItems } from '../../database/schema/routing.ts';
import type { StoredWork } from './agent-works.ts';
import type { ResolvedDestination } from '../configuration/destinations.ts';
import type { Step } from '../engine/step.ts';
import type { ItemState } from '../reps/rep-draft.ts';

/** What happens to a work item when its agent work moves. An item that a rep has is guarded by that rep's lock. */

const heldBy = ({ work }: StoredWork) =>
  and(eq(workItems.id, work.workItemId), eq(workItems.agentWorkId, work.id));

/** Returns the item to its queue; it keeps its age. */
export async function returnItem(step: Step, held: StoredWork): Promise<void> {
  await changeItem(step, held, { status: 'waiting', freed: true, settled: false });
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
  await changeItem(step, held, { status: 'accepted', freed: false, settled: false });
}

/** Settles the item, which frees the rep's capacity. */
export async function settleItem(step: Step, held: StoredWork): Promise<void> {
  await changeItem(step, held, { status: 'settled', freed: true, settled: true });
  step.route();
}

async function changeItem(step: Step, held: StoredWork, state: ItemState): Promise<void> {
  if (step.draft) return step.draft.changeItem(held.work.id, state);
  await step.tx
    .update(workItems)
    .set({
      status: state.status,
      ...(state.freed && { repId: null, agentWorkId: null }),
      ...(state.settled && { settledAt: step.now() }),
    })
    .where(heldBy(held));
}
