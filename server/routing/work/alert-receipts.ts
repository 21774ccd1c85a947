import { and, asc, desc, eq, gte, inArray, lt, sql } from 'drizzle-orm';
import type { AlertReceipt } from '../../../src/domain/alerts/alert-receipt.ts';
import { explainAlert } from '../../../src/domain/alerts/explain-alert.ts';
import type { Instant } from '../../../src/domain/time.ts';
import type { Id } from '../../../src/domain/values.ts';
import type { Database, Queries, Statement } from '../../database/database.ts';
import { toJson } from '../../database/json-rows.ts';
import { queues } from '../../database/schema/queues.ts';
import { agentWorks, alertReceipts, workItems } from '../../database/schema/routing.ts';
import { Gathered } from '../../gathered.ts';
import type { AlertQuery, ExplainedAlert, PlaceOfOffer } from '../engine/engine.ts';

/**
 * Stores a panel's alert receipts, the first of each kind per request. Receipts for anything but this rep's agent work
 * are ignored. No decision depends on them, so this needs neither the rep's lock nor a transaction.
 */
export function receiptNotes(
  database: Database,
  now: () => Instant,
): (repId: Id, receipts: readonly AlertReceipt[]) => Promise<void> {
  const gathered = new Gathered<{ repId: Id; receipts: readonly AlertReceipt[] }, null>(async (panels) => {
    const first = new Map<string, object>();
    for (const { repId, receipts } of panels)
      for (const { agentWorkId, ...receipt } of receipts) {
        const key = `${agentWorkId} ${receipt.kind} ${repId}`;
        if (!first.has(key)) first.set(key, { ...receipt, agent_work_id: agentWorkId, rep_id: repId });
      }
    await database.run(note, [toJson([...first.values()]), now()]);
    return panels.map(() => null);
  }, PANELS_IN_STATEMENT);
  return async (repId, receipts) => {
    if (receipts.length > 0) await gathered.add({ repId, receipts });
  };
}

const PANELS_IN_STATEMENT = 50;

// A wrong clock must not date a receipt before the offer or in the future.
const note: Statement = {
  name: 'note_receipts',
  text: `
    insert into alert_receipts (agent_work_id, kind, at, received_at, visibility, reason, detail)
    select w.id, g.kind, greatest(w.offered_at, least(g.at, $2::bigint)), $2::bigint, g.visibility, g.reason, g.detail
    from jsonb_to_recordset($1::jsonb) as g(
      agent_work_id text, rep_id text, kind text, at bigint, visibility text, reason text, detail text)
    join agent_works w on w.id = g.agent_work_id and w.rep_id = g.rep_id
    on conflict do nothing`,
};

const alertColumns = {
  agentWorkId: agentWorks.id,
  workItemId: agentWorks.workItemId,
  subject: workItems.subject,
  queue: { id: queues.id, name: queues.name },
  status: agentWorks.status,
  cancelReason: agentWorks.cancelReason,
  openedBy: agentWorks.openedBy,
  offeredAt: agentWorks.offeredAt,
  openedAt: agentWorks.openedAt,
  settledAt: agentWorks.settledAt,
  flag: agentWorks.flag,
  stamp: agentWorks.stamp,
};

/** What happened to a rep's requests, latest offer first, including those without any receipt. */
export async function listAlerts(
  queries: Queries,
  { repId, from, to, limit, before }: AlertQuery,
): Promise<{ items: ExplainedAlert[]; next: PlaceOfOffer | null }> {
  const place = sql`(${agentWorks.offeredAt}, ${agentWorks.id})`;
  const works = await queries
    .select(alertColumns)
    .from(agentWorks)
    .innerJoin(workItems, eq(workItems.id, agentWorks.workItemId))
    .innerJoin(queues, eq(queues.id, workItems.queueId))
    .where(
      and(
        eq(agentWorks.repId, repId),
        gte(agentWorks.offeredAt, from),
        lt(agentWorks.offeredAt, to),
        before ? sql`${place} < (${before.offeredAt}, ${before.id})` : undefined,
      ),
    )
    .orderBy(desc(agentWorks.offeredAt), desc(agentWorks.id))
    .limit(limit + 1);
  const shown = works.slice(0, limit);
  const receipts = await receiptsOf(
    queries,
    shown.map(({ agentWorkId }) => agentWorkId),
  );
  const items = shown.map(({ stamp, ...alert }): ExplainedAlert => {
    const known = receipts.get(alert.agentWorkId) ?? [];
    return { ...alert, receipts: known, explanation: explainAlert({ ...alert, stamp }, known) };
  });
  const last = works.length > limit ? shown.at(-1) : undefined;
  return { items, next: last ? { offeredAt: last.offeredAt, id: last.agentWorkId } : null };
}

async function receiptsOf(
  queries: Queries,
  agentWorkIds: Id[],
): Promise<Map<Id, ExplainedAlert['receipts'][number][]>> {
  if (agentWorkIds.length === 0) return new Map();
  const rows = await queries
    .select()
    .from(alertReceipts)
    .where(inArray(alertReceipts.agentWorkId, agentWorkIds))
    .orderBy(asc(alertReceipts.at), asc(alertReceipts.receivedAt), asc(alertReceipts.kind));
  const receipts = new Map<Id, ExplainedAlert['receipts'][number][]>();
  for (const { agentWorkId, reason, detail, ...receipt } of rows) {
    const known = { ...receipt, ...(reason !== null && { reason }), ...(detail !== null && { detail }) };
    receipts.set(agentWorkId, [...(receipts.get(agentWorkId) ?? []), known]);
  }
  return receipts;
}
