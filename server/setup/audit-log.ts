import { and, asc, desc, eq, gt, gte, lt } from 'drizzle-orm';
import { joinedChanges } from '../../src/domain/setup/record-difference.ts';
import type { AuditEntry, FieldChange, NamedRecord, Stale } from '../../src/domain/setup/setup-api.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { Id } from '../../src/domain/values.ts';
import type { Queries } from '../database/database.ts';
import { insertMany } from '../database/many.ts';
import { auditEntries } from '../database/schema/setup.ts';

/** A change for the audit log; the holder and the time are those of the whole transaction. */
export interface NewEntry {
  readonly action: AuditEntry['action'];
  readonly resource: string;
  readonly record: NamedRecord;
  /** The record's version after the change; `null` if it has none. */
  readonly version: number | null;
  readonly changes: readonly FieldChange[];
}

export interface AuditQuery {
  readonly resource: string | null;
  readonly record: Id | null;
  /** From `from` (inclusive) to `to` (exclusive); `null`: unlimited. */
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly limit: number;
  /** Only entries older than this one. */
  readonly before: number | null;
}

/** Writes entries in the transaction of the changes that they describe. */
export async function writeEntries(
  tx: Queries,
  by: NamedRecord,
  at: Instant,
  entries: readonly NewEntry[],
): Promise<void> {
  await insertMany(
    tx,
    auditEntries,
    entries.map(({ record, ...entry }) => ({
      ...entry,
      at,
      byId: by.id,
      byName: by.name,
      recordId: record.id,
      recordName: record.name,
    })),
  );
}

/** The log, latest change first. */
export async function listEntries(
  queries: Queries,
  { resource, record, from, to, limit, before }: AuditQuery,
): Promise<{ items: AuditEntry[]; next: number | null }> {
  const rows = await queries
    .select()
    .from(auditEntries)
    .where(
      and(
        resource === null ? undefined : eq(auditEntries.resource, resource),
        record === null ? undefined : eq(auditEntries.recordId, record),
        from === null ? undefined : gte(auditEntries.at, from),
        to === null ? undefined : lt(auditEntries.at, to),
        before === null ? undefined : lt(auditEntries.number, before),
      ),
    )
    .orderBy(desc(auditEntries.number))
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  return {
    items: shown.map((row) => ({
      id: String(row.number),
      at: row.at,
      by: { id: row.byId, name: row.byName },
      action: row.action,
      resource: row.resource,
      record: { id: row.recordId, name: row.recordName },
      changes: row.changes,
    })),
    next: rows.length > limit ? (shown.at(-1)?.number ?? null) : null,
  };
}

/** The changes of a record since a version, each field once. */
export async function changesSince(
  queries: Queries,
  resource: string,
  id: Id,
  version: number,
): Promise<Stale['changes']> {
  const rows = await queries
    .select()
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.resource, resource),
        eq(auditEntries.recordId, id),
        gt(auditEntries.version, version),
      ),
    )
    .orderBy(asc(auditEntries.number));
  return joinedChanges(
    rows.flatMap(({ changes, byId, byName, at }) =>
      changes.map((change) => ({ ...change, by: { id: byId, name: byName }, at })),
    ),
  );
}
