import * as v from 'valibot';
import { message } from '../rule-messages.ts';
import * as rules from '../rules.ts';
import { developerNameSchema } from '../setup/developer-name.ts';
import type { ChannelType } from './service-channel.ts';
import { fieldSentence, idList, idSchema, instantSchema, open, text, type Id, type Open } from '../values.ts';

/** The kinds of presence status: online for some channels, busy, or offline. */
const presenceKinds = ['online', 'busy', 'offline'] as const;
const presenceKindSchema = v.picklist(presenceKinds, message(rules.oneOf, 'Kind', 'online, busy or offline'));
export type PresenceKind = v.InferOutput<typeof presenceKindSchema>;

/** A status that a rep may choose, with its channels (none unless it is online). */
export const presenceStatusSchema = v.object({
  id: idSchema,
  name: text('Name', 80),
  /** Its API name. A server of an earlier release does not send it. */
  developerName: v.exactOptional(v.pipe(v.string(), v.maxLength(80))),
  kind: open(presenceKinds),
  channelIds: v.array(idSchema),
});
export type PresenceStatus = v.InferOutput<typeof presenceStatusSchema>;

/** A service channel of a status as a host receives it, with the names of the Omni toolkit. */
export interface StatusChannel {
  readonly channelId: Id;
  /** Its API name and its name; `null` until the configuration is known. */
  readonly developerName: string | null;
  readonly name: string | null;
}

/** A status as a host receives it, with the names of the Omni toolkit. */
export interface ServicePresenceStatus {
  readonly statusId: Id;
  readonly statusName: string;
  /** `null` if the server does not send it. */
  readonly statusApiName: string | null;
  readonly kind: Open<PresenceKind>;
  readonly channels: readonly StatusChannel[];
}

/** The status for hosts; `known`: the channels of the rep's configuration. */
export function statusForHosts(
  { id, name, developerName, kind, channelIds }: PresenceStatus,
  known: readonly { readonly id: Id; readonly developerName: string; readonly name: string }[] = [],
): ServicePresenceStatus {
  const channels = channelIds.map((channelId): StatusChannel => {
    const channel = known.find((one) => one.id === channelId);
    return { channelId, developerName: channel?.developerName ?? null, name: channel?.name ?? null };
  });
  return { statusId: id, statusName: name, statusApiName: developerName ?? null, kind, channels };
}

/** A status as an administrator edits it, with every rule that depends on no other record. */
export const presenceStatusFieldsSchema = v.pipe(
  v.strictObject(
    {
      name: text('Name', 80),
      developerName: developerNameSchema,
      kind: presenceKindSchema,
      channelIds: idList('Channels'),
    },
    fieldSentence,
  ),
  v.forward(
    v.partialCheck(
      [['kind'], ['channelIds']],
      ({ kind, channelIds }) => kind === 'online' || channelIds.length === 0,
      message(rules.channelsWhenOnline),
    ),
    ['channelIds'],
  ),
);
export type PresenceStatusFields = v.InferOutput<typeof presenceStatusFieldsSchema>;

/** The part of a status that is needed to name it and return to it. */
export const statusBeforeSchema = v.pick(presenceStatusSchema, ['id', 'name']);
export type StatusBefore = v.InferOutput<typeof statusBeforeSchema>;

/** The id of the built-in status that every rep has. */
export const OFFLINE_STATUS_ID = 'offline';

/**
 * Whether a status queued for the end of wrap-up stays so after a decline or a missed request that sets `statusId`
 * (`null`: none): an online one does not, even if that status is set already, because a rep who does not answer is not
 * there.
 */
export function staysQueued(queued: Pick<PresenceStatus, 'kind'>, statusId: Id | null): boolean {
  return statusId === null || queued.kind !== 'online';
}

/** Whether a rep who chooses this status with `giveBack` returns the requests that still ring: only if it is not online. */
export function givesBack({ kind }: Pick<PresenceStatus, 'kind'>, giveBack = false): boolean {
  return giveBack && kind !== 'online';
}

/** By which the host's own code sets a status on the rep's behalf: its method, or as a part of its login. */
export const hostCauses = ['host', 'login'] as const;
export type HostCause = (typeof hostCauses)[number];

/** What set a status. */
export const presenceCauses = [
  ...(['rep', ...hostCauses] as const),
  ...(['decline', 'pushTimeout', 'grace', 'signOut', 'administrator'] as const),
] as const;
export type PresenceCause = (typeof presenceCauses)[number];

/** Whether a status was chosen, by the rep or by the host for them, rather than set by itself. */
export function isChosen(cause: Open<PresenceCause>): cause is 'rep' | HostCause {
  return cause === 'rep' || cause === 'host' || cause === 'login';
}

/** A rep's presence as confirmed by the server. */
export const presenceSchema = v.object({
  status: presenceStatusSchema,
  /** When the status was set. */
  since: instantSchema,
  cause: open(presenceCauses),
});
export type Presence = v.InferOutput<typeof presenceSchema>;

/** Whether a rep in this status accepts work on this channel. */
export function isOnlineFor(status: Pick<PresenceStatus, 'kind' | 'channelIds'>, channelId: Id): boolean {
  return status.kind === 'online' && status.channelIds.includes(channelId);
}

/**
 * The status to set after a decline, or `null` to keep the present one. Blank: a declined voice call sets Offline.
 */
export function statusAfterDecline(type: Open<ChannelType>, configured: Id | null): Id | null {
  return configured ?? (type === 'voice' ? OFFLINE_STATUS_ID : null);
}

/**
 * The status to set after a push time-out, or `null` to keep the present one. Blank: a missed voice call sets
 * Offline.
 */
export function statusAfterPushTimeout(type: Open<ChannelType>, configured: Id | null): Id | null {
  return configured ?? (type === 'voice' ? OFFLINE_STATUS_ID : null);
}
