import { and, eq, inArray } from 'drizzle-orm';
import { capacityOf, MAX_OPEN_WORKS } from '../../../src/domain/work/capacity.ts';
import type { Id } from '../../../src/domain/values.ts';
import type { Database, Queries, Statement, StatementValue } from '../../database/database.ts';
import { toJson } from '../../database/json-rows.ts';
import { users } from '../../database/schema/people.ts';
import { queueMembers } from '../../database/schema/queues.ts';
import { reps } from '../../database/schema/routing.ts';
import type { Candidate, Demand } from './choose-rep.ts';
import type { ConfigurationView } from '../configuration/configuration-view.ts';
import { isConnected, type RepRow } from '../reps/reps.ts';
import type { Group } from './waiting-work.ts';

type RowOfCandidate = Pick<
  RepRow,
  | 'id'
  | 'change'
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

const columns = `r.id, r.change, r.status_id as "statusId", r.session_id as "sessionId",
  r.disconnected_at as "disconnectedAt", r.open_works as "openWorks", r.wrapping_up as "wrappingUp", r.ringing,
  r.outbound_ends_at as "outboundEndsAt", r.primary_used as "primaryUsed",
  r.interruptible_used as "interruptibleUsed", r.last_offer_at as "lastOfferAt"`;
const membersOf = {
  queue: 'exists (select 1 from queue_members m where m.queue_id = $1::text and m.rep_id = r.id)',
  profile: 'exists (select 1 from users u where u.profile_id = $1::text and u.id = r.id)',
};
// Who has no room for the work, whatever their configuration, need not be read: that is nearly everybody if much waits.
const withRoom = `and r.session_id is not null and r.disconnected_at is null and not r.wrapping_up
  and r.open_works < ${String(MAX_OPEN_WORKS)} and r.outbound_ends_at is null
  and case $3::text when 'primary' then r.primary_used else r.interruptible_used end <= $4::numeric`;
const ways = {
  one: 'and r.id = $3::text',
  all: withRoom,
  // The order is that in which `chooseRep` prefers them.
  least: `${withRoom}
    order by r.primary_used + r.interruptible_used, r.last_offer_at nulls first, r.id collate "C"
    limit $5::int`,
};

/** The statement that reads the members of a queue, or the reps of a profile, who are online, in one of the ways. */
const membersStatement = (of: keyof typeof membersOf, way: keyof typeof ways): Statement => ({
  name: `members_${of}_${way}`,
  text: `
    select ${columns} from reps r
    where ${membersOf[of]} and r.status_id in (select jsonb_array_elements_text($2::jsonb)) ${ways[way]}`,
});

/** Which members to read: one, or those who may have room for the work; of these at most so many, the least active. */
export type Members =
  | { readonly repId: Id }
  | { readonly roomFor: Demand; readonly leastActive: number | null };

/** Reads members of a queue, or the reps of a profile instead, who are online for a channel. */
export async function membersOnline(
  database: Database,
  configuration: ConfigurationView,
  { queueId, channelId, profileId }: Group,
  members: Members,
): Promise<Candidate[]> {
  const of = profileId === null ? 'queue' : 'profile';
  const statusIds = configuration.statusesOnlineFor(channelId).map(({ id }) => id);
  const given = [profileId ?? queueId, toJson(statusIds)];
  const read = (way: keyof typeof ways, ...values: StatementValue[]) =>
    database.run<RowOfCandidate>(membersStatement(of, way), [...given, ...values]);
  const rows = await ('repId' in members ? read('one', members.repId) : readWithRoom(members));
  return rows.flatMap((row) => toCandidate(configuration, row) ?? []);

  function readWithRoom({ roomFor, leastActive }: Exclude<Members, { repId: Id }>) {
    const { pool, used } = configuration.mostUsed(roomFor);
    return leastActive === null ? read('all', pool, used) : read('least', pool, used, leastActive);
  }
}

/**
 * The ids of all members of a queue who are online for a channel: at capacity or not, connected or in their grace
 * period.
 */
export async function idsOnline(
  queries: Queries,
  configuration: ConfigurationView,
  { queueId, channelId, profileId }: Group,
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
  const { id, change, openWorks, wrappingUp, ringing, lastOfferAt } = row;
  const { capacity, interruptibleCapacity, maxNewOffers } = effective.settings;
  return {
    id,
    change,
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
