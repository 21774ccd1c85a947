import { sql, type SQL } from 'drizzle-orm';
import {
  boolean,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  type AnyPgColumn,
} from 'drizzle-orm/pg-core';
import { id, version } from './columns.ts';
import { presenceConfigurations, presenceStatuses } from './configuration.ts';

/** Users, their profiles, and their assignments. Part of the configuration, with the same revision. */

export const profiles = pgTable(
  'profiles',
  {
    id: id().primaryKey(),
    version: version(),
    name: text('name').notNull(),
    developerName: text('developer_name').notNull(),
  },
  (table) => [uniqueIndex('profiles_developer_name').on(sql`lower(${table.developerName})`)],
);

/** The presence statuses that people of a profile may choose. Offline needs no grant. */
export const grantedStatuses = pgTable(
  'granted_statuses',
  {
    profileId: id('profile_id')
      .notNull()
      .references(() => profiles.id, { onDelete: 'cascade' }),
    statusId: id('status_id')
      .notNull()
      .references(() => presenceStatuses.id, { onDelete: 'cascade' }),
  },
  (table) => [primaryKey({ columns: [table.profileId, table.statusId] })],
);

/** First and last name. */
export const nameOfUser = (columns: {
  readonly firstName: AnyPgColumn;
  readonly lastName: AnyPgColumn;
}): SQL<string> => sql`(${columns.firstName} || ' ' || ${columns.lastName})`;

export const users = pgTable(
  'users',
  {
    id: id().primaryKey(),
    version: version(),
    firstName: text('first_name').notNull(),
    lastName: text('last_name').notNull(),
    nickname: text('nickname'),
    alias: text('alias'),
    profileId: id('profile_id')
      .notNull()
      .references(() => profiles.id),
    active: boolean('active').notNull(),
    /** The Omni-Channel permission: an active user who has it is a rep. */
    omniChannel: boolean('omni_channel').notNull(),
  },
  (table) => [
    index('users_profile').on(table.profileId),
    index('users_name').on(sql`(lower${nameOfUser(table)} collate "C")`, table.id),
  ],
);

/** The primary key keeps a user in one presence configuration at most. */
export const assignedUsers = pgTable(
  'assigned_users',
  {
    userId: id('user_id')
      .primaryKey()
      .references(() => users.id, { onDelete: 'cascade' }),
    configurationId: id('configuration_id')
      .notNull()
      .references(() => presenceConfigurations.id, { onDelete: 'cascade' }),
  },
  (table) => [index('assigned_users_configuration').on(table.configurationId)],
);

/** The primary key keeps a profile in one presence configuration at most. */
export const assignedProfiles = pgTable(
  'assigned_profiles',
  {
    profileId: id('profile_id')
      .primaryKey()
      .references(() => profiles.id, { onDelete: 'cascade' }),
    configurationId: id('configuration_id')
      .notNull()
      .references(() => presenceConfigurations.id, { onDelete: 'cascade' }),
  },
  (table) => [index('assigned_profiles_configuration').on(table.configurationId)],
);
