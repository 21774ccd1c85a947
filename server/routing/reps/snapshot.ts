import { and, desc, eq, gt, inArray, or, sql } from 'drizzle-orm';
import { isTakeable } from '../../../src/domain/work/answer-rules.ts';
import { isOpen, MAX_SETTLED_WORKS, type AgentWork } from '../../../src/domain/work/agent-work.ts';
import { capacityOf } from '../../../src/domain/work/capacity.ts';
import { byOffer } from '../../../src/domain/work/request-order.ts';
import type { Instant, Milliseconds } from '../../../src/domain/time.ts';
import type { Id } from '../../../src/domain/values.ts';
import type { Snapshot } from '../../../src/protocol/messages.ts';
import type { Queries } from '../../database/database.ts';
import { queues } from '../../database/schema/queues.ts';
import { agentWorks, openStatuses, reps, workItems } from '../../database/schema/routing.ts';
import { serviceChannels } from '../../database/schema/configuration.ts';
import { nameOfUser, users } from '../../database/schema/people.ts';
import { UnknownRepError } from '../engine/engine.ts';
import type { ConfigurationCache } from '../configuration/configuration-cache.ts';
import { revisionColumn } from './reps.ts';

/** How long settled work stays in the snapshot. */
const SHOWN_AFTER_SETTLING: Milliseconds = 3_600_000;

/** Everything that a rep's panel shows, read in one statement so that it is consistent. Throws `UnknownRepError`. */
export async function readSnapshot(
  queries: Queries,
  cache: ConfigurationCache,
  repId: Id,
  now: Instant,
): Promise<Omit<Snapshot, 'revision'>> {
  const rows = await readRows(queries, repId, now);
  if (!rows[0]) throw new UnknownRepError(`There is no rep ${repId}.`);
  const { rep, revision } = rows[0];
  const configuration = await cache.at(queries, revision);
  const effective = configuration.effective(repId);
  const configurationVersion = configuration.version(repId);
  const status = configuration.status(rep.statusId);
  if (!effective || configurationVersion === null || !status)
    throw new UnknownRepError(`There is no rep ${repId}.`);
  // A burst is created within one millisecond; its numbers tell who came first.
  rows.sort((one, other) => (one.item?.number ?? 0) - (other.item?.number ?? 0));
  const works = rows.flatMap(toAgentWork).sort(byOffer);
  const { capacity, interruptibleCapacity } = effective.settings;
  return {
    rep: { id: repId, name: effective.rep.name },
    presence: { status, since: rep.statusSince, cause: rep.statusCause },
    capacity: capacityOf(
      works.filter((work) => isOpen(work.status)).map(({ stamp: { size, pool } }) => ({ size, pool })),
      { capacity: capacity.value, interruptibleCapacity: interruptibleCapacity.value },
    ),
    statusAfterAcw: rep.statusAfterAcwId === null ? null : configuration.status(rep.statusAfterAcwId),
    outboundEndsAt: rep.outboundEndsAt,
    agentWorks: works,
    configurationVersion,
  };
}

/** The other reps in the conversation of open work. Most work has no conference, which costs nothing. */
const conference = sql<AgentWork['conference']>`
  case when ${workItems.conferenceId} is not null and ${agentWorks.status} in ('assigned', 'opened')
  then jsonb_build_object(
    'with', coalesce((
      select jsonb_agg(${nameOfUser(users)} order by seat.number)
      from work_items seat join ${users} on ${users.id} = seat.rep_id
      where seat.conference_id = ${workItems.conferenceId} and seat.id <> ${workItems.id}
        and seat.status = 'accepted'), '[]'::jsonb),
    'invited', (
      select seat.invited_to from work_items seat
      where seat.conference_id = ${workItems.conferenceId} and seat.id <> ${workItems.id}
        and seat.status in ('waiting', 'offered') and seat.invited_to is not null limit 1))
  end`;

function readRows(queries: Queries, repId: Id, now: Instant) {
  const settled = queries
    .select({ id: agentWorks.id })
    .from(agentWorks)
    .where(and(eq(agentWorks.repId, repId), gt(agentWorks.settledAt, now - SHOWN_AFTER_SETTLING)))
    .orderBy(desc(agentWorks.settledAt), desc(agentWorks.id))
    .limit(MAX_SETTLED_WORKS);
  return queries
    .select({
      rep: reps,
      revision: revisionColumn,
      work: agentWorks,
      item: workItems,
      conference,
      channel: serviceChannels,
      queue: queues,
    })
    .from(reps)
    .leftJoin(
      agentWorks,
      and(
        eq(agentWorks.repId, reps.id),
        or(sql`${agentWorks.status} in (${openStatuses})`, inArray(agentWorks.id, settled)),
      ),
    )
    .leftJoin(workItems, eq(workItems.id, agentWorks.workItemId))
    .leftJoin(serviceChannels, eq(serviceChannels.id, workItems.channelId))
    .leftJoin(queues, eq(queues.id, workItems.queueId))
    .where(eq(reps.id, repId));
}

type Row = Awaited<ReturnType<typeof readRows>>[number];

function toAgentWork({ work, item, conference, channel, queue }: Row): AgentWork[] {
  if (!work || !item || !channel || !queue) return [];
  const { id, status, stamp, offeredAt, openedAt, openedBy, settledAt } = work;
  const { cancelReason, customerLeftAt, declineReason, statusUpdate, acw, transferredTo, flag } = work;
  const { subject, customerName, highlights, recordId, createdAt: waitingSince } = item;
  return [
    {
      id,
      // Reps in the same conversation see the same work item.
      workItemId: item.conferenceId ?? item.id,
      status,
      channel: { id: channel.id, name: channel.name, type: channel.type },
      queue: { id: queue.id, name: queue.name },
      subject,
      customerName,
      highlights,
      recordId,
      waitingSince,
      offeredAt,
      openedAt,
      openedBy,
      settledAt,
      cancelReason,
      customerLeftAt,
      declineReason,
      statusUpdate,
      stamp,
      acw,
      transferredTo,
      conference,
      flag,
      takeable: isTakeable(status) && item.status === 'waiting',
    },
  ];
}
