import * as v from 'valibot';
import type { ChannelType } from '../configuration/service-channel.ts';
import { idSchema, type Id, type Open } from '../values.ts';

/** The kinds of transfer destination, in the order shown to reps. */
export const destinationKinds = ['profile', 'queue', 'flow'] as const;
const destinationKindSchema = v.picklist(destinationKinds);
export type DestinationKind = v.InferOutput<typeof destinationKindSchema>;

/** A reference to a destination. */
export const destinationSchema = v.object({ kind: destinationKindSchema, id: idSchema });
export type Destination = v.InferOutput<typeof destinationSchema>;

/** A destination with its name. */
export const namedDestinationSchema = v.object({
  ...destinationSchema.entries,
  name: v.pipe(v.string(), v.maxLength(80)),
});
export type NamedDestination = v.InferOutput<typeof namedDestinationSchema>;

/** One page of a work's transfer destinations, sorted by kind, then by name. */
export const destinationPageSchema = v.object({
  items: v.array(
    v.object({
      ...namedDestinationSchema.entries,
      /** How many of its reps are connected and online for the work's channel, even if busy with other work. */
      repsOnline: v.pipe(v.number(), v.integer(), v.minValue(0)),
    }),
  ),
  /** The cursor of the next page; `null` on the last one. */
  next: v.nullable(v.string()),
});
export type DestinationPage = v.InferOutput<typeof destinationPageSchema>;
export type OfferedDestination = DestinationPage['items'][number];

const ids = v.array(idSchema);
const messaging = v.object({ profileIds: ids, queueIds: ids, flowIds: ids });
const voice = v.object({ profileIds: ids, queueIds: ids });

/**
 * The destinations that an administrator selected for each kind of transferable work. An empty selection allows all.
 */
export const transferDestinationsSchema = v.object({ messaging, voice });
export type TransferDestinations = v.InferOutput<typeof transferDestinationsSchema>;

/** The kinds of destination for work of this type; empty if it cannot be transferred. */
export function destinationKindsFor(type: Open<ChannelType>): readonly DestinationKind[] {
  switch (type) {
    case 'messaging':
      return ['profile', 'queue', 'flow'];
    case 'voice':
      return ['profile', 'queue'];
    case 'chat':
    case 'case':
    case 'unknown':
      return [];
  }
}

/** Whether accepted work of this type can be transferred at all. */
export const isTransferable = (type: Open<ChannelType>): boolean => destinationKindsFor(type).length > 0;

/** Whether someone else can join the conversation while the rep stays in it. */
export const canConference = (type: Open<ChannelType>): boolean => type === 'messaging';

/** Whether nothing is selected for any kind of work: then everything is allowed. */
export function isUnrestricted({ messaging, voice }: TransferDestinations): boolean {
  return isEmpty(messaging) && isEmpty(voice);
}

/**
 * Whether work of this type may be transferred to that destination; the server and the panel share this rule. An
 * empty selection for a kind of work allows everything.
 */
export function isDestinationAllowed(
  selected: TransferDestinations,
  type: Open<ChannelType>,
  { kind, id }: Destination,
): boolean {
  if (!destinationKindsFor(type).includes(kind)) return false;
  const lists: Selection = type === 'voice' ? selected.voice : selected.messaging;
  return isEmpty(lists) || (lists[listOf[kind]] ?? []).includes(id);
}

type Selection = Readonly<Partial<Record<'profileIds' | 'queueIds' | 'flowIds', readonly Id[]>>>;

const listOf = { profile: 'profileIds', queue: 'queueIds', flow: 'flowIds' } as const;

const isEmpty = (lists: Selection): boolean => Object.values(lists).every((list) => list.length === 0);
