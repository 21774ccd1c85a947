import { OFFLINE_STATUS_ID } from '../../../src/domain/presence-status.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { profileSchema, userSchema, type Profile, type User } from '../../../src/domain/user.ts';
import type { Id } from '../../../src/domain/values.ts';
import { check } from '../../../src/domain/violations.ts';
import type { Queries } from '../database.ts';
import { assignedProfiles, assignedUsers, grantedStatuses, profiles, users } from '../schema/people.ts';
import { reps } from '../schema/routing.ts';
import { accepted, raiseRevision } from './checked.ts';

/** Adds a profile with the statuses granted to it. Throws `RecordRefused`. */
export async function insertProfile(tx: Queries, id: Id, profile: Profile): Promise<void> {
  const { name, statusIds } = accepted(check(profileSchema, profile));
  await tx.insert(profiles).values({ id, name });
  if (statusIds.length > 0)
    await tx.insert(grantedStatuses).values(statusIds.map((statusId) => ({ profileId: id, statusId })));
  await raiseRevision(tx);
}

/** Adds a user, Offline since `now` for routing. Throws `RecordRefused`. */
export async function insertUser(tx: Queries, id: Id, user: User, now: Instant): Promise<void> {
  await tx.insert(users).values({ id, ...accepted(check(userSchema, user)) });
  await tx.insert(reps).values({
    id,
    statusId: OFFLINE_STATUS_ID,
    statusSince: now,
    statusCause: 'administrator',
  });
  await raiseRevision(tx);
}

/** Assigns a user to a presence configuration. Throws the database's error where the user is in one already. */
export async function assignUser(tx: Queries, userId: Id, configurationId: Id): Promise<void> {
  await tx.insert(assignedUsers).values({ userId, configurationId });
  await raiseRevision(tx);
}

/** Assigns a profile to a presence configuration. Throws the database's error where the profile is in one already. */
export async function assignProfile(tx: Queries, profileId: Id, configurationId: Id): Promise<void> {
  await tx.insert(assignedProfiles).values({ profileId, configurationId });
  await raiseRevision(tx);
}
