import {
  bigint,
  bigserial,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core';
import type { Origin } from '../../../src/domain/import/here.ts';
import type { ReadFiles } from '../../../src/domain/import/planning/make-plan.ts';
import { id, instant } from './columns.ts';
import { users } from './people.ts';

/** Where records came from, and what imports did. */

/** The file that a record was imported from. A record of any kind has at most one. */
export const metadataOrigins = pgTable(
  'metadata_origins',
  {
    resource: text('resource').$type<Origin['resource']>().notNull(),
    recordId: id('record_id').notNull(),
    type: text('type').$type<Origin['type']>().notNull(),
    fullName: text('full_name').notNull(),
    apiVersion: text('api_version'),
    /** Everything that the file had; `null` for profiles. */
    elements: jsonb('elements').$type<Origin['elements']>(),
    choices: jsonb('choices').$type<Origin['choices']>().notNull(),
    importId: id('import_id').notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.resource, table.recordId] }),
    index('metadata_origins_name').on(table.type, table.fullName),
  ],
);

/** The users of imported usernames, which are in lower case. */
export const usernames = pgTable('usernames', {
  username: text('username').primaryKey(),
  userId: id('user_id')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' }),
});

/** What was read for a plan, until it is applied or a day old. */
export const importPlans = pgTable(
  'import_plans',
  {
    id: id().primaryKey(),
    at: instant('at').notNull(),
    byId: text('by_id').notNull(),
    /** The revision of the configuration that the plan was last made for. */
    revision: bigint('revision', { mode: 'number' }).notNull(),
    read: jsonb('read').$type<ReadFiles>().notNull(),
    usernames: jsonb('usernames').$type<Readonly<Record<string, string>>>().notNull(),
  },
  (table) => [index('import_plans_maker').on(table.byId, table.at)],
);

/** Applied imports. */
export const imports = pgTable('imports', {
  /** That of its audit entries and moves. */
  id: id().primaryKey(),
  at: instant('at').notNull(),
  byId: text('by_id').notNull(),
  byName: text('by_name').notNull(),
  /** When it was undone; `null`: it was not. */
  undoneAt: instant('undone_at'),
  hasMoves: boolean('has_moves').notNull(),
});

/** The records that an import wrote, in order, with what is needed to undo it. */
export const importWrites = pgTable(
  'import_writes',
  {
    number: bigserial('number', { mode: 'number' }).primaryKey(),
    importId: id('import_id').notNull(),
    resource: text('resource').$type<Origin['resource']>().notNull(),
    recordId: id('record_id').notNull(),
    name: text('name').notNull(),
    isNew: boolean('is_new').notNull(),
    /** Without a change of the record, only where it came from was written. */
    isChange: boolean('is_change').notNull(),
    /** The fields before a change; `null`: there was none, or it was created. */
    before: jsonb('before').$type<object>(),
    /** The version after. */
    version: integer('version').notNull(),
    originBefore: jsonb('origin_before').$type<typeof metadataOrigins.$inferSelect>(),
  },
  (table) => [index('import_writes_import').on(table.importId, table.number)],
);
