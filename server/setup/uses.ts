import { asc, eq, exists, or, sql, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { UsedBy } from '../../src/domain/setup/setup-api.ts';
import type { Id } from '../../src/domain/values.ts';
import type { Queries } from '../database/database.ts';
import { flowKind } from '../database/records/flows.ts';
import { profileKind, userKind } from '../database/records/people.ts';
import { presenceConfigurationKind } from '../database/records/presence-configurations.ts';
import { presenceStatusKind } from '../database/records/presence-statuses.ts';
import { queueKind } from '../database/records/queues.ts';
import type { RecordKind } from '../database/records/record-kind.ts';
import {
  presenceConfigurations,
  presenceStatusChannels,
  selectedDeclineReasons,
} from '../database/schema/configuration.ts';
import { assignedProfiles, assignedUsers, grantedStatuses, users } from '../database/schema/people.ts';
import { flows, queueMembers, queues } from '../database/schema/queues.ts';
import { agentWorks, reps, workItems } from '../database/schema/routing.ts';

/** The records that use a record. */
export interface Uses {
  /** Some of each kind. */
  readonly usedBy: UsedBy;
  /** How many there are in all. */
  readonly total: number;
}

type Finder = (queries: Queries, id: Id) => Promise<Uses>;

/** How many of each kind are named. */
const MAX_NAMED = 100;
/** Administrators do not fix work one by one: a few examples are enough. */
const MAX_WORK_NAMED = 3;

const some =
  (
    kind: string,
    table: PgTable,
    columns: { readonly id: PgColumn; readonly name: SQL<string> | PgColumn },
    where: (queries: Queries, id: Id) => SQL | undefined,
    most: number,
  ): Finder =>
  async (queries, id) => {
    const rows = (await queries
      .select({ id: columns.id, name: columns.name, total: sql<number>`count(*) over ()`.mapWith(Number) })
      .from(table)
      .where(where(queries, id))
      .orderBy(asc(columns.name), asc(columns.id))
      .limit(most)) as { id: Id; name: string; total: number }[];
    return {
      usedBy: rows.map(({ id: user, name }) => ({ kind, id: user, name })),
      total: rows[0]?.total ?? 0,
    };
  };

const by = (
  { resource, table, label }: Pick<RecordKind, 'resource' | 'table' | 'label'>,
  where: (queries: Queries, id: Id) => SQL | undefined,
): Finder => some(resource, table, { id: table.id, name: label }, where, MAX_NAMED);

/** Records that refer to it in one of their list fields. */
const listed =
  (owner: PgColumn, kindId: PgColumn, item: PgColumn) =>
  (queries: Queries, id: Id): SQL =>
    exists(
      queries
        .select({ one: sql`1` })
        .from(item.table as PgTable)
        .where(sql`${owner} = ${kindId} and ${item} = ${id}`),
    );

const work = (where: (id: Id) => SQL | undefined): Finder =>
  some(
    'work-items',
    workItems,
    { id: workItems.id, name: workItems.subject },
    (_, id) => where(id),
    MAX_WORK_NAMED,
  );

const transfersTo = (list: 'profileIds' | 'queueIds' | 'flowIds'): Finder =>
  by(presenceConfigurationKind, (_, id) =>
    or(
      ...['messaging', 'voice'].map(
        (kind) =>
          sql`${presenceConfigurations.transferDestinations} @> ${JSON.stringify({ [kind]: { [list]: [id] } })}::jsonb`,
      ),
    ),
  );

/** Finds the users of a record, by resource. A record in use cannot be deleted. */
const finders: Readonly<Record<RecordKind['resource'], readonly Finder[]>> = {
  'presence-configurations': [
    by(userKind, listed(assignedUsers.userId, users.id, assignedUsers.configurationId)),
    by(
      profileKind,
      listed(assignedProfiles.profileId, profileKind.table.id, assignedProfiles.configurationId),
    ),
  ],
  'service-channels': [
    by(
      presenceStatusKind,
      listed(presenceStatusChannels.statusId, presenceStatusKind.table.id, presenceStatusChannels.channelId),
    ),
    work((id) => eq(workItems.channelId, id)),
  ],
  'routing-configurations': [by(queueKind, (_, id) => eq(queues.routingConfigurationId, id))],
  queues: [
    by(flowKind, (_, id) => eq(flows.queueId, id)),
    transfersTo('queueIds'),
    work((id) => eq(workItems.queueId, id)),
  ],
  flows: [transfersTo('flowIds')],
  'presence-statuses': [
    by(presenceConfigurationKind, (_, id) =>
      or(
        eq(presenceConfigurations.statusOnDeclineId, id),
        eq(presenceConfigurations.statusOnPushTimeoutId, id),
      ),
    ),
    by(profileKind, listed(grantedStatuses.profileId, profileKind.table.id, grantedStatuses.statusId)),
    by(userKind, (queries, id) =>
      exists(
        queries
          .select({ one: sql`1` })
          .from(reps)
          .where(sql`${reps.id} = ${users.id} and ${id} in (${reps.statusId}, ${reps.statusAfterAcwId})`),
      ),
    ),
  ],
  'decline-reasons': [
    by(
      presenceConfigurationKind,
      listed(
        selectedDeclineReasons.configurationId,
        presenceConfigurations.id,
        selectedDeclineReasons.reasonId,
      ),
    ),
  ],
  users: [
    by(
      presenceConfigurationKind,
      listed(assignedUsers.configurationId, presenceConfigurations.id, assignedUsers.userId),
    ),
    by(queueKind, listed(queueMembers.queueId, queues.id, queueMembers.repId)),
    work((id) =>
      or(
        eq(workItems.requiredRepId, id),
        eq(workItems.repId, id),
        sql`${workItems.id} in (select ${agentWorks.workItemId} from ${agentWorks} where ${agentWorks.repId} = ${id})`,
      ),
    ),
  ],
  profiles: [
    by(userKind, (_, id) => eq(users.profileId, id)),
    by(
      presenceConfigurationKind,
      listed(assignedProfiles.configurationId, presenceConfigurations.id, assignedProfiles.profileId),
    ),
    transfersTo('profileIds'),
    work((id) => eq(workItems.profileId, id)),
  ],
};

export async function usesOf(queries: Queries, resource: RecordKind['resource'], id: Id): Promise<Uses> {
  const found: Uses[] = [];
  for (const find of finders[resource]) found.push(await find(queries, id));
  return {
    usedBy: found.flatMap(({ usedBy }) => usedBy),
    total: found.reduce((sum, { total }) => sum + total, 0),
  };
}

/** The presence configurations that set a status on push time-out. */
export const timeoutStatusesSet = by(
  presenceConfigurationKind,
  () => sql`${presenceConfigurations.statusOnPushTimeoutId} is not null`,
);
