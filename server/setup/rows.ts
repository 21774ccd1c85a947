import { asc, count, eq, inArray, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type {
  NamedRecord,
  PresenceConfigurationRow,
  ProfileRow,
  UserRow,
} from '../../src/domain/setup/setup-api.ts';
import type { Id } from '../../src/domain/values.ts';
import type { Queries } from '../database/database.ts';
import { presenceConfigurations } from '../database/schema/configuration.ts';
import { assignedProfiles, assignedUsers, nameOfUser, profiles, users } from '../database/schema/people.ts';

/** Rows of lists with more than the records' own fields, in the order of their names. */

export async function userRows(queries: Queries, where: SQL | undefined): Promise<UserRow[]> {
  const rows = await queries
    .select({
      id: users.id,
      name: nameOfUser(users),
      active: users.active,
      omniChannel: users.omniChannel,
      profile: { id: profiles.id, name: profiles.name },
      assignedToId: presenceConfigurations.id,
      assignedToName: presenceConfigurations.name,
    })
    .from(users)
    .innerJoin(profiles, eq(profiles.id, users.profileId))
    .leftJoin(assignedUsers, eq(assignedUsers.userId, users.id))
    .leftJoin(presenceConfigurations, eq(presenceConfigurations.id, assignedUsers.configurationId))
    .where(where)
    .orderBy(asc(nameOfUser(users)), asc(users.id));
  return rows.map(({ assignedToId, assignedToName, ...row }) => ({
    ...row,
    assignedTo: named(assignedToId, assignedToName),
  }));
}

export async function profileRows(queries: Queries, where: SQL | undefined): Promise<ProfileRow[]> {
  const rows = await queries
    .select({
      id: profiles.id,
      name: profiles.name,
      assignedToId: presenceConfigurations.id,
      assignedToName: presenceConfigurations.name,
    })
    .from(profiles)
    .leftJoin(assignedProfiles, eq(assignedProfiles.profileId, profiles.id))
    .leftJoin(presenceConfigurations, eq(presenceConfigurations.id, assignedProfiles.configurationId))
    .where(where)
    .orderBy(asc(profiles.name), asc(profiles.id));
  const members = await counts(queries, users, users.profileId, idsOf(rows));
  return rows.map(({ id, name, assignedToId, assignedToName }) => ({
    id,
    name,
    users: members.get(id) ?? 0,
    assignedTo: named(assignedToId, assignedToName),
  }));
}

export async function configurationRows(
  queries: Queries,
  where: SQL | undefined,
): Promise<PresenceConfigurationRow[]> {
  const { id, name, developerName, isDefault, changedAt } = presenceConfigurations;
  const rows = await queries
    .select({ id, name, developerName, isDefault, changedAt })
    .from(presenceConfigurations)
    .where(where)
    .orderBy(asc(name), asc(id));
  const ids = idsOf(rows);
  const ofUsers = await counts(queries, assignedUsers, assignedUsers.configurationId, ids);
  const ofProfiles = await counts(queries, assignedProfiles, assignedProfiles.configurationId, ids);
  return rows.map((row) => ({
    ...row,
    users: ofUsers.get(row.id) ?? 0,
    profiles: ofProfiles.get(row.id) ?? 0,
  }));
}

const idsOf = (rows: readonly { readonly id: Id }[]): Id[] => rows.map((row) => row.id);

const named = (id: Id | null, name: string | null): NamedRecord | null =>
  id === null || name === null ? null : { id, name };

/** How many rows of a table refer to each of these ids in a column. */
async function counts(
  queries: Queries,
  table: PgTable,
  column: PgColumn,
  ids: readonly Id[],
): Promise<Map<Id, number>> {
  if (ids.length === 0) return new Map();
  const rows = (await queries
    .select({ id: column, many: count() })
    .from(table)
    .where(inArray(column, [...ids]))
    .groupBy(column)) as { id: Id; many: number }[];
  return new Map(rows.map(({ id, many }) => [id, many]));
}
