import { presenceStatusSchema, type PresenceStatus } from '../../../src/domain/presence-status.ts';
import { check } from '../../../src/domain/violations.ts';
import type { Queries } from '../database.ts';
import { presenceStatusChannels, presenceStatuses } from '../schema/configuration.ts';
import { accepted, raiseRevision } from './checked.ts';

/** Adds a presence status with the channels it is online for. Throws `RecordRefused`. */
export async function insertPresenceStatus(tx: Queries, status: PresenceStatus): Promise<void> {
  const { id, name, kind, channelIds } = accepted(
    check(presenceStatusSchema, status, (given) =>
      given.kind === 'online' || given.channelIds.length === 0
        ? []
        : [{ pointer: '/channelIds', detail: 'Only an online status may name channels.' }],
    ),
  );
  await tx.insert(presenceStatuses).values({ id, name, kind });
  if (channelIds.length > 0)
    await tx
      .insert(presenceStatusChannels)
      .values(channelIds.map((channelId) => ({ statusId: id, channelId })));
  await raiseRevision(tx);
}
