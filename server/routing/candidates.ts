import { and, eq, inArray } from 'drizzle-orm';
import { capacityOf } from '../../src/domain/capacity.ts';
import type { Id } from '../../src/domain/values.ts';
import type { Queries } from '../database/database.ts';
import { queueMembers } from '../database/schema/queues.ts';
import { reps } from '../database/schema/routing.ts';
import type { Candidate } from './choose-rep.ts';
import type { ConfigurationView } from './configuration-view.ts';
import { isConnected, type RepRow } from './reps.ts';

type RowOfCandidate = Pick<
  RepRow,
  | 'id'
  | 'statusId'
  | 'sessionId'
  | 'disconnectedAt'
  | 'openWorks'
  | 'wrappingUp'
  | 'primaryUsed'
  | 'interruptibleUsed'
  | 'lastOfferAt'
>;

/** The members of a queue who are online for a channel: busy or not, connected or in their grace. */
export async function membersOnline(
  queries: Queries,
  configuration: ConfigurationView,
  queueId: Id,
  channelId: Id,
): Promise<Candidate[]> {
  const statuses = configuration.statusesOnlineFor(channelId);
  if (statuses.length === 0) return [];
  const rows = await queries
    .select({
      id: reps.id,
      statusId: reps.statusId,
      sessionId: reps.sessionId,
      disconnectedAt: reps.disconnectedAt,
      openWorks: reps.openWorks,
      wrappingUp: reps.wrappingUp,
      primaryUsed: reps.primaryUsed,
      interruptibleUsed: reps.interruptibleUsed,
      lastOfferAt: reps.lastOfferAt,
    })
    .from(reps)
    .innerJoin(queueMembers, and(eq(queueMembers.repId, reps.id), eq(queueMembers.queueId, queueId)))
    .where(
      inArray(
        reps.statusId,
        statuses.map(({ id }) => id),
      ),
    );
  return rows.flatMap((row) => toCandidate(configuration, row) ?? []);
}

/** A rep for routing to choose; `null`: the user is no rep any more. */
export function toCandidate(configuration: ConfigurationView, row: RowOfCandidate): Candidate | null {
  const effective = configuration.effective(row.id);
  const status = configuration.status(row.statusId);
  if (!effective || !status) return null;
  const { id, openWorks, wrappingUp, lastOfferAt } = row;
  const { capacity, interruptibleCapacity } = effective.configuration.settings;
  return {
    id,
    connected: isConnected(row),
    status,
    wrappingUp,
    openWorks,
    capacity: capacityOf(
      [
        { size: row.primaryUsed, pool: 'primary' },
        { size: row.interruptibleUsed, pool: 'interruptible' },
      ],
      { capacity: capacity.value, interruptibleCapacity: interruptibleCapacity.value },
    ),
    lastOfferAt,
    configuration: effective.configuration,
  };
}
