import { inArray, lt } from 'drizzle-orm';
import type { Instant, Milliseconds } from '../../../src/domain/time.ts';
import type { Database } from '../../database/database.ts';
import { alertReceipts, commandRecords, exclusions, workItems } from '../../database/schema/routing.ts';

export const PURGE_INTERVAL: Milliseconds = 3_600_000;
/** Commands can be repeated for at least 24 hours. */
const RECORDS_KEPT: Milliseconds = 25 * 3_600_000;

/** For this long, administrators can look up why a request was missed. */
export const RECEIPTS_KEPT: Milliseconds = 30 * 24 * 3_600_000;

/** Deletes what is no longer needed: old commands, old receipts, and exclusions from work that no longer waits. */
export async function purge({ queries }: Database, now: Instant): Promise<void> {
  await queries.delete(commandRecords).where(lt(commandRecords.at, now - RECORDS_KEPT));
  await queries.delete(alertReceipts).where(lt(alertReceipts.receivedAt, now - RECEIPTS_KEPT));
  const over = queries
    .select({ id: workItems.id })
    .from(workItems)
    .where(inArray(workItems.status, ['accepted', 'settled']));
  await queries.delete(exclusions).where(inArray(exclusions.workItemId, over));
}
