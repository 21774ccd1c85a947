import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Id } from '../../../src/domain/values.ts';
import { workItems } from '../../database/schema/routing.ts';
import { moveWork, worksById, type StoredWork } from './agent-works.ts';
import type { ResolvedDestination } from '../configuration/destinations.ts';
import { lockItems } from './lock-items.ts';
import type { Step } from '../engine/step.ts';
import { settleItem } from './work-item-moves.ts';

/*
 * Several reps in one conversation: each has a separate work item with the same `conferenceId`, so that an item has
 * at most one rep, as everywhere in routing. The others see what one of them does, so a transaction in which a rep
 * joins or leaves locks all of them. See docs/decisions/0005-transfer-and-conference.md.
 */

type Seat = typeof workItems.$inferSelect;

/**
 * Invites somebody to the conversation of accepted work: a separate item waits at the destination, as old as the
 * customer's.
 */
export async function invite(
  step: Step,
  held: StoredWork,
  { place, named }: ResolvedDestination,
): Promise<void> {
  const conferenceId = held.item.conferenceId ?? held.item.id;
  if (held.item.conferenceId === null)
    await step.tx.update(workItems).set({ conferenceId }).where(eq(workItems.id, held.item.id));
  const seats = await seatsOf(step, conferenceId);
  // One invitation at a time: an earlier one that was not accepted is withdrawn.
  await withdraw(step, seats);
  const own = seats.find(({ id }) => id === held.item.id);
  if (!own) throw new Error(`The work item ${held.item.id} is gone.`);
  const { number: _, ...content } = own;
  const id = randomUUID();
  await step.tx.insert(workItems).values({
    ...content,
    id,
    conferenceId,
    invitedTo: named,
    ...place,
    // Keys of work sources contain no space.
    idempotencyKey: `conference ${id}`,
    requiredRepId: null,
    status: 'waiting',
    repId: null,
    agentWorkId: null,
  });
  updateReps(step, seats);
  step.route();
}

/**
 * Updates the panels of the others when a locked rep joins or leaves the conversation. When the last rep leaves,
 * invitations are withdrawn.
 */
export async function updateOtherReps(
  step: Step,
  { item }: StoredWork,
  goes: 'comes' | 'leaves',
): Promise<void> {
  if (item.conferenceId === null) return;
  const others = (await seatsOf(step, item.conferenceId)).filter(({ id }) => id !== item.id);
  updateReps(step, others);
  if (goes === 'leaves' && !others.some(isTaken)) await withdraw(step, others);
}

const seatsOf = (step: Step, conferenceId: Id): Promise<Seat[]> =>
  lockItems(step, eq(workItems.conferenceId, conferenceId));

const isTaken = ({ status }: Seat): boolean => status === 'accepted';

function updateReps(step: Step, seats: readonly Seat[]): void {
  for (const { repId, status } of seats) if (repId !== null && status !== 'settled') step.touch(repId);
}

/** Withdraws invitations that nobody has accepted: ringing requests are canceled, waiting items settled. */
async function withdraw(step: Step, seats: readonly Seat[]): Promise<void> {
  for (const { id, status, invitedTo, agentWorkId } of seats) {
    if (invitedTo === null || (status !== 'waiting' && status !== 'offered')) continue;
    const [request] = agentWorkId === null ? [] : await worksById(step, [agentWorkId]);
    if (request) {
      await moveWork(step, request, { type: 'canceled', reason: 'withdrawn' });
      await settleItem(step, request);
    } else
      await step.tx
        .update(workItems)
        .set({ status: 'settled', settledAt: step.now() })
        .where(eq(workItems.id, id));
  }
}
