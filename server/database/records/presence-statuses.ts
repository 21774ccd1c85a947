import { sql } from 'drizzle-orm';
import {
  presenceStatusFieldsSchema,
  type PresenceStatusFields,
} from '../../../src/domain/configuration/presence-status.ts';
import type { WithId } from '../../../src/domain/configuration/resolve-effective-configuration.ts';
import { channelsExist } from '../../../src/domain/rules.ts';
import type { Queries } from '../database.ts';
import { presenceStatusChannels, presenceStatuses, serviceChannels } from '../schema/configuration.ts';
import {
  checkedBy,
  insertRecord,
  mustExist,
  ownDeveloperName,
  plainFields,
  type RecordKind,
} from './record-kind.ts';

export const presenceStatusKind: RecordKind<PresenceStatusFields> = {
  resource: 'presence-statuses',
  word: 'presence status',
  table: presenceStatuses,
  label: sql`${presenceStatuses.name}`,
  nameOf: ({ name }) => name,
  lists: [{ field: 'channelIds', table: presenceStatusChannels, owner: 'statusId', item: 'channelId' }],
  fromRow: plainFields,
  toRow: ({ channelIds: _, ...row }) => row,
  check: checkedBy(
    presenceStatusFieldsSchema,
    ownDeveloperName(presenceStatuses, 'presence status'),
    mustExist('channelIds', serviceChannels.id, channelsExist('Channels')),
  ),
};

/** Adds a presence status with the channels it is online for. Throws `RecordRefused`. */
export async function insertPresenceStatus(
  tx: Queries,
  { id, ...fields }: WithId<PresenceStatusFields>,
): Promise<void> {
  await insertRecord(tx, presenceStatusKind, id, fields);
}
