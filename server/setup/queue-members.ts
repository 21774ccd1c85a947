import { eq, inArray } from 'drizzle-orm';
import type { UserRow } from '../../src/domain/setup/setup-api.ts';
import type { Id } from '../../src/domain/values.ts';
import type { Queries } from '../database/database.ts';
import { users } from '../database/schema/people.ts';
import { queueMembers, queues } from '../database/schema/queues.ts';
import { userRows } from './rows.ts';

/** The members of a queue, in the order of their names; `null`: there is no such queue. */
export async function membersOfQueue(queries: Queries, queueId: Id): Promise<UserRow[] | null> {
  const [queue] = await queries.select({ id: queues.id }).from(queues).where(eq(queues.id, queueId));
  if (!queue) return null;
  const members = queries
    .select({ id: queueMembers.repId })
    .from(queueMembers)
    .where(eq(queueMembers.queueId, queueId));
  return userRows(queries, inArray(users.id, members));
}
