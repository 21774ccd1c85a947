import { createHash, randomUUID } from 'node:crypto';
import { and, asc, eq } from 'drizzle-orm';
import { sameDeveloperName } from '../../../src/domain/setup/developer-name.ts';
import type { Instant } from '../../../src/domain/time.ts';
import type { Id } from '../../../src/domain/values.ts';
import type { Violation } from '../../../src/domain/violations.ts';
import * as rules from '../../../src/domain/rules.ts';
import type { NewWorkItem } from '../../../src/domain/work/work-item.ts';
import type { Database, Queries, Statement } from '../../database/database.ts';
import { toJson, toJsonRow } from '../../database/json-rows.ts';
import { serviceChannels } from '../../database/schema/configuration.ts';
import { queues } from '../../database/schema/queues.ts';
import { workItems } from '../../database/schema/routing.ts';
import { Gathered } from '../../gathered.ts';
import type { WorkItemCreation, WorkItemView } from '../engine/engine.ts';
import { canonicalJson } from '../configuration/canonical-json.ts';
import type { ConfigurationCache } from '../configuration/configuration-cache.ts';
import type { ConfigurationView } from '../configuration/configuration-view.ts';

const viewColumns = {
  id: workItems.id,
  status: workItems.status,
  channel: serviceChannels.developerName,
  queue: queues.developerName,
  subject: workItems.subject,
  customerName: workItems.customerName,
  recordId: workItems.recordId,
  createdAt: workItems.createdAt,
  customerLeftAt: workItems.customerLeftAt,
  repId: workItems.repId,
};

/**
 * A work item as work sources see it; `null` if there is none. In a conversation with several reps it belongs to one of
 * them until the last one leaves.
 */
export async function viewWorkItem(queries: Queries, id: Id): Promise<WorkItemView | null> {
  const view = () =>
    queries
      .select({ ...viewColumns, conferenceId: workItems.conferenceId })
      .from(workItems)
      .innerJoin(serviceChannels, eq(serviceChannels.id, workItems.channelId))
      .innerJoin(queues, eq(queues.id, workItems.queueId));
  const [found] = await view().where(eq(workItems.id, id));
  if (!found) return null;
  const { conferenceId, ...item } = found;
  if (conferenceId === null) return item;
  const seats = await view().where(eq(workItems.conferenceId, conferenceId)).orderBy(asc(workItems.number));
  const customerLeftAt = seats.find((seat) => seat.customerLeftAt !== null)?.customerLeftAt ?? null;
  const taken = item.status === 'accepted' ? item : seats.find(({ status }) => status === 'accepted');
  const { status, repId } = taken ?? item;
  return { ...item, status, repId, customerLeftAt };
}

interface NewItem {
  readonly source: string;
  readonly idempotencyKey: string;
  readonly item: NewWorkItem;
}

const ITEMS_IN_STATEMENT = 100;

const insert: Statement = {
  name: 'insert_work_items',
  text: `
    insert into work_items (id, source, idempotency_key, content_hash, channel_id, queue_id, required_rep_id, subject,
      customer_name, highlights, record_id, status, created_at)
    select id, source, idempotency_key, content_hash, channel_id, queue_id, required_rep_id, subject, customer_name,
      highlights, record_id, 'waiting', $2::bigint
    from jsonb_to_recordset($1::jsonb) as g(id text, source text, idempotency_key text, content_hash text,
      channel_id text, queue_id text, required_rep_id text, subject text, customer_name text, highlights jsonb,
      record_id text)
    on conflict (source, idempotency_key) do nothing
    returning id`,
};

/**
 * Creates work items, once for each key of a source; those that come together by one statement. A repeated key is not
 * validated again. Names are looked up in the configuration that this process has cached, which is reloaded only if
 * they are missing.
 */
export function workItemCreation(
  database: Database,
  cache: ConfigurationCache,
  now: () => Instant,
): (request: NewItem) => Promise<WorkItemCreation> {
  const gathered = new Gathered<{ readonly id: Id }, Instant | null>(async (items) => {
    const at = now();
    const rows = await database.run<{ id: Id }>(insert, [toJson(items), at]);
    const created = new Set(rows.map(({ id }) => id));
    return items.map(({ id }) => (created.has(id) ? at : null));
  }, ITEMS_IN_STATEMENT);
  return (request) => createWorkItem(database, cache, request, (item) => gathered.add(item));
}

async function createWorkItem(
  { queries }: Database,
  cache: ConfigurationCache,
  request: NewItem,
  store: (item: { readonly id: Id }) => Promise<Instant | null>,
): Promise<WorkItemCreation> {
  const { source, idempotencyKey, item } = request;
  const contentHash = createHash('sha256').update(canonicalJson(item)).digest('hex');
  const earlier = () => madeBy(queries, source, idempotencyKey, contentHash);
  let found = references(await cache.known(queries), item);
  if (!found.ok) found = references(await cache.current(queries), item);
  if (!found.ok) return (await earlier()) ?? { kind: 'invalid', violations: found.violations };
  const { subject, customerName, highlights, recordId, requiredRepId } = item;
  const id = randomUUID();
  const row = {
    id,
    source,
    idempotencyKey,
    contentHash,
    ...found.ids,
    subject,
    customerName,
    highlights,
    recordId,
    requiredRepId,
  };
  const createdAt = await store({ ...toJsonRow(workItems, row), id });
  if (createdAt === null) {
    const made = await earlier();
    if (!made) throw new Error('A work item was neither created nor found.');
    return made;
  }
  return {
    kind: 'created',
    workItem: {
      id,
      status: 'waiting',
      ...found.names,
      subject,
      customerName,
      recordId,
      createdAt,
      customerLeftAt: null,
      repId: null,
    },
  };
}

async function madeBy(
  queries: Queries,
  source: string,
  idempotencyKey: string,
  contentHash: string,
): Promise<WorkItemCreation | null> {
  const [earlier] = await queries
    .select({ id: workItems.id, contentHash: workItems.contentHash })
    .from(workItems)
    .where(and(eq(workItems.source, source), eq(workItems.idempotencyKey, idempotencyKey)));
  if (!earlier) return null;
  if (earlier.contentHash !== contentHash) return { kind: 'keyReused' };
  const workItem = await viewWorkItem(queries, earlier.id);
  return workItem && { kind: 'repeated', workItem };
}

/** The records that a new item names, or a violation for each that does not exist. */
function references(configuration: ConfigurationView, item: NewWorkItem) {
  const channel = configuration.channels.find((one) => sameDeveloperName(one.developerName, item.channel));
  const queue = [...configuration.queues.values()].find((one) =>
    sameDeveloperName(one.developerName, item.queue),
  );
  const { requiredRepId: repId } = item;
  const violations: Violation[] = [];
  if (!channel) violations.push({ pointer: '/channel', ...rules.channelNamed() });
  if (!queue) violations.push({ pointer: '/queue', ...rules.queueNamed() });
  if (repId !== null && !configuration.isRep(repId))
    violations.push({ pointer: '/requiredRepId', ...rules.repActive() });
  else if (repId !== null && queue && !queue.memberIds.has(repId))
    violations.push({ pointer: '/requiredRepId', ...rules.repInQueue() });
  if (!channel || !queue || violations.length > 0) return { ok: false as const, violations };
  return {
    ok: true as const,
    ids: { channelId: channel.id, queueId: queue.id },
    names: { channel: channel.developerName, queue: queue.developerName },
  };
}
