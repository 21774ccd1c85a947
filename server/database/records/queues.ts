import { queueSchema, type Queue } from '../../../src/domain/queue.ts';
import type { Id } from '../../../src/domain/values.ts';
import { check } from '../../../src/domain/violations.ts';
import type { Queries } from '../database.ts';
import { queueMembers, queues } from '../schema/queues.ts';
import { accepted, raiseRevision } from './checked.ts';

/** Adds a queue with its members. Throws `RecordRefused`. */
export async function insertQueue(tx: Queries, id: Id, queue: Queue): Promise<void> {
  const { memberIds, ...rest } = accepted(check(queueSchema, queue));
  await tx.insert(queues).values({ id, ...rest });
  if (memberIds.length > 0)
    await tx.insert(queueMembers).values(memberIds.map((repId) => ({ queueId: id, repId })));
  await raiseRevision(tx);
}
