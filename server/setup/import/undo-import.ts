import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Id } from '../../../src/domain/values.ts';
import { importWrites, imports, metadataOrigins } from '../../database/schema/imports.ts';
import { agentWorks } from '../../database/schema/routing.ts';
import { undoChange } from '../assignment-moves.ts';
import type { Edit } from '../editing.ts';
import { enumerated, notPossible, unknown } from '../refusals.ts';
import type { ImportedRecords } from './apply-plan.ts';

/**
 * Puts back everything that an import wrote: its moves, its records in reverse order, and where they came from. Throws
 * a problem that names what was changed since; then nothing is written.
 */
export async function undoImport(
  edit: Edit,
  stored: ImportedRecords,
  importId: Id,
): Promise<{ records: number }> {
  const { tx, at } = edit;
  const [done] = await tx.select().from(imports).where(eq(imports.id, importId));
  if (!done) throw unknown('import');
  if (done.undoneAt !== null) throw notPossible('This import has been undone already.');
  const writes = await tx
    .select()
    .from(importWrites)
    .where(eq(importWrites.importId, importId))
    .orderBy(desc(importWrites.number));
  const changed: string[] = [];
  for (const { resource, recordId, version, name, isChange } of writes) {
    const now = await stored[resource].findIn(tx, recordId);
    if (isChange && now?.version !== version) changed.push(name);
  }
  if (changed.length > 0)
    throw notPossible(
      `This import cannot be undone: ${enumerated(changed, changed.length)} ${changed.length === 1 ? 'was' : 'were'} changed since.`,
    );
  await refuseWhereUsed(edit, writes);
  if (done.hasMoves) await undoChange(edit, importId);
  const own: Edit = {
    ...edit,
    note: (...entries) => edit.note(...entries.map((one) => ({ ...one, changeId: importId }))),
  };
  let records = 0;
  for (const { resource, recordId, before, isNew, isChange, originBefore } of writes) {
    const now = await stored[resource].findIn(tx, recordId);
    const isIt = and(eq(metadataOrigins.resource, resource), eq(metadataOrigins.recordId, recordId));
    await tx.delete(metadataOrigins).where(isIt);
    if (now && isChange) {
      if (isNew) await stored[resource].removeIn(own, now, true);
      else await stored[resource].replaceIn(own, now, before);
      records += 1;
    }
    if (originBefore) await tx.insert(metadataOrigins).values(originBefore);
  }
  await tx.update(imports).set({ undoneAt: at }).where(eq(imports.id, importId));
  return { records };
}

/** Settled work keeps the reasons that it was declined with. */
async function refuseWhereUsed(
  { tx }: Edit,
  writes: readonly (typeof importWrites.$inferSelect)[],
): Promise<void> {
  const created = writes.filter(({ resource, isNew }) => resource === 'decline-reasons' && isNew);
  if (created.length === 0) return;
  const reason = sql<string>`${agentWorks.declineReason} ->> 'id'`;
  const used = await tx
    .selectDistinct({ id: reason })
    .from(agentWorks)
    .where(
      inArray(
        reason,
        created.map(({ recordId }) => recordId),
      ),
    );
  const names = created
    .filter(({ recordId }) => used.some(({ id }) => id === recordId))
    .map(({ name }) => name);
  if (names.length > 0)
    throw notPossible(
      `This import cannot be undone: work was declined with ${enumerated(names, names.length)} since.`,
    );
}
