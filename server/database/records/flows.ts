import { flowSchema, type Flow } from '../../../src/domain/flow.ts';
import type { Id } from '../../../src/domain/values.ts';
import { check } from '../../../src/domain/violations.ts';
import type { Queries } from '../database.ts';
import { flows } from '../schema/queues.ts';
import { accepted, raiseRevision } from './checked.ts';

/** Adds a flow. Throws `RecordRefused`. */
export async function insertFlow(tx: Queries, id: Id, flow: Flow): Promise<void> {
  await tx.insert(flows).values({ id, ...accepted(check(flowSchema, flow)) });
  await raiseRevision(tx);
}
