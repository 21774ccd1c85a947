import { sql } from 'drizzle-orm';
import { declineReasonSchema, type DeclineReason } from '../../../src/domain/configuration/decline-reason.ts';
import type { Id } from '../../../src/domain/values.ts';
import type { Queries } from '../database.ts';
import { declineReasons } from '../schema/configuration.ts';
import { checkedBy, insertRecord, ownDeveloperName, plainFields, type RecordKind } from './record-kind.ts';

export const declineReasonKind: RecordKind<DeclineReason> = {
  resource: 'decline-reasons',
  word: 'decline reason',
  table: declineReasons,
  label: sql`${declineReasons.label}`,
  nameOf: ({ label }) => label,
  lists: [],
  fromRow: plainFields,
  toRow: (fields) => fields,
  check: checkedBy(declineReasonSchema, ownDeveloperName(declineReasons, 'decline reason')),
};

/** Adds a decline reason. Throws `RecordRefused`. */
export async function insertDeclineReason(tx: Queries, id: Id, reason: DeclineReason): Promise<void> {
  await insertRecord(tx, declineReasonKind, id, reason);
}
