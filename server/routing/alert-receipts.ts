import { and, eq, inArray } from 'drizzle-orm';
import type { AlertReceipt } from '../../src/domain/alert-receipt.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { Id } from '../../src/domain/values.ts';
import type { Queries } from '../database/database.ts';
import { agentWorks, alertReceipts } from '../database/schema/routing.ts';

/**
 * Keeps what a panel of this rep saw happen of its requests, the first of each kind. What is no agent work of the rep is
 * passed over. Decides nothing, so that it needs neither the rep's lock nor a transaction.
 */
export async function noteReceipts(
  queries: Queries,
  repId: Id,
  receipts: readonly AlertReceipt[],
  now: Instant,
): Promise<void> {
  if (receipts.length === 0) return;
  const named = [...new Set(receipts.map(({ agentWorkId }) => agentWorkId))];
  const works = await queries
    .select({ id: agentWorks.id, offeredAt: agentWorks.offeredAt })
    .from(agentWorks)
    .where(and(eq(agentWorks.repId, repId), inArray(agentWorks.id, named)));
  const offers = new Map(works.map(({ id, offeredAt }) => [id, offeredAt]));
  const rows = receipts.flatMap(({ at, ...receipt }) => {
    const offeredAt = offers.get(receipt.agentWorkId);
    if (offeredAt === undefined) return [];
    // A wrong clock must not put a receipt where it cannot have been.
    return [{ ...receipt, at: Math.max(offeredAt, Math.min(at, now)), receivedAt: now }];
  });
  if (rows.length > 0) await queries.insert(alertReceipts).values(rows).onConflictDoNothing();
}
