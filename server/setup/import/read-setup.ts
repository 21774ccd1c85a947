import { eq } from 'drizzle-orm';
import type { ImportedResource, RecordHere, SetupHere } from '../../../src/domain/import/here.ts';
import type { Id } from '../../../src/domain/values.ts';
import type { Queries } from '../../database/database.ts';
import { readRecords, type RecordKind } from '../../database/records/record-kind.ts';
import { configurationRevision, presenceConfigurations } from '../../database/schema/configuration.ts';
import { metadataOrigins, usernames } from '../../database/schema/imports.ts';
import { assignedProfiles, assignedUsers, nameOfUser, users } from '../../database/schema/people.ts';
import { setupResources } from '../resources.ts';

/** The resources that an import writes, in the order of their dependencies. */
export const importedResources = [
  'service-channels',
  'presence-statuses',
  'decline-reasons',
  'routing-configurations',
  'queues',
  'profiles',
  'presence-configurations',
] as const satisfies readonly ImportedResource[];

/** Setup as it is now, for a plan. `more`: usernames that are not kept yet. */
export async function readSetup(
  queries: Queries,
  more: Readonly<Record<string, string>> = {},
): Promise<SetupHere> {
  const [{ revision } = { revision: 0 }] = await queries.select().from(configurationRevision);
  const records: Partial<Record<ImportedResource, RecordHere[]>> = {};
  for (const resource of importedResources) {
    const stored = await readAll(queries, setupResources[resource].kind);
    records[resource] = stored
      .map(({ id, fields }) => ({ id, fields: { ...fields } }))
      .sort((one, other) => (one.id < other.id ? -1 : 1));
  }
  const [byDefault] = await queries
    .select({ id: presenceConfigurations.id })
    .from(presenceConfigurations)
    .where(eq(presenceConfigurations.isDefault, true));
  const known = await queries.select().from(usernames);
  return {
    revision,
    records: records as SetupHere['records'],
    origins: await queries.select().from(metadataOrigins),
    defaultConfigurationId: byDefault?.id ?? '',
    users: await queries
      .select({
        id: users.id,
        name: nameOfUser(users),
        active: users.active,
        omniChannel: users.omniChannel,
      })
      .from(users),
    assignedUsers: mapOf(await queries.select().from(assignedUsers), ({ userId }) => userId),
    assignedProfiles: mapOf(await queries.select().from(assignedProfiles), ({ profileId }) => profileId),
    usernames: new Map([
      ...known.map(({ username, userId }) => [username, userId] as const),
      ...Object.entries(more),
    ]),
  };
}

/** The compiler cannot tell which kind of record this is. */
const readAll = (queries: Queries, kind: object) => readRecords(queries, kind as RecordKind);

function mapOf<Row extends { readonly configurationId: Id }>(
  rows: readonly Row[],
  key: (row: Row) => Id,
): ReadonlyMap<Id, Id> {
  return new Map(rows.map((row) => [key(row), row.configurationId]));
}
