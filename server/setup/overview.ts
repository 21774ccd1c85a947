import { and, asc, count, eq, notExists, sql, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { OFFLINE_STATUS_ID } from '../../src/domain/configuration/presence-status.ts';
import type { Overview, OverviewProblem } from '../../src/domain/setup/overview.ts';
import type { Id } from '../../src/domain/values.ts';
import type { Queries } from '../database/database.ts';
import {
  presenceConfigurations,
  presenceStatusChannels,
  presenceStatuses,
  serviceChannels,
  sounds,
} from '../database/schema/configuration.ts';
import { assignedProfiles, assignedUsers, grantedStatuses, users } from '../database/schema/people.ts';
import { queueMembers, queues } from '../database/schema/queues.ts';

/** How many records of each kind of problem are named. */
const MAX_NAMED = 20;

const isRep = and(eq(users.active, true), eq(users.omniChannel, true));

/** How much there is in Setup, and what may be wrong with it although no rule is broken. */
export async function overviewOf(queries: Queries): Promise<Overview> {
  const none = (table: PgTable, where: SQL | undefined) =>
    notExists(
      queries
        .select({ one: sql`1` })
        .from(table)
        .where(where),
    );
  const some = async (table: PgTable, where?: SQL): Promise<number> => {
    const [found] = await queries.select({ many: count() }).from(table).where(where);
    return found?.many ?? 0;
  };
  const repMembers = queries
    .select({ one: sql`1` })
    .from(queueMembers)
    .innerJoin(users, eq(users.id, queueMembers.repId))
    .where(and(eq(queueMembers.queueId, queues.id), isRep));
  const named = (
    problem: OverviewProblem,
    table: { readonly id: PgColumn; readonly name: PgColumn },
    where: SQL | undefined,
  ) => namedProblem(queries, problem, table, where);
  const problems = [
    await named('queueWithoutMembers', queues, notExists(repMembers)),
    await named(
      'statusNotGranted',
      presenceStatuses,
      and(
        sql`${presenceStatuses.id} <> ${OFFLINE_STATUS_ID}`,
        none(grantedStatuses, eq(grantedStatuses.statusId, presenceStatuses.id)),
      ),
    ),
    await named(
      'channelWithoutStatus',
      serviceChannels,
      none(presenceStatusChannels, eq(presenceStatusChannels.channelId, serviceChannels.id)),
    ),
    await named(
      'soundNotUsed',
      { id: sounds.sha256, name: sounds.name },
      and(
        none(presenceConfigurations, eq(presenceConfigurations.notificationSound, sounds.sha256)),
        none(serviceChannels, eq(serviceChannels.sound, sounds.sha256)),
      ),
    ),
  ];
  return {
    presenceConfigurations: await some(presenceConfigurations),
    reps: await some(users, isRep),
    repsByDefault: await some(
      users,
      and(
        isRep,
        none(assignedUsers, eq(assignedUsers.userId, users.id)),
        none(assignedProfiles, eq(assignedProfiles.profileId, users.profileId)),
      ),
    ),
    queues: await some(queues),
    sounds: await some(sounds),
    problems: problems.filter(({ total }) => total > 0),
  };
}

async function namedProblem(
  queries: Queries,
  problem: OverviewProblem,
  { id, name }: { readonly id: PgColumn; readonly name: PgColumn },
  where: SQL | undefined,
): Promise<Overview['problems'][number]> {
  const rows = (await queries
    .select({ id, name, total: sql<number>`count(*) over ()`.mapWith(Number) })
    .from(id.table as PgTable)
    .where(where)
    .orderBy(asc(name), asc(id))
    .limit(MAX_NAMED)) as { id: Id; name: string; total: number }[];
  return {
    problem,
    records: rows.map((row) => ({ id: row.id, name: row.name })),
    total: rows[0]?.total ?? 0,
  };
}
