import { and, asc, eq, exists, gt, inArray, isNotNull, isNull, not, or, sql } from 'drizzle-orm';
import type { Id } from '../../src/domain/values.ts';
import type { Queries } from '../database/database.ts';
import { queues } from '../database/schema/queues.ts';
import { exclusions, reps, workItems } from '../database/schema/routing.ts';

/** How many waiting items are read at a time. */
export const PAGE = 50;

/** A waiting item, as far as routing reads it. */
export interface WaitingItem {
  readonly id: Id;
  readonly number: number;
  readonly createdAt: number;
  readonly channelId: Id;
  readonly queueId: Id;
  readonly requiredRepId: Id | null;
  /** Who has declined or missed it in this round, the last one first. */
  readonly excluded: readonly Id[];
}

/** Items of one queue and channel: whether one fits somebody is the same for all that nobody has declined. */
export interface Group {
  readonly queueId: Id;
  readonly channelId: Id;
}

const columns = {
  id: workItems.id,
  number: workItems.number,
  createdAt: workItems.createdAt,
  channelId: workItems.channelId,
  queueId: workItems.queueId,
  requiredRepId: workItems.requiredRepId,
  excluded: sql<Id[]>`array(
    select ${exclusions.repId} from ${exclusions}
    where ${exclusions.workItemId} = ${workItems.id}
    order by ${exclusions.number} desc)`,
};

const waiting = eq(workItems.status, 'waiting');

/** Whether any work waits at all. */
export async function anyWaiting(queries: Queries): Promise<boolean> {
  const [found] = await queries.select({ id: workItems.id }).from(workItems).where(waiting).limit(1);
  return found !== undefined;
}

/** The queues in which work waits for any of its members. */
export async function queuesWithWork(queries: Queries): Promise<Id[]> {
  const anyWork = queries
    .select({ one: sql`1` })
    .from(workItems)
    .where(and(eq(workItems.queueId, queues.id), waiting, isNull(workItems.requiredRepId)));
  const rows = await queries.select({ id: queues.id }).from(queues).where(exists(anyWork));
  return rows.map(({ id }) => id);
}

/** The next page of what waits in some queues, oldest first, without the groups that nobody can take. */
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
        ...without.map(({ queueId, channelId }) =>
          not(sql`(${eq(workItems.queueId, queueId)} and ${eq(workItems.channelId, channelId)})`),
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

/** What waits for one rep each, who is connected and has not missed it, oldest first. */
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
