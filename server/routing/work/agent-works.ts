import { and, eq, inArray, sql } from 'drizzle-orm';
import {
  isOpen,
  nextAgentWorkStatus,
  type AgentWorkEvent,
  type AgentWorkStatus,
} from '../../../src/domain/work/agent-work.ts';
import type { Id } from '../../../src/domain/values.ts';
import { agentWorks, openStatuses, workItems } from '../../database/schema/routing.ts';
import type { Step } from '../engine/step.ts';

/** Agent work with the parts of its item that the rules need. */
export interface StoredWork {
  readonly work: typeof agentWorks.$inferSelect;
  readonly item: Pick<
    typeof workItems.$inferSelect,
    'id' | 'channelId' | 'requiredRepId' | 'conferenceId' | 'invitedTo'
  >;
}

/** The columns that are read of agent work and its item. */
const workColumns = {
  work: agentWorks,
  item: {
    id: workItems.id,
    channelId: workItems.channelId,
    requiredRepId: workItems.requiredRepId,
    conferenceId: workItems.conferenceId,
    invitedTo: workItems.invitedTo,
  },
};

/** Agent works by id. The rep's row must be locked, which guards them. */
export async function worksById(step: Step, ids: readonly Id[]): Promise<StoredWork[]> {
  if (ids.length === 0) return [];
  const { draft } = step;
  if (draft) return ids.flatMap((id) => draft.work(id) ?? []);
  return step.tx
    .select(workColumns)
    .from(agentWorks)
    .innerJoin(workItems, eq(workItems.id, agentWorks.workItemId))
    .where(inArray(agentWorks.id, [...ids]))
    .orderBy(agentWorks.offeredAt, agentWorks.id);
}

/** The requests that wait for a locked rep's answer. */
export function requestsOf(step: Step, repId: Id): Promise<StoredWork[]> {
  return openWorksOf(step, repId, 'assigned');
}

/** The works of a locked rep that are in wrap-up. */
export function wrapUpsOf(step: Step, repId: Id): Promise<StoredWork[]> {
  return openWorksOf(step, repId, 'afterConversationWork');
}

async function openWorksOf(step: Step, repId: Id, status: AgentWorkStatus): Promise<StoredWork[]> {
  if (step.draft) return step.draft.worksThatAre(status);
  return step.tx
    .select(workColumns)
    .from(agentWorks)
    .innerJoin(workItems, eq(workItems.id, agentWorks.workItemId))
    .where(
      and(
        eq(agentWorks.repId, repId),
        // Repeats the condition of the partial index, so that it is used.
        sql`${agentWorks.status} in (${openStatuses})`,
        eq(agentWorks.status, status),
      ),
    )
    .orderBy(agentWorks.offeredAt, agentWorks.id);
}

type Facts = Partial<
  Pick<
    typeof agentWorks.$inferSelect,
    | 'openedAt'
    | 'openedBy'
    | 'customerLeftAt'
    | 'declineReason'
    | 'statusUpdate'
    | 'transferredTo'
    | 'acw'
    | 'acwEndsAt'
  >
>;

/**
 * Moves agent work of a locked rep to the status that follows from `event`, and writes the columns that go with it.
 * Nothing else writes the status of agent work. Throws `IllegalTransitionError`.
 */
export async function moveWork(
  step: Step,
  { work }: StoredWork,
  event: AgentWorkEvent,
  facts: Facts = {},
): Promise<void> {
  const status = nextAgentWorkStatus(work.status, event);
  const changes = {
    status,
    ...facts,
    ...(event.type === 'canceled' && { cancelReason: event.reason }),
    // Transferred work is open again during its wrap-up.
    settledAt: isOpen(status) ? null : step.now(),
  };
  step.touch(work.repId);
  if (step.draft) return step.draft.changeWork(work.id, changes);
  const moved = await step.tx
    .update(agentWorks)
    .set(changes)
    .where(and(eq(agentWorks.id, work.id), eq(agentWorks.status, work.status)))
    .returning({ id: agentWorks.id });
  if (moved.length !== 1) throw new Error(`Agent work ${work.id} changed without its rep's lock.`);
}
