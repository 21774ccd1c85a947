import { sql } from 'drizzle-orm';
import {
  presenceStatusFieldsSchema,
  type PresenceStatus,
  type PresenceStatusFields,
} from '../../../src/domain/configuration/presence-status.ts';
import { channelsExist } from '../../../src/domain/rules.ts';
import type { Queries } from '../database.ts';
import { presenceStatusChannels, presenceStatuses, serviceChannels } from '../schema/configuration.ts';
import { checkedBy, insertRecord, mustExist, plainFields, type RecordKind } from './record-kind.ts';

export const presenceStatusKind: RecordKind<PresenceStatusFields> = {
  resource: 'presence-statuses',
  word: 'presence status',
  table: presenceStatuses,
  label: sql`${presenceStatuses.name}`,
  nameOf: ({ name }) => name,
  lists: [{ field: 'channelIds', table: presenceStatusChannels, owner: 'statusId', item: 'channelId' }],
  fromRow: plainFields,
  toRow: ({ name, kind }) => ({ name, kind }),
  check: checkedBy(
    presenceStatusFieldsSchema,
    mustExist('channelIds', serviceChannels.id, channelsExist('Channels')),
  ),
};

/** Adds a presence status with the channels it is online for. Throws `RecordRefused`. */
export async function insertPresenceStatus(tx: Queries, { id, ...fields }: PresenceStatus): Promise<void> {
  await insertRecord(tx, presenceStatusKind, id, fields);
}
