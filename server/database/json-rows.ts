import { getTableColumns, type InferSelectModel } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';

const columnsOf = new Map<PgTable, readonly (readonly [key: string, name: string])[]>();

function columns(table: PgTable) {
  let known = columnsOf.get(table);
  if (!known) {
    known = Object.entries(getTableColumns(table)).map(([key, { name }]) => [key, name] as const);
    columnsOf.set(table, known);
  }
  return known;
}

/** A row of the schema from `to_jsonb` of the same row. */
export function fromJsonRow<Table extends PgTable>(
  table: Table,
  json: Readonly<Record<string, unknown>>,
): InferSelectModel<Table> {
  return Object.fromEntries(
    columns(table).map(([key, name]) => [key, json[name]]),
  ) as InferSelectModel<Table>;
}

/** These columns of a row of the schema, for `jsonb_to_recordset` with the names of the database. */
export function toJsonRow<Table extends PgTable>(
  table: Table,
  row: Partial<InferSelectModel<Table>>,
): Record<string, unknown> {
  const given = row as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    columns(table).flatMap(([key, name]) => (key in given ? [[name, given[key]]] : [])),
  );
}

const HALF_CHARACTER = /\\ud[89a-f]/;

/** A value as JSON that the database accepts: a lone half of a character pair is replaced, as in any other text. */
export function toJson(value: unknown): string {
  const json = JSON.stringify(value);
  if (!HALF_CHARACTER.test(json)) return json;
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? part.toWellFormed() : part));
}
