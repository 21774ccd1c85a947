import { eq } from 'drizzle-orm';
import type { ConfigurationPath } from '../../src/domain/setup/setup-api.ts';
import type { Id } from '../../src/domain/values.ts';
import type { Queries } from '../database/database.ts';
import { presenceConfigurations } from '../database/schema/configuration.ts';
import { profiles, users } from '../database/schema/people.ts';
import { profileRows, userRows } from './rows.ts';

/** The assignments that lead a user to a presence configuration; `null` if there is no such user. */
export async function configurationPath(queries: Queries, userId: Id): Promise<ConfigurationPath | null> {
  const [user] = await userRows(queries, eq(users.id, userId));
  if (!user) return null;
  const [profile] = await profileRows(queries, eq(profiles.id, user.profile.id));
  const { id, name, isDefault } = presenceConfigurations;
  const [byDefault] = await queries
    .select({ id, name })
    .from(presenceConfigurations)
    .where(eq(isDefault, true));
  if (!byDefault) throw new Error('There is no default presence configuration.');
  return { user: user.assignedTo, profile: profile?.assignedTo ?? null, default: byDefault };
}
