import { serviceChannelSchema, type ServiceChannel } from '../../../src/domain/service-channel.ts';
import type { Id } from '../../../src/domain/values.ts';
import { check } from '../../../src/domain/violations.ts';
import type { Queries } from '../database.ts';
import { serviceChannels } from '../schema/configuration.ts';
import { accepted, raiseRevision } from './checked.ts';

/** Adds a service channel. Throws `RecordRefused`. */
export async function insertServiceChannel(tx: Queries, id: Id, channel: ServiceChannel): Promise<void> {
  await tx.insert(serviceChannels).values({ id, ...accepted(check(serviceChannelSchema, channel)) });
  await raiseRevision(tx);
}
