import { bigserial, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { AuditEntry, FieldChange, Move } from '../../../src/domain/setup/setup-api.ts';
import { id, instant } from './columns.ts';

/** What administrators did. Nothing here references other tables: it outlives the records it describes. */

/** Every change of a record. Setup's transactions are serialized, so numbers are in the order of commits. */
export const auditEntries = pgTable(
  'audit_entries',
  {
    number: bigserial('number', { mode: 'number' }).primaryKey(),
    at: instant('at').notNull(),
    byId: text('by_id').notNull(),
    byName: text('by_name').notNull(),
    action: text('action').$type<AuditEntry['action']>().notNull(),
    resource: text('resource').notNull(),
    recordId: id('record_id').notNull(),
    recordName: text('record_name').notNull(),
    /** The record's version after the change; `null` if it has none. */
    version: integer('version'),
    /** The change of assignments, or the import, that it is part of; `null`: none. */
    changeId: id('change_id'),
    changes: jsonb('changes').$type<FieldChange[]>().notNull(),
  },
  (table) => [
    index('audit_entries_record').on(table.recordId, table.number),
    index('audit_entries_resource').on(table.resource, table.number),
    index('audit_entries_at').on(table.at),
    index('audit_entries_change').on(table.changeId),
  ],
);

/** Changes of assignments. */
export const assignmentChanges = pgTable('assignment_changes', {
  id: id().primaryKey(),
  at: instant('at').notNull(),
  byId: text('by_id').notNull(),
  byName: text('by_name').notNull(),
  /** The change that undid this one; `null`: none. */
  undoneBy: id('undone_by'),
});

/** The people whom such a change moved. `null`: no assignment of their own. */
export const assignmentMoves = pgTable(
  'assignment_moves',
  {
    number: bigserial('number', { mode: 'number' }).primaryKey(),
    changeId: id('change_id').notNull(),
    kind: text('kind').$type<Move['kind']>().notNull(),
    subjectId: id('subject_id').notNull(),
    subjectName: text('subject_name').notNull(),
    fromId: id('from_id'),
    fromName: text('from_name'),
    toId: id('to_id'),
    toName: text('to_name'),
  },
  (table) => [
    index('assignment_moves_change').on(table.changeId),
    index('assignment_moves_subject').on(table.subjectId, table.number),
    index('assignment_moves_from').on(table.fromId, table.number),
    index('assignment_moves_to').on(table.toId, table.number),
  ],
);
