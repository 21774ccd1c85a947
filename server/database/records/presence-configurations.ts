import { and, eq, isNotNull, ne, sql } from 'drizzle-orm';
import type { PresenceConfiguration } from '../../../src/domain/configuration/presence-configuration.ts';
import {
  checkPresenceConfiguration,
  type ConfigurationReferences,
} from '../../../src/domain/configuration/presence-configuration-references.ts';
import type { WithId } from '../../../src/domain/configuration/resolve-effective-configuration.ts';
import type { Id } from '../../../src/domain/values.ts';
import type { Queries } from '../database.ts';
import {
  declineReasons,
  presenceConfigurations,
  presenceStatuses,
  routingConfigurations,
  selectedDeclineReasons,
  sounds,
} from '../schema/configuration.ts';
import { profiles } from '../schema/people.ts';
import { flows, queues } from '../schema/queues.ts';
import { insertRecord, readRecords, type RecordKind } from './record-kind.ts';

export const presenceConfigurationKind: RecordKind<PresenceConfiguration> = {
  resource: 'presence-configurations',
  word: 'presence configuration',
  table: presenceConfigurations,
  label: sql`${presenceConfigurations.name}`,
  nameOf: ({ name }) => name,
  lists: [
    {
      field: 'declineReasonIds',
      table: selectedDeclineReasons,
      owner: 'configurationId',
      item: 'reasonId',
      position: 'position',
    },
  ],
  fromRow: ({ id: _, version: __, isDefault: ___, changedAt: ____, ...fields }) => fields,
  toRow: ({ declineReasonIds: _, ...row }) => row,
  check: async (queries, input, id) =>
    checkPresenceConfiguration(input, await configurationReferences(queries, id)),
};

/** Adds a presence configuration. Throws `RecordRefused` with every violated rule. */
export async function insertPresenceConfiguration(
  tx: Queries,
  id: Id,
  configuration: PresenceConfiguration,
  { isDefault = false } = {},
): Promise<void> {
  await insertRecord(tx, presenceConfigurationKind, id, configuration, { isDefault });
}

/** The existing records that the presence configuration with this id may refer to. */
async function configurationReferences(queries: Queries, id: Id): Promise<ConfigurationReferences> {
  const idsOf = async (table: typeof presenceStatuses | typeof profiles | typeof queues | typeof flows) =>
    new Set((await queries.select({ id: table.id }).from(table)).map((row) => row.id));
  const reasons = await queries
    .select({ id: declineReasons.id })
    .from(declineReasons)
    .where(eq(declineReasons.retired, false));
  const known = await queries.select({ sha256: sounds.sha256 }).from(sounds);
  const taken = await queries
    .select({ developerName: presenceConfigurations.developerName })
    .from(presenceConfigurations)
    .where(ne(presenceConfigurations.id, id));
  return {
    statusIds: await idsOf(presenceStatuses),
    declineReasonIds: new Set(reasons.map((reason) => reason.id)),
    sounds: new Set(known.map(({ sha256 }) => sha256)),
    profileIds: await idsOf(profiles),
    queueIds: await idsOf(queues),
    flowIds: await idsOf(flows),
    takenDeveloperNames: taken.map(({ developerName }) => developerName),
    somePushTimeout: await somePushTimeout(queries),
  };
}

/** Whether any routing configuration has a push time-out, other than one that is to be deleted. */
export async function somePushTimeout(queries: Queries, without?: Id): Promise<boolean> {
  const timed = await queries
    .select({ id: routingConfigurations.id })
    .from(routingConfigurations)
    .where(
      and(
        isNotNull(routingConfigurations.pushTimeoutSeconds),
        without === undefined ? undefined : ne(routingConfigurations.id, without),
      ),
    )
    .limit(1);
  return timed.length > 0;
}

/** Every presence configuration, and the id of the default one. */
export async function presenceConfigurationsOf(
  queries: Queries,
): Promise<{ configurations: WithId<PresenceConfiguration>[]; defaultId: Id | null }> {
  const records = await readRecords(queries, presenceConfigurationKind);
  return {
    configurations: records.map(({ id, fields }) => ({ ...fields, id })),
    defaultId: records.find(({ row }) => row.isDefault === true)?.id ?? null,
  };
}
