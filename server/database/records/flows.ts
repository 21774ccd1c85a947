import { sql } from 'drizzle-orm';
import { flowSchema, type Flow } from '../../../src/domain/configuration/flow.ts';
import { queueExists } from '../../../src/domain/rules.ts';
import type { Id } from '../../../src/domain/values.ts';
import type { Queries } from '../database.ts';
import { flows, queues } from '../schema/queues.ts';
import { checkedBy, insertRecord, mustExist, plainFields, type RecordKind } from './record-kind.ts';

export const flowKind: RecordKind<Flow> = {
  resource: 'flows',
  word: 'flow',
  table: flows,
  label: sql`${flows.name}`,
  nameOf: ({ name }) => name,
  lists: [],
  fromRow: plainFields,
  toRow: (fields) => fields,
  check: checkedBy(flowSchema, mustExist('queueId', queues.id, queueExists('Queue'))),
};

/** Adds a flow. Throws `RecordRefused`. */
export async function insertFlow(tx: Queries, id: Id, flow: Flow): Promise<void> {
  await insertRecord(tx, flowKind, id, flow);
}
