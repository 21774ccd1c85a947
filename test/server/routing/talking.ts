import assert from 'node:assert/strict';
import type { PresenceConfiguration } from '../../../src/domain/configuration/presence-configuration.ts';
import type { ChannelType } from '../../../src/domain/configuration/service-channel.ts';
import type { Destination } from '../../../src/domain/work/transfer.ts';
import type { Id } from '../../../src/domain/values.ts';
import type { ContactCentre } from './contact-centre.ts';

/** Common steps of the tests of transfers and conferences. */

export const ACW = { giveAcw: true, acwDurationSeconds: 30 };
export const queue = (id: Id): Destination => ({ kind: 'queue', id });

/** A rep who has accepted work of a channel, the only member of its queue. */
export async function talking(
  centre: ContactCentre,
  configuration: Partial<PresenceConfiguration> = {},
  channel: ChannelType = 'messaging',
) {
  const rep = await centre.rep({ capacity: 10, ...configuration });
  const home = await centre.queue({ members: [rep], channel });
  const item = await centre.item(home);
  return { rep, home, item, work: await accepted(centre, rep) };
}

/** The rep accepts their only ringing request. Returns its agent work. */
export async function accepted(centre: ContactCentre, rep: Id): Promise<Id> {
  const { id } = await centre.request(rep);
  await centre.deliver(rep, await centre.request(rep));
  assert.deepEqual(await centre.execute(rep, { type: 'accept', agentWorkId: id }), { kind: 'done' });
  return id;
}

/** The code of a refusal, or `done`. */
export async function refusal(outcome: ReturnType<ContactCentre['execute']>): Promise<string> {
  const made = await outcome;
  return made.kind === 'refused' ? made.code : made.kind;
}
