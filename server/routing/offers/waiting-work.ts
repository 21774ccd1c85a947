import { and, asc, eq, exists, gt, inArray, isNotNull, isNull, not, or, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import type { Id } from '../../../src/domain/values.ts';
import type { Queries } from '../../database/database.ts';
import { queues } from '../../database/schema/queues.ts';
import { exclusions, reps, workItems } from '../../database/schema/routing.ts';

/** How many waiting items are read at a time. */
export const PAGE = 50;

/** The parts of a waiting item that routing needs. */
export interface WaitingItem {
  readonly id: Id;
  readonly number: number;
  readonly createdAt: number;
  readonly channelId: Id;
  readonly queueId: Id;
  /** The profile whose reps may be offered it instead of the queue's members; `null`: the members. */
  readonly profileId: Id | null;
  readonly requiredRepId: Id | null;
  readonly conferenceId: Id | null;
  /** Reps who are in its conversation already, or invited to it: they are never offered it. */
  readonly present: readonly Id[];
  /** Reps who have declined or missed it in this round, latest first. */
  readonly excluded: readonly Id[];
}

/** Items of the same queue, channel and profile: if nobody has declined them, a rep who can take one can take any. */
export interface Group {
  readonly queueId: Id;
  readonly channelId: Id;
  readonly profileId: Id | null;
}

const columns = {
  id: workItems.id,
  number: workItems.number,
  createdAt: workItems.createdAt,
  channelId: workItems.channelId,
  queueId: workItems.queueId,
  profileId: workItems.profileId,
  requiredRepId: workItems.requiredRepId,
  conferenceId: workItems.conferenceId,
  // Qualified by hand: in a query of one table Drizzle omits table names.
  present: sql<Id[]>`case when work_items.conference_id is null then '{}' else array(
    select seat.rep_id from work_items seat
    where seat.conference_id = work_items.conference_id and seat.rep_id is not null) end`,
  excluded: sql<Id[]>`array(
    select ${exclusions.repId} from ${exclusions}
    where ${exclusions.workItemId} = ${workItems.id}
    order by ${exclusions.number} desc)`,
};

const waiting = eq(workItems.status, 'waiting');

/** Where work waits. */
export interface PlaceWithWork {
  readonly queueId: Id;
  /** Whether each item waits for a certain rep, or for any member of the queue. */
  readonly required: boolean;
}

/** The queues in which work waits. One short query, however much waits. */
export async function placesWithWork(queries: Queries): Promise<PlaceWithWork[]> {
  const waitsIn = (required: boolean) => {
    const who = required ? isNotNull(workItems.requiredRepId) : isNull(workItems.requiredRepId);
    const any = queries
      .select({ one: sql`1` })
      .from(workItems)
      .where(and(eq(workItems.queueId, queues.id), waiting, who));
    return queries
      .select({ queueId: queues.id, required: sql<boolean>`${required}::boolean`.as('required') })
      .from(queues)
      .where(exists(any));
  };
  return unionAll(waitsIn(true), waitsIn(false));
}

/** The next page of items waiting in these queues, oldest first, without the groups that nobody can take. */
export async function waitingPage(
  queries: Queries,
  queueIds: readonly Id[],
  without: readonly Group[],
  after: WaitingItem | null,
): Promise<WaitingItem[]> {
  return queries
    .select(columns)
    .from(workItems)
    .where(
      and(
        waiting,
        isNull(workItems.requiredRepId),
        inArray(workItems.queueId, [...queueIds]),
        ...without.map(
          ({ queueId, channelId, profileId }) =>
            sql`not (${eq(workItems.queueId, queueId)} and ${eq(workItems.channelId, channelId)}
              and ${workItems.profileId} is not distinct from ${profileId})`,
        ),
        after
          ? or(
              gt(workItems.createdAt, after.createdAt),
              and(eq(workItems.createdAt, after.createdAt), gt(workItems.number, after.number)),
            )
          : undefined,
      ),
    )
    .orderBy(asc(workItems.createdAt), asc(workItems.number))
    .limit(PAGE);
}

/** Items that each wait for a certain rep who is connected and has not missed them, oldest first. */
export async function waitingForReps(queries: Queries): Promise<WaitingItem[]> {
  const missed = queries
    .select({ one: sql`1` })
    .from(exclusions)
    .where(and(eq(exclusions.workItemId, workItems.id), eq(exclusions.repId, workItems.requiredRepId)));
  return queries
    .select(columns)
    .from(workItems)
    .innerJoin(reps, eq(reps.id, workItems.requiredRepId))
    .where(
      and(
        waiting,
        isNotNull(workItems.requiredRepId),
        isNotNull(reps.sessionId),
        isNull(reps.disconnectedAt),
        not(exists(missed)),
      ),
    )
    .orderBy(asc(workItems.createdAt), asc(workItems.number))
    .limit(200);
}
