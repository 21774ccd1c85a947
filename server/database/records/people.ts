import { sql } from 'drizzle-orm';
import { OFFLINE_STATUS_ID } from '../../../src/domain/configuration/presence-status.ts';
import { profileExists, statusesExist } from '../../../src/domain/rules.ts';
import type { Instant } from '../../../src/domain/time.ts';
import {
  nameOf,
  profileSchema,
  userSchema,
  type Profile,
  type User,
} from '../../../src/domain/setup/user.ts';
import type { Id } from '../../../src/domain/values.ts';
import type { Queries } from '../database.ts';
import { presenceStatuses } from '../schema/configuration.ts';
import {
  assignedProfiles,
  assignedUsers,
  grantedStatuses,
  nameOfUser,
  profiles,
  users,
} from '../schema/people.ts';
import { reps } from '../schema/routing.ts';
import { raiseRevision } from './checked.ts';
import {
  checkedBy,
  insertRecord,
  mustExist,
  ownDeveloperName,
  plainFields,
  type RecordKind,
} from './record-kind.ts';

export const profileKind: RecordKind<Profile> = {
  resource: 'profiles',
  word: 'profile',
  table: profiles,
  label: sql`${profiles.name}`,
  nameOf: ({ name }) => name,
  lists: [{ field: 'statusIds', table: grantedStatuses, owner: 'profileId', item: 'statusId' }],
  fromRow: plainFields,
  toRow: ({ statusIds: _, ...row }) => row,
  check: checkedBy(
    profileSchema,
    ownDeveloperName(profiles, 'profile'),
    mustExist('statusIds', presenceStatuses.id, statusesExist('Presence statuses')),
  ),
};

export const userKind: RecordKind<User> = {
  resource: 'users',
  word: 'user',
  table: users,
  label: nameOfUser(users),
  nameOf,
  lists: [],
  fromRow: plainFields,
  toRow: (fields) => fields,
  check: checkedBy(userSchema, mustExist('profileId', profiles.id, profileExists('Profile'))),
};

/** Adds a profile with the statuses granted to it. Throws `RecordRefused`. */
export async function insertProfile(tx: Queries, id: Id, profile: Profile): Promise<void> {
  await insertRecord(tx, profileKind, id, profile);
}

/** Adds a user, Offline since `now` for routing. Throws `RecordRefused`. */
export async function insertUser(tx: Queries, id: Id, user: User, now: Instant): Promise<void> {
  await insertRecord(tx, userKind, id, user);
  await insertRep(tx, id, now);
}

/** Adds routing's row of a new user. */
export async function insertRep(tx: Queries, id: Id, now: Instant): Promise<void> {
  await tx.insert(reps).values({
    id,
    statusId: OFFLINE_STATUS_ID,
    statusSince: now,
    // Nobody set it: it is as if the rep had not begun yet.
    statusCause: 'rep',
  });
}

/** Assigns a user to a presence configuration. Throws the database's error if the user is assigned to one already. */
export async function assignUser(tx: Queries, userId: Id, configurationId: Id): Promise<void> {
  await tx.insert(assignedUsers).values({ userId, configurationId });
  await raiseRevision(tx);
}

/**
 * Assigns a profile to a presence configuration. Throws the database's error if the profile is assigned to one already.
 */
export async function assignProfile(tx: Queries, profileId: Id, configurationId: Id): Promise<void> {
  await tx.insert(assignedProfiles).values({ profileId, configurationId });
  await raiseRevision(tx);
}
