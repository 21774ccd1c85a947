import { and, asc, eq } from 'drizzle-orm';
import { OFFLINE_STATUS_ID, type PresenceStatus } from '../../../src/domain/configuration/presence-status.ts';
import { nameOf } from '../../../src/domain/setup/user.ts';
import type { Id } from '../../../src/domain/values.ts';
import type { Queries } from '../../database/database.ts';
import { presenceConfigurationsOf } from '../../database/records/presence-configurations.ts';
import { readRecords } from '../../database/records/record-kind.ts';
import { weightOf } from '../../database/records/routing-configurations.ts';
import { serviceChannelKind } from '../../database/records/service-channels.ts';
import {
  configurationRevision,
  declineReasons,
  presenceStatusChannels,
  presenceStatuses,
  routingConfigurations,
  sounds,
} from '../../database/schema/configuration.ts';
import {
  assignedProfiles,
  assignedUsers,
  grantedStatuses,
  profiles,
  users,
} from '../../database/schema/people.ts';
import { flows, queueMembers, queues } from '../../database/schema/queues.ts';
import type { ConfigurationRecords, QueueView, RepView } from './configuration-view.ts';

/** The configuration's revision, which grows with every change. */
export async function readRevision(queries: Queries): Promise<number> {
  const [row] = await queries.select().from(configurationRevision);
  return row?.revision ?? 0;
}

/**
 * Reads the whole configuration. The revision is read first: if a change is committed while the rest is read, the
 * result may be inconsistent, but its revision is outdated and the next check reads everything again.
 */
export async function readConfiguration(queries: Queries): Promise<ConfigurationRecords> {
  const revision = await readRevision(queries);
  const { configurations, defaultId } = await presenceConfigurationsOf(queries);
  if (defaultId === null) throw new Error('There is no default presence configuration.');
  const channels = await readRecords(queries, serviceChannelKind);
  const reasons = await queries.select().from(declineReasons).where(eq(declineReasons.retired, false));
  const statuses = await readStatuses(queries);
  const reps = await readReps(queries, statuses);
  return {
    revision,
    configurations,
    defaultConfigurationId: defaultId,
    assignedToRep: new Map(
      (await queries.select().from(assignedUsers)).map((row) => [row.userId, row.configurationId]),
    ),
    assignedToProfile: new Map(
      (await queries.select().from(assignedProfiles)).map((row) => [row.profileId, row.configurationId]),
    ),
    channels: channels
      .map(({ id, fields }) => ({ ...fields, id }))
      .sort((one, other) => (one.name < other.name ? -1 : Number(one.name > other.name))),
    declineReasons: reasons.map(({ id, label }) => ({ id, label })),
    sounds: await readSounds(queries),
    statuses,
    reps,
    queues: await readQueues(queries),
    profiles: await readProfiles(queries, reps),
    flows: await readFlows(queries),
  };
}

async function readStatuses(queries: Queries): Promise<Map<Id, PresenceStatus>> {
  const rows = await queries.select().from(presenceStatuses).orderBy(asc(presenceStatuses.name));
  const channelIds = grouped(await queries.select().from(presenceStatusChannels), 'statusId', 'channelId');
  return new Map(
    rows.map(({ id, name, developerName, kind }) => [
      id,
      { id, name, developerName, kind, channelIds: (channelIds.get(id) ?? []).sort() },
    ]),
  );
}

async function readSounds(queries: Queries): Promise<ConfigurationRecords['sounds']> {
  const rows = await queries
    .select({ sha256: sounds.sha256, format: sounds.format, lengthSeconds: sounds.lengthSeconds })
    .from(sounds)
    .orderBy(asc(sounds.sha256));
  return rows.map((sound) => ({ ...sound, address: `/v1/sounds/${sound.sha256}` }));
}

async function readReps(
  queries: Queries,
  statuses: ReadonlyMap<Id, PresenceStatus>,
): Promise<Map<Id, RepView>> {
  const granted = grouped(await queries.select().from(grantedStatuses), 'profileId', 'statusId');
  const offered = (profileId: Id): PresenceStatus[] => {
    const ids = new Set([...(granted.get(profileId) ?? []), OFFLINE_STATUS_ID]);
    return [...statuses.values()].filter(({ id }) => ids.has(id)).sort(onlineFirst);
  };
  const byProfile = new Map<Id, PresenceStatus[]>();
  const rows = await queries.select().from(users).where(and(users.active, users.omniChannel));
  return new Map(
    rows.map((user) => {
      const { id, profileId, firstName, nickname, alias } = user;
      const own = byProfile.get(profileId) ?? offered(profileId);
      byProfile.set(profileId, own);
      return [
        id,
        { source: { id, profileId, firstName, nickname, alias, name: nameOf(user) }, statuses: own },
      ];
    }),
  );
}

// In the order that reps expect: statuses that take work first, Offline last.
const order = ['online', 'busy', 'offline'];
function onlineFirst(one: PresenceStatus, other: PresenceStatus): number {
  return order.indexOf(one.kind) - order.indexOf(other.kind) || one.name.localeCompare(other.name, 'en');
}

async function readQueues(queries: Queries): Promise<Map<Id, QueueView>> {
  const members = grouped(await queries.select().from(queueMembers), 'queueId', 'repId');
  const rows = await queries
    .select()
    .from(queues)
    .innerJoin(routingConfigurations, eq(routingConfigurations.id, queues.routingConfigurationId));
  return new Map(
    rows.map(({ queues: { id, name, developerName }, routing_configurations: routing }) => [
      id,
      {
        id,
        name,
        developerName,
        routing: {
          priority: routing.priority,
          capacityWeight: weightOf(routing),
          capacityType: routing.capacityType,
          pushTimeoutSeconds: routing.pushTimeoutSeconds,
          model: routing.model,
        },
        memberIds: new Set(members.get(id)),
      },
    ]),
  );
}

async function readProfiles(
  queries: Queries,
  reps: ReadonlyMap<Id, RepView>,
): Promise<ConfigurationRecords['profiles']> {
  const withReps = new Set([...reps.values()].map(({ source }) => source.profileId));
  const rows = await queries.select({ id: profiles.id, name: profiles.name }).from(profiles);
  return new Map(rows.filter(({ id }) => withReps.has(id)).map((profile) => [profile.id, profile]));
}

async function readFlows(queries: Queries): Promise<ConfigurationRecords['flows']> {
  const rows = await queries.select({ id: flows.id, name: flows.name, queueId: flows.queueId }).from(flows);
  return new Map(rows.map((flow) => [flow.id, flow]));
}

function grouped<Key extends string, Value extends string>(
  rows: readonly Record<Key | Value, string>[],
  by: Key,
  value: Value,
): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const row of rows) {
    const group = groups.get(row[by]);
    if (group) group.push(row[value]);
    else groups.set(row[by], [row[value]]);
  }
  return groups;
}
