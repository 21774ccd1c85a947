import { and, eq, inArray, isNotNull, isNull, lt, not, sql } from 'drizzle-orm';
import { capacityOf, MAX_OPEN_WORKS } from '../../../src/domain/work/capacity.ts';
import type { Id } from '../../../src/domain/values.ts';
import type { Queries } from '../../database/database.ts';
import { users } from '../../database/schema/people.ts';
import { queueMembers } from '../../database/schema/queues.ts';
import { reps } from '../../database/schema/routing.ts';
import type { Candidate } from './choose-rep.ts';
import type { ConfigurationView } from '../configuration/configuration-view.ts';
import { isConnected, type RepRow } from '../reps/reps.ts';

type RowOfCandidate = Pick<
  RepRow,
  | 'id'
  | 'statusId'
  | 'sessionId'
  | 'disconnectedAt'
  | 'openWorks'
  | 'wrappingUp'
  | 'ringing'
  | 'outboundEndsAt'
  | 'primaryUsed'
  | 'interruptibleUsed'
  | 'lastOfferAt'
>;

/** Selects the members of a queue, or the reps of a profile instead, who are online for a channel. */
export interface MembersQuery {
  readonly queueId: Id;
  readonly channelId: Id;
  /** `null`: the members of the queue. */
  readonly profileId: Id | null;
  /** At most this many: the least active with any free capacity. `null`: all of them. */
  readonly leastActive: number | null;
  /** `null`: any of them. */
  readonly repId: Id | null;
}

/** Reads members of a queue who are online for a channel. */
export async function membersOnline(
  queries: Queries,
  configuration: ConfigurationView,
  { queueId, channelId, profileId, leastActive, repId }: MembersQuery,
): Promise<Candidate[]> {
  const query = queries
    .select({
      id: reps.id,
      statusId: reps.statusId,
      sessionId: reps.sessionId,
      disconnectedAt: reps.disconnectedAt,
      openWorks: reps.openWorks,
      wrappingUp: reps.wrappingUp,
      ringing: reps.ringing,
      outboundEndsAt: reps.outboundEndsAt,
      primaryUsed: reps.primaryUsed,
      interruptibleUsed: reps.interruptibleUsed,
      lastOfferAt: reps.lastOfferAt,
    })
    .from(reps)
    .where(
      and(
        memberOf(queries, queueId, profileId),
        onlineFor(configuration, channelId),
        repId === null ? undefined : eq(reps.id, repId),
        leastActive === null ? undefined : and(isNotNull(reps.sessionId), isNull(reps.disconnectedAt)),
        leastActive === null ? undefined : and(not(reps.wrappingUp), lt(reps.openWorks, MAX_OPEN_WORKS)),
        leastActive === null ? undefined : isNull(reps.outboundEndsAt),
      ),
    );
  // The order in which `chooseRep` prefers them.
  const preferred = sql`${reps.primaryUsed} + ${reps.interruptibleUsed},
    ${reps.lastOfferAt} nulls first, ${reps.id} collate "C"`;
  const rows = await (leastActive === null ? query : query.orderBy(preferred).limit(leastActive));
  return rows.flatMap((row) => toCandidate(configuration, row) ?? []);
}

/**
 * The ids of all members of a queue who are online for a channel: at capacity or not, connected or in their grace
 * period.
 */
export async function idsOnline(
  queries: Queries,
  configuration: ConfigurationView,
  { queueId, channelId, profileId }: Pick<MembersQuery, 'queueId' | 'channelId' | 'profileId'>,
): Promise<Set<Id>> {
  const rows = await queries
    .select({ id: reps.id })
    .from(reps)
    .where(and(memberOf(queries, queueId, profileId), onlineFor(configuration, channelId)));
  return new Set(rows.map(({ id }) => id).filter((id) => configuration.isRep(id)));
}

function memberOf(queries: Queries, queueId: Id, profileId: Id | null) {
  const which =
    profileId === null
      ? queries.select({ id: queueMembers.repId }).from(queueMembers).where(eq(queueMembers.queueId, queueId))
      : queries.select({ id: users.id }).from(users).where(eq(users.profileId, profileId));
  return inArray(reps.id, which);
}

/** The condition that a rep's status is online for a channel. */
export function onlineFor(configuration: ConfigurationView, channelId: Id) {
  return inArray(
    reps.statusId,
    configuration.statusesOnlineFor(channelId).map(({ id }) => id),
  );
}

/** A rep for routing to choose; `null` if the user is no longer a rep. */
export function toCandidate(configuration: ConfigurationView, row: RowOfCandidate): Candidate | null {
  const effective = configuration.effective(row.id);
  const status = configuration.status(row.statusId);
  if (!effective || !status) return null;
  const { id, openWorks, wrappingUp, ringing, lastOfferAt } = row;
  const { capacity, interruptibleCapacity, maxNewOffers } = effective.settings;
  return {
    id,
    connected: isConnected(row),
    status,
    wrappingUp,
    outbound: row.outboundEndsAt !== null,
    ringing,
    maxNewOffers: maxNewOffers.value,
    openWorks,
    capacity: capacityOf(
      [
        { size: row.primaryUsed, pool: 'primary' },
        { size: row.interruptibleUsed, pool: 'interruptible' },
      ],
      { capacity: capacity.value, interruptibleCapacity: interruptibleCapacity.value },
    ),
    lastOfferAt,
    configuration: effective,
  };
}
