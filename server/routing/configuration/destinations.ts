import {
  destinationKinds,
  isDestinationAllowed,
  type Destination,
  type NamedDestination,
} from '../../../src/domain/work/transfer.ts';
import type { Id } from '../../../src/domain/values.ts';
import type { ConfigurationView } from './configuration-view.ts';

/** A destination, resolved to where transferred work waits. */
export interface ResolvedDestination {
  readonly named: NamedDestination;
  /** The changes to the work item. A destination that only restricts the reps leaves the queue as it is. */
  readonly place: { readonly queueId?: Id; readonly profileId: Id | null };
}

/** Finds a destination; `null` if there is none. A profile without reps is not a destination. */
export function resolveDestination(
  configuration: ConfigurationView,
  { kind, id }: Destination,
): ResolvedDestination | null {
  const found = recordsOf(configuration, kind).get(id);
  if (!found) return null;
  const named = { kind, id, name: found.name };
  switch (kind) {
    case 'profile':
      return { named, place: { profileId: id } };
    case 'queue':
      return { named, place: { queueId: id, profileId: null } };
    case 'flow': {
      const queueId = configuration.flows.get(id)?.queueId;
      return queueId === undefined ? null : { named, place: { queueId, profileId: null } };
    }
  }
}

/** Every destination to which a rep may transfer work of a channel, by kind and then by name. */
export function allowedDestinations(
  configuration: ConfigurationView,
  repId: Id,
  channelId: Id,
): NamedDestination[] {
  const selected = configuration.effective(repId)?.settings.transferDestinations.value;
  if (!selected) return [];
  const { type } = configuration.channel(channelId);
  return destinationKinds
    .flatMap((kind) =>
      [...recordsOf(configuration, kind).values()].map(({ id, name }) => ({ kind, id, name })),
    )
    .filter((destination) => isDestinationAllowed(selected, type, destination))
    .sort(byKindAndName);
}

/** The order of destinations: by kind, then by name, ignoring case. */
export function byKindAndName(one: NamedDestination, other: NamedDestination): number {
  const kinds = destinationKinds.indexOf(one.kind) - destinationKinds.indexOf(other.kind);
  return (
    kinds || one.name.localeCompare(other.name, 'en') || (one.id < other.id ? -1 : Number(one.id > other.id))
  );
}

function recordsOf(
  configuration: ConfigurationView,
  kind: Destination['kind'],
): ReadonlyMap<Id, { readonly id: Id; readonly name: string }> {
  switch (kind) {
    case 'profile':
      return configuration.profiles;
    case 'queue':
      return configuration.queues;
    case 'flow':
      return configuration.flows;
  }
}
