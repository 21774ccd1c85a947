import { randomUUID } from 'node:crypto';
import { and, asc, count, desc, eq, max, sql, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import * as v from 'valibot';
import { recordDifference } from '../../src/domain/setup/record-difference.ts';
import { usedBySchema, type RecordUses } from '../../src/domain/setup/setup-api.ts';
import type { Id } from '../../src/domain/values.ts';
import type { Database, Queries } from '../database/database.ts';
import { RecordRefused } from '../database/records/checked.ts';
import {
  deleteRecord,
  insertRecord,
  readRecords,
  updateRecord,
  type StoredRecord,
} from '../database/records/record-kind.ts';
import { auditEntries } from '../database/schema/setup.ts';
import { changesSince } from './audit-log.ts';
import type { Edit, SetupEditing } from './editing.ts';
import { ProblemError } from '../problem.ts';
import { inUse, invalid, notPossible, stale, unknown, versionMissing } from './refusals.ts';
import type { SetupResourceOf, SortKey } from './resources.ts';
import type { PlaceInList, RecordQuery, RecordStore, VersionedRecord } from './setup.ts';
import { usesOf } from './uses.ts';

export interface StoredRecordsOptions<Fields extends object> {
  readonly database: Database;
  readonly editing: SetupEditing;
  readonly resource: SetupResourceOf<Fields>;
}

/** The records of one resource in the database. */
export class StoredRecords<Fields extends object> implements RecordStore {
  readonly #database: Database;
  readonly #editing: SetupEditing;
  readonly #resource: SetupResourceOf<Fields>;

  constructor({ database, editing, resource }: StoredRecordsOptions<Fields>) {
    this.#database = database;
    this.#editing = editing;
    this.#resource = resource;
  }

  async list(query: RecordQuery): Promise<{ items: object[]; next: PlaceInList | null; total: number }> {
    const { queries } = this.#database;
    const { table, label } = this.#resource.kind;
    const { key, descending } = this.#sort(query.sort);
    const matching = and(
      query.search === '' ? undefined : sql`position(lower(${query.search}) in lower(${label})) > 0`,
      ...query.filters.map((filter) => this.#resource.filters?.[filter]),
    );
    const rows = (await queries
      .select({ id: table.id, key })
      .from(table as PgTable)
      .where(and(matching, query.after ? beyond(query.after, key, descending, table.id) : undefined))
      .orderBy(descending ? desc(key) : asc(key), descending ? desc(table.id) : asc(table.id))
      .limit(query.limit + 1)) as PlaceInList[];
    const [{ total } = { total: 0 }] = await queries
      .select({ total: count() })
      .from(table as PgTable)
      .where(matching);
    const shown = rows.slice(0, query.limit);
    return {
      items: await this.#rows(shown.map(({ id }) => id)),
      next: rows.length > query.limit ? (shown.at(-1) ?? null) : null,
      total,
    };
  }

  async find(id: Id): Promise<VersionedRecord | null> {
    const record = await this.#read(this.#database.queries, id);
    return record && this.#versioned(record);
  }

  async uses(id: Id): Promise<RecordUses | null> {
    const { queries } = this.#database;
    const record = await this.#read(queries, id);
    if (!record) return null;
    try {
      await this.#checkDeletable(queries, record);
      return { obstacle: null, usedBy: [] };
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const usedBy = v.safeParse(usedBySchema, error.problem.members?.usedBy);
      return { obstacle: error.message, usedBy: usedBy.success ? usedBy.output : [] };
    }
  }

  create(holder: string, input: unknown, id: Id = randomUUID()): Promise<VersionedRecord> {
    return this.#editing.edit(holder, async (edit) => {
      if (await this.#read(edit.tx, id))
        throw notPossible(`There is a ${this.#resource.kind.word} of this id already.`);
      return this.#versioned(await this.createIn(edit, input, id));
    });
  }

  /** Adds a record as a part of an edit. */
  async createIn({ tx, at, note }: Edit, input: unknown, id: Id): Promise<StoredRecord<Fields>> {
    const { kind, stamps, added } = this.#resource;
    // Versions of a deleted record with this id are not reused: a caller may still hold them.
    const [earlier] = await tx
      .select({ version: max(auditEntries.version) })
      .from(auditEntries)
      .where(and(eq(auditEntries.recordId, id), eq(auditEntries.resource, kind.resource)));
    const extra = { ...stamps?.(at), version: (earlier?.version ?? 0) + 1 };
    await this.#written(input, () => insertRecord(tx, kind, id, input, extra));
    await added?.(tx, id, at);
    const record = await this.#after(tx, id);
    note(this.#entry('created', null, record));
    return record;
  }

  replace(holder: string, id: Id, version: number | null, input: unknown): Promise<VersionedRecord> {
    return this.#editing.edit(holder, async (edit) => {
      const before = await this.#known(edit, id, version);
      if (version === null) throw versionMissing();
      return this.#versioned(await this.replaceIn(edit, before, input));
    });
  }

  /** Replaces all fields of a record as a part of an edit; without a change nothing is written. */
  async replaceIn(edit: Edit, before: StoredRecord<Fields>, input: unknown): Promise<StoredRecord<Fields>> {
    const { kind, guard, stamps } = this.#resource;
    guard?.(before, 'changed');
    const isChange = await this.#written(input, () =>
      updateRecord(edit.tx, kind, before, input, stamps?.(edit.at)),
    );
    if (!isChange) return before;
    const after = await this.#after(edit.tx, before.id);
    edit.note(this.#entry('changed', before, after));
    return after;
  }

  remove(holder: string, id: Id, version: number | null): Promise<void> {
    return this.#editing.edit(holder, async (edit) =>
      this.removeIn(edit, await this.#known(edit, id, version)),
    );
  }

  /**
   * Deletes a record that is not in use, as a part of an edit. `isUndo`: its creation is undone, so that it does not
   * matter that records of its kind are kept.
   */
  async removeIn(edit: Edit, before: StoredRecord<Fields>, isUndo = false): Promise<void> {
    await this.#checkDeletable(edit.tx, before, isUndo);
    await deleteRecord(edit.tx, this.#resource.kind, before.id);
    edit.note(this.#entry('deleted', before, null));
  }

  /** The record as it is stored; `null` if there is none. */
  findIn(queries: Queries, id: Id): Promise<StoredRecord<Fields> | null> {
    return this.#read(queries, id);
  }

  /** Throws a problem if the record cannot be deleted. */
  async #checkDeletable(queries: Queries, record: StoredRecord<Fields>, isUndo = false): Promise<void> {
    const { kind, guard, settled } = this.#resource;
    if (!isUndo) guard?.(record, 'deleted');
    const uses = await usesOf(queries, kind.resource, record.id);
    if (uses.total > 0) throw inUse(kind.nameOf(record.fields), uses);
    await settled?.(queries, record.id);
  }

  /** The current record; a problem if there is none, or if the caller knows another version. */
  async #known({ tx }: Edit, id: Id, version: number | null): Promise<StoredRecord<Fields>> {
    const { kind } = this.#resource;
    const record = await this.#read(tx, id);
    if (!record) throw unknown(kind.word);
    if (version !== null && version !== record.version)
      throw stale(kind.word, {
        current: this.#view(record),
        version: entityTagOf(record.version),
        changes: await changesSince(tx, kind.resource, id, version),
      });
    return record;
  }

  /** The record as written, once no other record needs what the change removed. */
  async #after(tx: Queries, id: Id): Promise<StoredRecord<Fields>> {
    const record = await this.#read(tx, id);
    if (!record) throw new Error(`The ${this.#resource.kind.word} ${id} was not stored.`);
    await this.#resource.settled?.(tx);
    return record;
  }

  /** Writes, or throws a problem with every violation. */
  async #written<T>(input: unknown, write: () => Promise<T>): Promise<T> {
    const { rules, kind } = this.#resource;
    const violations = rules?.(input) ?? [];
    const written = await write().catch((error: unknown) => {
      if (!(error instanceof RecordRefused)) throw error;
      throw invalid(kind.word, [...violations, ...error.violations]);
    });
    if (violations.length > 0) throw invalid(kind.word, violations);
    return written;
  }

  #entry(
    action: 'created' | 'changed' | 'deleted',
    before: StoredRecord<Fields> | null,
    after: StoredRecord<Fields> | null,
  ) {
    const { kind } = this.#resource;
    const record = after ?? before;
    if (!record) throw new Error('A change has a record before it or after it.');
    return {
      action,
      resource: kind.resource,
      record: { id: record.id, name: kind.nameOf(record.fields) },
      version: record.version,
      changes: recordDifference(before?.fields ?? null, after?.fields ?? null),
    };
  }

  async #read(queries: Queries, id: Id): Promise<StoredRecord<Fields> | null> {
    const [record] = await readRecords(queries, this.#resource.kind, [id]);
    return record ?? null;
  }

  async #rows(ids: readonly Id[]): Promise<object[]> {
    const { queries } = this.#database;
    const rows = this.#resource.rows
      ? await this.#resource.rows(queries, ids)
      : (await readRecords(queries, this.#resource.kind, ids)).map((record) => this.#view(record));
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  #view(record: StoredRecord<Fields>): { readonly id: Id } {
    return { id: record.id, ...(this.#resource.view?.(record) ?? record.fields) };
  }

  #versioned(record: StoredRecord<Fields>): VersionedRecord {
    return { id: record.id, record: this.#view(record), version: record.version };
  }

  #sort(name: string): SortKey {
    const byName = { key: sql`lower(${this.#resource.kind.label}) collate "C"`, descending: false };
    return this.#resource.sorts?.[name] ?? byName;
  }
}

/** The entity tag of a version, with its quotes. */
export function entityTagOf(version: number): string {
  return `"${version}"`;
}

function beyond({ key, id }: PlaceInList, by: SQL, descending: boolean, ids: PgColumn): SQL {
  const place = typeof key === 'string' ? sql`${key} collate "C"` : sql`${key}::bigint`;
  return sql`(${by}, ${ids}) ${sql.raw(descending ? '<' : '>')} (${place}, ${id})`;
}
