import { and, eq } from 'drizzle-orm';
import { resourceOf, type ImportedResource } from '../../../src/domain/import/here.ts';
import type { ImportPlan } from '../../../src/domain/import/import-plan.ts';
import type { MadePlan } from '../../../src/domain/import/planning/make-plan.ts';
import { sameElements } from '../../../src/domain/import/planning/unique-files.ts';
import { sameValue, type Fields } from '../../../src/domain/pointers.ts';
import type { Id } from '../../../src/domain/values.ts';
import { importWrites, imports, metadataOrigins } from '../../database/schema/imports.ts';
import { insertMany, isOneOf } from '../../database/many.ts';
import { applyMoves } from '../assignment-moves.ts';
import type { Edit } from '../editing.ts';
import type { StoredRecords } from '../stored-records.ts';

/** The records of each resource that an import writes. */
export type ImportedRecords = Readonly<Record<ImportedResource, Pick<StoredRecords<object>, PartOfEdit>>>;
type PartOfEdit = 'createIn' | 'replaceIn' | 'removeIn' | 'findIn';

/** How much an import wrote. */
export interface Applied {
  readonly records: number;
  readonly moves: ImportPlan['moves'];
}

/**
 * Writes what a plan says, as one change: its records in the order of their dependencies, where each came from, and its
 * moves. Throws the problem of the first record that breaks a rule; then nothing is written.
 */
export async function applyPlan(
  edit: Edit,
  stored: ImportedRecords,
  { plan, planned, assignments }: MadePlan,
  importId: Id,
): Promise<Applied> {
  const { tx, at, by } = edit;
  const own: Edit = {
    ...edit,
    note: (...entries) => edit.note(...entries.map((one) => ({ ...one, changeId: importId }))),
  };
  const origins = new Map(
    (await tx.select().from(metadataOrigins)).map((origin) => [placeOf(origin), origin]),
  );
  // Written all at once at the end: hundreds of records would otherwise take hundreds of statements more.
  const writes: (typeof importWrites.$inferInsert)[] = [];
  const newOrigins: (typeof metadataOrigins.$inferInsert)[] = [];
  let records = 0;
  const write = async (resource: ImportedResource, id: Id, name: string, fields: Fields): Promise<void> => {
    const before = await stored[resource].findIn(tx, id);
    const after = before
      ? await stored[resource].replaceIn(own, before, fields)
      : await stored[resource].createIn(own, fields, id);
    const isChange = after !== before;
    if (isChange) records += 1;
    writes.push({
      importId,
      resource,
      recordId: id,
      name,
      before: before && (isChange ? before.fields : null),
      isNew: before === null,
      isChange,
      version: after.version,
      originBefore: origins.get(placeOf({ resource, recordId: id })) ?? null,
    });
  };
  for (const { id, fields } of assignments.created) await write('profiles', id, fields.name, fields);
  for (const { record, fields, root, remembered, origin } of planned) {
    if (record.state === 'leftOut' || record.state === 'notMapped') continue;
    const resource = resourceOf[record.type as keyof typeof resourceOf];
    const elements = record.type === 'Profile' ? null : root;
    const isKnown =
      origin !== null &&
      sameValue(origin.choices, remembered) &&
      origin.apiVersion === plan.apiVersion &&
      (elements === null || (origin.elements !== null && sameElements(origin.elements, elements)));
    if (record.state === 'same' && isKnown) continue;
    await write(resource, record.id, record.name, fields);
    newOrigins.push({
      resource,
      recordId: record.id,
      type: record.type as keyof typeof resourceOf,
      fullName: record.fullName,
      apiVersion: plan.apiVersion,
      elements,
      choices: remembered,
      importId,
      at,
    });
  }
  await insertMany(tx, importWrites, writes);
  for (const resource of new Set(newOrigins.map((origin) => origin.resource))) {
    const ids = newOrigins.flatMap((origin) => (origin.resource === resource ? origin.recordId : []));
    await tx
      .delete(metadataOrigins)
      .where(and(eq(metadataOrigins.resource, resource), isOneOf(metadataOrigins.recordId, ids)));
  }
  await insertMany(tx, metadataOrigins, newOrigins);
  const { moves } = assignments;
  if (moves.length > 0) await applyMoves(edit, importId, moves, 'assigned');
  await tx.insert(imports).values({
    id: importId,
    at,
    byId: by.id,
    byName: by.name,
    hasMoves: moves.length > 0,
  });
  return { records, moves: [...moves] };
}

const placeOf = ({ resource, recordId }: { readonly resource: string; readonly recordId: Id }): string =>
  `${resource} ${recordId}`;
