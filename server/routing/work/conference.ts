import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Id } from '../../../src/domain/values.ts';
import { workItems } from '../../database/schema/routing.ts';
import { moveWork, worksById, type StoredWork } from './agent-works.ts';
import type { Goal } from '../configuration/destinations.ts';
import { lockItems } from './lock-items.ts';
import type { Step } from '../engine/step.ts';
import { settleItem } from './work-item-moves.ts';

/*
 * Several reps in one conversation: each has a work item of their own, with the same `conferenceId`, so that routing
 * knows one rep an item at most, here as everywhere. What one of them does is seen by the others, so whoever comes or
 * goes has the locks of all who are in it. See docs/decisions/0005-transfer-and-conference.md.
 */

type Seat = typeof workItems.$inferSelect;

/** Asks somebody to join the conversation of accepted work: an item of its own waits there, as old as the customer's. */
export async function invite(step: Step, held: StoredWork, { place, named }: Goal): Promise<void> {
  const conferenceId = held.item.conferenceId ?? held.item.id;
  if (held.item.conferenceId === null)
    await step.tx.update(workItems).set({ conferenceId }).where(eq(workItems.id, held.item.id));
  const seats = await seatsOf(step, conferenceId);
  // One invitation at a time: nobody has accepted the former one.
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
    // A work source's own keys have no space.
    idempotencyKey: `conference ${id}`,
    requiredRepId: null,
    status: 'waiting',
    repId: null,
    agentWorkId: null,
  });
  tellThose(step, seats);
  step.route();
}

/** A locked rep comes to the conversation or leaves it: the others' panels say so. With the last one invitations end. */
export async function tellOthers(step: Step, { item }: StoredWork, goes: 'comes' | 'leaves'): Promise<void> {
  if (item.conferenceId === null) return;
  const others = (await seatsOf(step, item.conferenceId)).filter(({ id }) => id !== item.id);
  tellThose(step, others);
  if (goes === 'leaves' && !others.some(isTaken)) await withdraw(step, others);
}

const seatsOf = (step: Step, conferenceId: Id): Promise<Seat[]> =>
  lockItems(step, eq(workItems.conferenceId, conferenceId));

const isTaken = ({ status }: Seat): boolean => status === 'accepted';

function tellThose(step: Step, seats: readonly Seat[]): void {
  for (const { repId, status } of seats) if (repId !== null && status !== 'settled') step.touch(repId);
}

/** Nobody has accepted these: what rings stops, what waits is settled. */
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
