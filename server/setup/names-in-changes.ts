import { desc, sql, type SQL } from 'drizzle-orm';
import type { FieldChange, NamedInChange } from '../../src/domain/setup/setup-api.ts';
import type { Queries } from '../database/database.ts';
import { isOneOf } from '../database/many.ts';
import { sounds } from '../database/schema/configuration.ts';
import { auditEntries } from '../database/schema/setup.ts';
import { setupResources } from './resources.ts';

type Changes = readonly FieldChange[];

/**
 * The records that changes refer to by id. A record that no longer exists has the name under which it was last logged; one
 * that was never logged is missing.
 */
export async function namesInChanges(
  queries: Queries,
  all: readonly Changes[],
): Promise<(changes: Changes) => NamedInChange[]> {
  const texts = [...new Set(all.flatMap(textsIn))];
  if (texts.length === 0) return () => [];
  const found = await queries
    .select({ resource: sql<string>`resource`, id: sql<string>`id`, name: sql<string>`name` })
    .from(sql`(${sql.join([...present(texts)], sql` union all `)}) as present`);
  const logged = await queries
    .selectDistinctOn([auditEntries.resource, auditEntries.recordId], {
      resource: auditEntries.resource,
      id: auditEntries.recordId,
      name: auditEntries.recordName,
    })
    .from(auditEntries)
    .where(isOneOf(auditEntries.recordId, texts))
    .orderBy(auditEntries.resource, auditEntries.recordId, desc(auditEntries.number));
  const byId = new Map<string, Map<string, NamedInChange>>();
  for (const one of [...logged, ...found])
    byId.set(one.id, (byId.get(one.id) ?? new Map<string, NamedInChange>()).set(one.resource, one));
  return (changes) => [...new Set(textsIn(changes))].flatMap((text) => [...(byId.get(text)?.values() ?? [])]);
}

/** A query for each kind of record. */
function* present(ids: readonly string[]): Iterable<SQL> {
  for (const { kind } of Object.values(setupResources))
    yield sql`select ${kind.resource} as resource, ${kind.table.id} as id, ${kind.label} as name from ${kind.table} where ${isOneOf(kind.table.id, ids)}`;
  yield sql`select 'sounds' as resource, ${sounds.sha256} as id, ${sounds.name} as name from ${sounds} where ${isOneOf(sounds.sha256, ids)}`;
}

/** Every text in the values of changes: ids are among them. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
