import { sql } from 'drizzle-orm';
import { queueSchema, type Queue } from '../../../src/domain/configuration/queue.ts';
import { routingConfigurationExists, usersExist } from '../../../src/domain/rules.ts';
import type { Id } from '../../../src/domain/values.ts';
import type { Queries } from '../database.ts';
import { routingConfigurations } from '../schema/configuration.ts';
import { users } from '../schema/people.ts';
import { queueMembers, queues } from '../schema/queues.ts';
import {
  checkedBy,
  insertRecord,
  mustExist,
  ownDeveloperName,
  plainFields,
  type RecordKind,
} from './record-kind.ts';

export const queueKind: RecordKind<Queue> = {
  resource: 'queues',
  word: 'queue',
  table: queues,
  label: sql`${queues.name}`,
  nameOf: ({ name }) => name,
  lists: [{ field: 'memberIds', table: queueMembers, owner: 'queueId', item: 'repId' }],
  fromRow: plainFields,
  toRow: ({ memberIds: _, ...row }) => row,
  check: checkedBy(
    queueSchema,
    ownDeveloperName(queues, 'queue'),
    mustExist(
      'routingConfigurationId',
      routingConfigurations.id,
      routingConfigurationExists('Routing configuration'),
    ),
    mustExist('memberIds', users.id, usersExist('Members')),
  ),
};

/** Adds a queue with its members. Throws `RecordRefused`. */
export async function insertQueue(tx: Queries, id: Id, queue: Queue): Promise<void> {
  await insertRecord(tx, queueKind, id, queue);
}
