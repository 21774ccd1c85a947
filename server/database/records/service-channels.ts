import { sql } from 'drizzle-orm';
import {
  DEFAULT_SOUND,
  serviceChannelSchema,
  type ServiceChannel,
} from '../../../src/domain/configuration/service-channel.ts';
import { defaultOrUploaded } from '../../../src/domain/rules.ts';
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
  type RecordRule,
} from './record-kind.ts';

const uploaded = mustExist('sound', sounds.sha256, defaultOrUploaded('Sound'));
/** The default sound is there without being uploaded. */
const customSoundExists: RecordRule<Pick<ServiceChannel, 'sound'>> = {
  ...uploaded,
  ask: async (queries, { sound }, id) =>
    sound === DEFAULT_SOUND ? [] : uploaded.ask(queries, { sound }, id),
};

export const serviceChannelKind: RecordKind<ServiceChannel> = {
  resource: 'service-channels',
  word: 'service channel',
  table: serviceChannels,
  label: sql`${serviceChannels.name}`,
  nameOf: ({ name }) => name,
  lists: [],
  fromRow({ soundIsDefault, ...row }) {
    return { ...plainFields(row), sound: soundIsDefault === true ? DEFAULT_SOUND : row.sound };
  },
  toRow: ({ sound, ...row }) => ({
    ...row,
    sound: sound === DEFAULT_SOUND ? null : sound,
    soundIsDefault: sound === DEFAULT_SOUND,
  }),
  check: checkedBy(
    serviceChannelSchema,
    ownDeveloperName(serviceChannels, 'service channel'),
    customSoundExists,
  ),
};

/** Adds a service channel. Throws `RecordRefused`. */
export async function insertServiceChannel(tx: Queries, id: Id, channel: ServiceChannel): Promise<void> {
  await insertRecord(tx, serviceChannelKind, id, channel);
}
