import { asc, type SQL } from 'drizzle-orm';
import { RetryTransaction } from '../../database/retry.ts';
import { workItems } from '../../database/schema/routing.ts';
import { lockReps } from '../reps/reps.ts';
import type { Step } from '../engine/step.ts';

/** Locks items, after the rows of the reps who have them. Starts over if one changed hands in the meantime. */
export async function lockItems(step: Step, which: SQL): Promise<(typeof workItems.$inferSelect)[]> {
  const before = await step.tx
    .select({ id: workItems.id, repId: workItems.repId })
    .from(workItems)
    .where(which)
    .orderBy(asc(workItems.id));
  await lockReps(step, [...new Set(before.flatMap(({ repId }) => repId ?? []))]);
  const items = await step.tx.select().from(workItems).where(which).orderBy(asc(workItems.id)).for('update');
  const isAsBefore =
    items.length === before.length &&
    items.every(({ id, repId }, index) => before[index]?.id === id && before[index].repId === repId);
  if (!isAsBefore) throw new RetryTransaction('A work item changed hands.');
  return items;
}
