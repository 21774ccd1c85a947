import { asc, eq, isNotNull } from 'drizzle-orm';
import type { PresenceConfiguration } from '../../../src/domain/presence-configuration.ts';
import {
  checkPresenceConfiguration,
  type ConfigurationReferences,
} from '../../../src/domain/presence-configuration-references.ts';
import type { WithId } from '../../../src/domain/resolve-effective-configuration.ts';
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
import { accepted, raiseRevision } from './checked.ts';

/** Adds a presence configuration. Throws `RecordRefused` with every violated rule. */
export async function insertPresenceConfiguration(
  tx: Queries,
  id: Id,
  configuration: PresenceConfiguration,
  { isDefault = false } = {},
): Promise<void> {
  const references = await configurationReferences(tx);
  const { declineReasonIds, ...settings } = accepted(checkPresenceConfiguration(configuration, references));
  await tx.insert(presenceConfigurations).values({ id, isDefault, ...settings });
  if (declineReasonIds.length > 0)
    await tx
      .insert(selectedDeclineReasons)
      .values(declineReasonIds.map((reasonId, position) => ({ configurationId: id, reasonId, position })));
  await raiseRevision(tx);
}

/** What a presence configuration may refer to, as the records stand. */
async function configurationReferences(tx: Queries): Promise<ConfigurationReferences> {
  const statuses = await tx.select({ id: presenceStatuses.id }).from(presenceStatuses);
  const reasons = await tx
    .select({ id: declineReasons.id })
    .from(declineReasons)
    .where(eq(declineReasons.retired, false));
  const known = await tx.select({ sha256: sounds.sha256 }).from(sounds);
  const taken = await tx
    .select({ developerName: presenceConfigurations.developerName })
    .from(presenceConfigurations);
  const timed = await tx
    .select({ id: routingConfigurations.id })
    .from(routingConfigurations)
    .where(isNotNull(routingConfigurations.pushTimeoutSeconds))
    .limit(1);
  return {
    statusIds: new Set(statuses.map(({ id }) => id)),
    declineReasonIds: new Set(reasons.map(({ id }) => id)),
    sounds: new Set(known.map(({ sha256 }) => sha256)),
    takenDeveloperNames: taken.map(({ developerName }) => developerName),
    somePushTimeout: timed.length > 0,
  };
}

/** Every presence configuration, and the id of the default one. */
export async function presenceConfigurationsOf(
  queries: Queries,
): Promise<{ configurations: WithId<PresenceConfiguration>[]; defaultId: Id | null }> {
  const rows = await queries.select().from(presenceConfigurations);
  const selected = await queries
    .select()
    .from(selectedDeclineReasons)
    .orderBy(asc(selectedDeclineReasons.position));
  const configurations = rows.map(({ isDefault: _, version: __, ...row }) => ({
    ...row,
    declineReasonIds: selected
      .filter(({ configurationId }) => configurationId === row.id)
      .map(({ reasonId }) => reasonId),
  }));
  return { configurations, defaultId: rows.find(({ isDefault }) => isDefault)?.id ?? null };
}
