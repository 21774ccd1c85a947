import { count } from 'drizzle-orm';
import type { Instant } from '../../src/domain/time.ts';
import type { Database } from '../database/database.ts';
import { users } from '../database/schema/people.ts';
import { seedConfigurations } from './configurations.ts';
import { seedPeople } from './people.ts';
import { seedQueues } from './queues.ts';
import { seedChannelsAndStatuses } from './channels-and-statuses.ts';

/** Fills an empty database with a small contact centre to try things in. A database with users is left alone. */
export async function seedDemo(database: Database, now: Instant = Date.now()): Promise<void> {
  await database.transaction(async (tx) => {
    const [found] = await tx.select({ users: count() }).from(users);
    if (found && found.users > 0) return;
    await seedChannelsAndStatuses(tx);
    await seedPeople(tx, now);
    await seedQueues(tx);
    await seedConfigurations(tx);
  });
}
