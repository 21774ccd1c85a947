import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Id } from '../../../src/domain/values.ts';
import { exclusions, workItems } from '../../database/schema/routing.ts';
import type { Step } from '../engine/step.ts';

/** A rep who declined or missed a work item is not offered it again for now: see `exclusion-rounds.ts`. */

/** Records that a rep declined or missed an item, as the latest to do so. */
export async function exclude(step: Step, workItemId: Id, repId: Id): Promise<void> {
  if (step.draft?.repId === repId) return void step.draft.excludedFrom.add(workItemId);
  await step.tx
    .insert(exclusions)
    .values({ workItemId, repId })
    .onConflictDoUpdate({
      target: [exclusions.workItemId, exclusions.repId],
      set: { number: sql`nextval(pg_get_serial_sequence('exclusions', 'number'))` },
    });
}

/** The rep chose Offline themselves: once back online, they may be offered everything again. */
export async function readmit(step: Step, repId: Id): Promise<void> {
  if (step.draft?.repId === repId) return step.draft.readmit('all');
  await step.tx.delete(exclusions).where(eq(exclusions.repId, repId));
}

/** The rep chose an online status themselves: they may be offered work that requires them again. */
export async function readmitToRequired(step: Step, repId: Id): Promise<void> {
  if (step.draft?.repId === repId) return step.draft.readmit('required');
  const required = step.tx
    .select({ id: workItems.id })
    .from(workItems)
    .where(eq(workItems.requiredRepId, repId));
  await step.tx
    .delete(exclusions)
    .where(and(eq(exclusions.repId, repId), inArray(exclusions.workItemId, required)));
}
