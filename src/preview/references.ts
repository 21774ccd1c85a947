import * as v from 'valibot';
import { declineReasonSchema } from '../domain/configuration/decline-reason.ts';
import type { SoundReference } from '../domain/configuration/effective-configuration.ts';
import {
  OFFLINE_STATUS_ID,
  presenceStatusSchema,
  type PresenceStatus,
} from '../domain/configuration/presence-status.ts';
import { queueSchema, type Queue } from '../domain/configuration/queue.ts';
import type { WithId } from '../domain/configuration/resolve-effective-configuration.ts';
import {
  routingConfigurationSchema,
  type RoutingConfiguration,
} from '../domain/configuration/routing-configuration.ts';
import { serviceChannelSchema, type ServiceChannel } from '../domain/configuration/service-channel.ts';
import type { SoundRecord } from '../domain/setup/setup-api.ts';
import { idSchema, type Labelled } from '../domain/values.ts';

/** The other records that a presence configuration refers to, or that apply to the same rep. */
export interface PreviewReferences {
  readonly channels: readonly WithId<ServiceChannel>[];
  /** The statuses that the rep may choose, including Offline. */
  readonly statuses: readonly PresenceStatus[];
  /** Decline reasons that are not retired. */
  readonly declineReasons: readonly Labelled[];
  readonly routingConfigurations: readonly WithId<RoutingConfiguration>[];
  readonly queues: readonly WithId<Pick<Queue, 'name' | 'routingConfigurationId'>>[];
  readonly sounds: readonly SoundReference[];
}

/** Setup's lists as received. List data beyond a record's fields is ignored. */
export interface ReferenceLists {
  readonly channels: readonly unknown[];
  readonly statuses: readonly unknown[];
  readonly declineReasons: readonly unknown[];
  readonly routingConfigurations: readonly unknown[];
  readonly queues: readonly unknown[];
  readonly sounds: readonly SoundRecord[];
}

const withId = <Entries extends v.ObjectEntries>({ entries }: { readonly entries: Entries }) =>
  v.object({ ...entries, id: idSchema });
const channelSchema = withId(serviceChannelSchema);
const routingSchema = withId(routingConfigurationSchema);
const queueRowSchema = v.object({
  id: idSchema,
  name: queueSchema.entries.name,
  routingConfigurationId: queueSchema.entries.routingConfigurationId,
});
const reasonSchema = withId(declineReasonSchema);

/** The valid records of the lists; a record that violates its schema is left out. */
export function referencesOf(lists: ReferenceLists): PreviewReferences {
  const statuses = understood(presenceStatusSchema, lists.statuses);
  const hasOffline = statuses.some(({ kind }) => kind === 'offline');
  return {
    channels: understood(channelSchema, lists.channels),
    statuses: (hasOffline ? statuses : [...statuses, offline]).sort(asRepsLook),
    declineReasons: understood(reasonSchema, lists.declineReasons)
      .filter(({ retired }) => !retired)
      .map(({ id, label }) => ({ id, label })),
    routingConfigurations: understood(routingSchema, lists.routingConfigurations),
    queues: understood(queueRowSchema, lists.queues),
    sounds: lists.sounds.map(({ sha256, format, lengthSeconds }) => ({
      sha256,
      format,
      lengthSeconds,
      address: `/v1/sounds/${sha256}`,
    })),
  };
}

const offline: PresenceStatus = {
  id: OFFLINE_STATUS_ID,
  name: 'Offline',
  developerName: 'Offline',
  kind: 'offline',
  channelIds: [],
};

// In the order online, busy, offline.
const order: readonly PresenceStatus['kind'][] = ['online', 'busy', 'offline'];
const asRepsLook = (one: PresenceStatus, other: PresenceStatus): number =>
  order.indexOf(one.kind) - order.indexOf(other.kind) || one.name.localeCompare(other.name, 'en');

function understood<Schema extends v.GenericSchema>(
  schema: Schema,
  records: readonly unknown[],
): v.InferOutput<Schema>[] {
  return records.flatMap((record) => {
    const read = v.safeParse(schema, record);
    return read.success ? [read.output] : [];
  });
}
