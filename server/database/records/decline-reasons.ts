import { declineReasonSchema, type DeclineReason } from '../../../src/domain/decline-reason.ts';
import type { Id } from '../../../src/domain/values.ts';
import { check } from '../../../src/domain/violations.ts';
import type { Queries } from '../database.ts';
import { declineReasons } from '../schema/configuration.ts';
import { accepted, raiseRevision } from './checked.ts';

/** Adds a decline reason. Throws `RecordRefused`. */
export async function insertDeclineReason(tx: Queries, id: Id, reason: DeclineReason): Promise<void> {
  await tx.insert(declineReasons).values({ id, ...accepted(check(declineReasonSchema, reason)) });
  await raiseRevision(tx);
}
