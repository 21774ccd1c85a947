import { sql } from 'drizzle-orm';
import {
  serviceChannelSchema,
  type ServiceChannel,
} from '../../../src/domain/configuration/service-channel.ts';
import { soundUploaded } from '../../../src/domain/rules.ts';
import type { Id } from '../../../src/domain/values.ts';
import type { Queries } from '../database.ts';
import { serviceChannels, sounds } from '../schema/configuration.ts';
import {
  checkedBy,
  insertRecord,
  mustExist,
  ownDeveloperName,
  plainFields,
  type RecordKind,
} from './record-kind.ts';

export const serviceChannelKind: RecordKind<ServiceChannel> = {
  resource: 'service-channels',
  word: 'service channel',
  table: serviceChannels,
  label: sql`${serviceChannels.name}`,
  nameOf: ({ name }) => name,
  lists: [],
  fromRow: plainFields,
  toRow: (fields) => fields,
  check: checkedBy(
    serviceChannelSchema,
    ownDeveloperName(serviceChannels, 'service channel'),
    mustExist('sound', sounds.sha256, soundUploaded('Sound')),
  ),
};

/** Adds a service channel. Throws `RecordRefused`. */
export async function insertServiceChannel(tx: Queries, id: Id, channel: ServiceChannel): Promise<void> {
  await insertRecord(tx, serviceChannelKind, id, channel);
}
