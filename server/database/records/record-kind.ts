import { and, asc, eq, getTableColumns, inArray, ne, sql, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type * as v from 'valibot';
import { sameValue } from '../../../src/domain/pointers.ts';
import type { SetupResource } from '../../../src/domain/setup/setup-api.ts';
import type { Id } from '../../../src/domain/values.ts';
import { developerNameTaken, type BrokenRule } from '../../../src/domain/rules.ts';
import { checkWithLookups, pointerTo, type Checked, type Violation } from '../../../src/domain/violations.ts';
import type { Queries } from '../database.ts';
import { insertMany, isOneOf } from '../many.ts';
import { metadataOrigins } from '../schema/imports.ts';
import { accepted, raiseRevision } from './checked.ts';

/** A table of records that administrators edit. */
export type RecordTable = PgTable & { readonly id: PgColumn; readonly version: PgColumn };

/** A row of such a table, by the column names of the schema. */
export type Row = Readonly<Record<string, unknown>> & { readonly id: Id; readonly version: number };

/** A field that is a list of ids, in a separate table. Its columns are named as in the schema. */
interface ListField {
  readonly field: string;
  readonly table: PgTable;
  readonly owner: string;
  readonly item: string;
  /** The column that keeps the order, if it matters. */
  readonly position?: string;
}

/** How the records of one resource are stored and checked: everything that differs between resources. */
export interface RecordKind<Fields extends object = object> {
  readonly resource: SetupResource | 'presence-configurations';
  /** The word for one record in sentences: "queue". */
  readonly word: string;
  readonly table: RecordTable;
  /** The name of a record, as SQL and from its fields. */
  readonly label: SQL<string>;
  readonly nameOf: (fields: Fields) => string;
  readonly lists: readonly ListField[];
  /** The other fields, from and to the columns of the table. */
  readonly fromRow: (row: Row) => object;
  readonly toRow: (fields: Fields) => object;
  /** Checks every rule, including those that query other records. `id` is the record's own, new or not. */
  readonly check: (queries: Queries, input: unknown, id: Id) => Promise<Checked<Fields>>;
}

/** A record as it is stored. */
export interface StoredRecord<Fields> {
  readonly id: Id;
  readonly version: number;
  readonly fields: Fields;
  /** The whole row, including columns that are not fields. */
  readonly row: Row;
}

/** The fields as stored in the columns. */
export function plainFields({ id: _, version: __, ...fields }: Row): object {
  return fields;
}

/** The records with these ids, or all of them, in no particular order. */
export async function readRecords<Fields extends object>(
  queries: Queries,
  kind: RecordKind<Fields>,
  ids?: readonly Id[],
): Promise<StoredRecord<Fields>[]> {
  if (ids?.length === 0) return [];
  const rows = (await queries
    .select()
    .from(kind.table as PgTable)
    .where(ids && inArray(kind.table.id, [...ids]))) as Row[];
  const lists: Record<string, Map<Id, Id[]>> = {};
  for (const list of kind.lists) lists[list.field] = await readList(queries, list, ids);
  return rows.map((row) => {
    const listed = Object.entries(lists).map(([field, of]) => [field, of.get(row.id) ?? []]);
    const fields = { ...kind.fromRow(row), ...Object.fromEntries(listed) } as Fields;
    return { id: row.id, version: row.version, fields, row };
  });
}

/** Adds a record, checked against every rule. `extra` columns are not fields. Throws `RecordRefused`. */
export async function insertRecord<Fields extends object>(
  tx: Queries,
  kind: RecordKind<Fields>,
  id: Id,
  input: unknown,
  extra: object = {},
): Promise<Fields> {
  const fields = accepted(await kind.check(tx, input, id));
  await tx.insert(kind.table).values({ id, ...kind.toRow(fields), ...extra } as never);
  for (const list of kind.lists) await insertList(tx, list, id, fields);
  await raiseRevision(tx);
  return fields;
}

/**
 * Replaces the fields of a record, checked against every rule. Returns whether anything changed; if not, nothing is
 * written. Throws `RecordRefused`.
 */
export async function updateRecord<Fields extends object>(
  tx: Queries,
  kind: RecordKind<Fields>,
  { id, fields: known }: Pick<StoredRecord<Fields>, 'id' | 'fields'>,
  input: unknown,
  extra: object = {},
): Promise<boolean> {
  const fields = accepted(await kind.check(tx, input, id));
  if (sameValue(inOrder(kind, known), inOrder(kind, fields))) return false;
  await tx
    .update(kind.table)
    .set({ ...kind.toRow(fields), ...extra, version: sql`${kind.table.version} + 1` } as never)
    .where(eq(kind.table.id, id));
  for (const list of kind.lists) {
    await tx.delete(list.table).where(eq(columnOf(list.table, list.owner), id));
    await insertList(tx, list, id, fields);
  }
  await raiseRevision(tx);
  return true;
}

/** The fields with their lists as stored: sorted, unless the order matters. */
function inOrder<Fields extends object>({ lists }: Pick<RecordKind, 'lists'>, fields: Fields): Fields {
  const listed = fields as Readonly<Record<string, readonly Id[]>>;
  const sorted = lists
    .filter(({ position }) => position === undefined)
    .map(({ field }) => [field, [...(listed[field] ?? [])].sort()]);
  return { ...fields, ...(Object.fromEntries(sorted) as Partial<Fields>) };
}

export async function deleteRecord(
  tx: Queries,
  { table, resource }: Pick<RecordKind, 'table' | 'resource'>,
  id: Id,
): Promise<void> {
  await tx.delete(table).where(eq(table.id, id));
  await tx
    .delete(metadataOrigins)
    .where(and(sql`${metadataOrigins.resource} = ${resource}`, eq(metadataOrigins.recordId, id)));
  await raiseRevision(tx);
}

/** A rule about a field that depends on other records. `id` is that of the record with the field. */
export interface RecordRule<Fields> {
  readonly field: string;
  readonly ask: (queries: Queries, fields: Fields, id: Id) => Promise<Violation[]>;
}

/** The check of a kind: its schema, and rules that query other records. */
export function checkedBy<Schema extends v.GenericSchema<unknown, object>>(
  schema: Schema,
  ...rules: readonly RecordRule<v.InferOutput<Schema>>[]
): RecordKind<v.InferOutput<Schema>>['check'] {
  return (queries, input, id) =>
    checkWithLookups(
      schema,
      input,
      rules.map(({ field, ask }) => ({ field, ask: (fields) => ask(queries, fields, id) })),
    );
}

/** Developer Names are unique within a resource, ignoring case. */
export function ownDeveloperName(
  table: RecordTable & { readonly developerName: PgColumn },
  word: string,
): RecordRule<{ readonly developerName: string }> {
  const ask = async (queries: Queries, { developerName }: { developerName: string }, id: Id) => {
    const taken = await queries
      .select({ id: table.id })
      .from(table as PgTable)
      .where(and(sql`lower(${table.developerName}) = ${developerName.toLowerCase()}`, ne(table.id, id)));
    return taken.length === 0 ? [] : [{ pointer: '/developerName', ...developerNameTaken(word) }];
  };
  return { field: 'developerName', ask };
}

/** The records that a field refers to must exist: one (`null`: none), or each of a list. */
export function mustExist<Field extends string>(
  field: Field,
  column: PgColumn,
  broken: BrokenRule,
): RecordRule<Readonly<Record<Field, string | readonly string[] | null>>> {
  const ask = async (
    queries: Queries,
    fields: Readonly<Record<Field, string | readonly string[] | null>>,
  ) => {
    const value: string | readonly string[] | null = fields[field];
    const named = value === null || typeof value === 'string' ? (value === null ? [] : [value]) : value;
    if (named.length === 0) return [];
    const rows = await queries
      .select({ known: column })
      .from(column.table as PgTable)
      .where(isOneOf(column, named));
    const known = new Set(rows.map((row) => row.known));
    return named.flatMap((one, index) =>
      known.has(one)
        ? []
        : [{ pointer: typeof value === 'string' ? pointerTo(field) : pointerTo(field, index), ...broken }],
    );
  };
  return { field, ask };
}

/** A column by its name in the schema. */
export function columnOf(table: PgTable, name: string): PgColumn {
  const column = getTableColumns(table)[name];
  if (!column) throw new Error(`There is no column ${name}.`);
  return column;
}

async function readList(
  queries: Queries,
  { table, owner, item, position }: ListField,
  ids: readonly Id[] | undefined,
): Promise<Map<Id, Id[]>> {
  const [owners, items] = [columnOf(table, owner), columnOf(table, item)];
  const rows = await queries
    .select({ owner: owners, item: items })
    .from(table)
    .where(ids && inArray(owners, [...ids]))
    .orderBy(asc(position === undefined ? items : columnOf(table, position)));
  const lists = new Map<Id, Id[]>();
  for (const row of rows as { owner: Id; item: Id }[]) {
    const list = lists.get(row.owner);
    if (list) list.push(row.item);
    else lists.set(row.owner, [row.item]);
  }
  return lists;
}

async function insertList(
  tx: Queries,
  { field, table, owner, item, position }: ListField,
  id: Id,
  fields: object,
): Promise<void> {
  const items = (fields as Record<string, readonly Id[]>)[field] ?? [];
  const rows = items.map((one, index) => ({
    [owner]: id,
    [item]: one,
    ...(position !== undefined && { [position]: index }),
  }));
  await insertMany(tx, table, rows);
}
