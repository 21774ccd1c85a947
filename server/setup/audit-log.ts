import { and, asc, desc, eq, exists, gt, gte, lt, or, sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { joinedChanges } from '../../src/domain/setup/record-difference.ts';
import type { AuditEntry, FieldChange, NamedRecord, Stale } from '../../src/domain/setup/setup-api.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { Id } from '../../src/domain/values.ts';
import type { Queries } from '../database/database.ts';
import { insertMany } from '../database/many.ts';
import { assignmentChanges, assignmentMoves, auditEntries } from '../database/schema/setup.ts';
import { namesInChanges } from './names-in-changes.ts';

/** A change for the audit log; the holder and the time are those of the whole transaction. */
export interface NewEntry {
  readonly action: AuditEntry['action'];
  readonly resource: string;
  readonly record: NamedRecord;
  /** The record's version after the change; `null` if it has none. */
  readonly version: number | null;
  readonly changes: readonly FieldChange[];
  /** The change of assignments, or the import, that it is part of. */
  readonly changeId?: Id;
}

export interface AuditQuery {
  readonly resource: string | null;
  readonly record: Id | null;
  readonly action: AuditEntry['action'] | null;
  /** Part of the name of a record, or of whoever changed it, ignoring case; empty: every entry. */
  readonly search: string;
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
  { resource, record, action, search, from, to, limit, before }: AuditQuery,
): Promise<{ items: AuditEntry[]; next: number | null }> {
  const rows = await queries
    .select({ entry: auditEntries, undoneBy: assignmentChanges.undoneBy })
    .from(auditEntries)
    .leftJoin(assignmentChanges, eq(assignmentChanges.id, auditEntries.changeId))
    .where(
      and(
        about(queries, resource, record),
        action === null ? undefined : eq(auditEntries.action, action),
        search === ''
          ? undefined
          : or(names(search, auditEntries.recordName), names(search, auditEntries.byName)),
        from === null ? undefined : gte(auditEntries.at, from),
        to === null ? undefined : lt(auditEntries.at, to),
        before === null ? undefined : lt(auditEntries.number, before),
      ),
    )
    .orderBy(desc(auditEntries.number))
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  const namesIn = await namesInChanges(
    queries,
    shown.map(({ entry }) => entry.changes),
  );
  return {
    items: shown.map(({ entry: row, undoneBy }) => ({
      id: String(row.number),
      at: row.at,
      by: { id: row.byId, name: row.byName },
      action: row.action,
      resource: row.resource,
      record: { id: row.recordId, name: row.recordName },
      changes: row.changes,
      names: namesIn(row.changes),
      assignmentChange:
        row.changeId === null || (row.action !== 'assigned' && row.action !== 'undone')
          ? null
          : { id: row.changeId, isUndone: undoneBy !== null },
    })),
    next: rows.length > limit ? (shown.at(-1)?.entry.number ?? null) : null,
  };
}

const names = (search: string, name: PgColumn): SQL => sql`position(lower(${search}) in lower(${name})) > 0`;

/** The entries of a resource, or of one record; those of a presence configuration include who moved there or away. */
function about(queries: Queries, resource: string | null, record: Id | null): SQL | undefined {
  const own = and(
    resource === null ? undefined : eq(auditEntries.resource, resource),
    record === null ? undefined : eq(auditEntries.recordId, record),
  );
  if (resource !== 'presence-configurations' || record === null) return own;
  const { changeId, kind, subjectId, fromId, toId } = assignmentMoves;
  const moves = queries
    .select({ one: sql`1` })
    .from(assignmentMoves)
    .where(
      and(
        eq(changeId, auditEntries.changeId),
        eq(subjectId, auditEntries.recordId),
        sql`${kind} || 's' = ${auditEntries.resource}`,
        or(eq(fromId, record), eq(toId, record)),
      ),
    );
  return or(own, exists(moves));
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
