import { and, count, eq, inArray, isNotNull, isNull, ne } from 'drizzle-orm';
import type { NamedDestination, OfferedDestination } from '../../../src/domain/work/transfer.ts';
import type { Id } from '../../../src/domain/values.ts';
import type { Queries } from '../../database/database.ts';
import { users } from '../../database/schema/people.ts';
import { queueMembers } from '../../database/schema/queues.ts';
import { agentWorks, reps, workItems } from '../../database/schema/routing.ts';
import type { DestinationQuery } from '../engine/engine.ts';
import { onlineFor } from '../offers/candidates.ts';
import type { ConfigurationView } from './configuration-view.ts';
import { allowedDestinations, byKindAndName } from './destinations.ts';

/**
 * The destinations to which a rep may transfer this work, by kind and then by name; `null` if it is not this rep's
 * work.
 */
export async function listDestinations(
  queries: Queries,
  configuration: ConfigurationView,
  { repId, agentWorkId, search, limit, after }: DestinationQuery,
): Promise<{ items: OfferedDestination[]; next: NamedDestination | null } | null> {
  const [work] = await queries
    .select({ channelId: workItems.channelId })
    .from(agentWorks)
    .innerJoin(workItems, eq(workItems.id, agentWorks.workItemId))
    .where(and(eq(agentWorks.id, agentWorkId), eq(agentWorks.repId, repId)));
  if (!work) return null;
  const wanted = search.toLowerCase();
  const found = allowedDestinations(configuration, repId, work.channelId).filter(
    (destination) =>
      destination.name.toLowerCase().includes(wanted) &&
      (after === null || byKindAndName(destination, after) > 0),
  );
  const shown = found.slice(0, limit);
  const items = await withReps(queries, configuration, shown, { channelId: work.channelId, repId });
  return { items, next: found.length > limit ? (shown.at(-1) ?? null) : null };
}

/**
 * Adds to each destination how many of its reps, apart from the one asking, are connected and online for the channel.
 */
async function withReps(
  queries: Queries,
  configuration: ConfigurationView,
  shown: readonly NamedDestination[],
  { channelId, repId }: { readonly channelId: Id; readonly repId: Id },
): Promise<OfferedDestination[]> {
  const queueOf = ({ kind, id }: NamedDestination): Id | null =>
    kind === 'queue' ? id : kind === 'flow' ? (configuration.flows.get(id)?.queueId ?? null) : null;
  const profileIds = shown.flatMap(({ kind, id }) => (kind === 'profile' ? id : []));
  const queueIds = shown.flatMap((one) => queueOf(one) ?? []);
  const isOnline = and(
    onlineFor(configuration, channelId),
    isNotNull(reps.sessionId),
    isNull(reps.disconnectedAt),
    ne(reps.id, repId),
  );
  const byProfile = await queries
    .select({ id: users.profileId, online: count() })
    .from(reps)
    .innerJoin(users, eq(users.id, reps.id))
    .where(and(inArray(users.profileId, profileIds), users.active, users.omniChannel, isOnline))
    .groupBy(users.profileId);
  const byQueue = await queries
    .select({ id: queueMembers.queueId, online: count() })
    .from(reps)
    .innerJoin(users, eq(users.id, reps.id))
    .innerJoin(queueMembers, eq(queueMembers.repId, reps.id))
    .where(and(inArray(queueMembers.queueId, queueIds), users.active, users.omniChannel, isOnline))
    .groupBy(queueMembers.queueId);
  const online = (rows: typeof byQueue, id: Id | null) => rows.find((row) => row.id === id)?.online ?? 0;
  return shown.map((one) => ({
    ...one,
    repsOnline: one.kind === 'profile' ? online(byProfile, one.id) : online(byQueue, queueOf(one)),
  }));
}
