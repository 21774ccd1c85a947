import { inArray, lt } from 'drizzle-orm';
import type { Instant, Milliseconds } from '../../../src/domain/time.ts';
import type { Database } from '../../database/database.ts';
import { alertReceipts, commandRecords, exclusions, workItems } from '../../database/schema/routing.ts';

export const BETWEEN_PURGES: Milliseconds = 3_600_000;
/** A command may be repeated for at least 24 hours. */
const RECORDS_KEPT: Milliseconds = 25 * 3_600_000;

/** So long can be asked why a request was missed. */
export const RECEIPTS_KEPT: Milliseconds = 30 * 24 * 3_600_000;

/** Forgets what nobody asks for any more: old commands, old receipts, and who declined work that waits no longer. */
export async function purge({ queries }: Database, now: Instant): Promise<void> {
  await queries.delete(commandRecords).where(lt(commandRecords.at, now - RECORDS_KEPT));
  await queries.delete(alertReceipts).where(lt(alertReceipts.receivedAt, now - RECEIPTS_KEPT));
  const over = queries
    .select({ id: workItems.id })
    .from(workItems)
    .where(inArray(workItems.status, ['accepted', 'settled']));
  await queries.delete(exclusions).where(inArray(exclusions.workItemId, over));
}
