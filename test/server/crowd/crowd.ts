import { developmentIssuer, developmentSecret } from '../../../server/auth/development-tokens.ts';
import type { Permission } from '../../../server/auth/permissions.ts';
import { openDatabase, type DatabaseAddress } from '../../../server/database/open-database.ts';
import { routingConfigurations } from '../../../server/database/schema/configuration.ts';
import { queueMembers } from '../../../server/database/schema/queues.ts';
import { users } from '../../../server/database/schema/people.ts';
import { reps } from '../../../server/database/schema/routing.ts';
import { seedDemo } from '../../../server/seed/demo.ts';
import { OFFLINE_STATUS_ID } from '../../../src/domain/configuration/presence-status.ts';
import type { Id } from '../../../src/domain/values.ts';

/** The queue that the crowd are members of. */
export const CROWD_QUEUE = { id: 'sales-chat', developerName: 'Sales_chat' } as const;

const TOKEN_LIFETIME = 3600;

/**
 * Fills a database with the demo and a crowd of this size, all members of one queue, and returns their ids. No request
 * has a push time-out: on a slow machine it would be missed, and its rep be set Offline.
 */
export async function makeCrowd(address: DatabaseAddress, size: number): Promise<Id[]> {
  const database = await openDatabase(address);
  try {
    const now = Date.now();
    await seedDemo(database, now);
    const ids = Array.from({ length: size }, (_, number) => `rep-${String(number).padStart(5, '0')}`);
    const person = { firstName: 'Rep', nickname: null, alias: null, active: true, omniChannel: true };
    await database.transaction(async (tx) => {
      await tx.update(routingConfigurations).set({ pushTimeoutSeconds: null });
      for (const some of slices(ids, 1000)) {
        await tx
          .insert(users)
          .values(some.map((id) => ({ ...person, id, lastName: id, profileId: 'support' })));
        await tx.insert(reps).values(
          some.map((id) => ({
            id,
            statusId: OFFLINE_STATUS_ID,
            statusSince: now,
            statusCause: 'rep' as const,
          })),
        );
        await tx.insert(queueMembers).values(some.map((repId) => ({ repId, queueId: CROWD_QUEUE.id })));
      }
    });
    return ids;
  } finally {
    await database.close();
  }
}

/** Issues tokens that a server on this data folder accepts. */
export async function tokensFor(
  dataFolder: string,
): Promise<(subject: string, ...permissions: Permission[]) => Promise<string>> {
  const issuer = developmentIssuer(await developmentSecret(dataFolder), TOKEN_LIFETIME, Date.now);
  return async (subject, ...permissions) => (await issuer.issue(subject, permissions)).token;
}

function slices<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size),
  );
}
