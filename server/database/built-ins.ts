import { eq } from 'drizzle-orm';
import { defaultPresenceConfiguration } from '../../src/domain/configuration/presence-configuration.ts';
import { OFFLINE_STATUS_ID } from '../../src/domain/configuration/presence-status.ts';
import type { Queries } from './database.ts';
import { insertPresenceConfiguration } from './records/presence-configurations.ts';
import { insertPresenceStatus } from './records/presence-statuses.ts';
import { configurationRevision, presenceConfigurations, presenceStatuses } from './schema/configuration.ts';
import { routingTurn } from './schema/routing.ts';

/** The id of the Default Presence Configuration. */
const DEFAULT_CONFIGURATION_ID = 'default';

/** Creates the built-in records if they are missing: Offline, and the Default Presence Configuration. */
export async function builtIns(tx: Queries): Promise<void> {
  await tx.insert(routingTurn).values({}).onConflictDoNothing();
  await tx.insert(configurationRevision).values({}).onConflictDoNothing();
  // Processes that start together take turns.
  await tx.select().from(configurationRevision).for('update');
  const offline = await tx.select().from(presenceStatuses).where(eq(presenceStatuses.id, OFFLINE_STATUS_ID));
  if (offline.length === 0)
    await insertPresenceStatus(tx, {
      id: OFFLINE_STATUS_ID,
      name: 'Offline',
      developerName: 'Offline',
      kind: 'offline',
      channelIds: [],
    });
  const byDefault = await tx
    .select({ id: presenceConfigurations.id })
    .from(presenceConfigurations)
    .where(eq(presenceConfigurations.isDefault, true));
  if (byDefault.length === 0)
    await insertPresenceConfiguration(tx, DEFAULT_CONFIGURATION_ID, defaultPresenceConfiguration, {
      isDefault: true,
    });
}
