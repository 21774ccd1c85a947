import {
  statusAfterDecline,
  statusAfterPushTimeout,
  staysQueued,
  type PresenceStatus,
} from '../../../src/domain/configuration/presence-status.ts';
import type { ChannelType } from '../../../src/domain/configuration/service-channel.ts';
import type { Instant } from '../../../src/domain/time.ts';
import type { Id, Labelled } from '../../../src/domain/values.ts';
import { moveWork, requestsOf, type StoredWork } from './agent-works.ts';
import { updateOtherReps } from './conference.ts';
import { exclude } from '../offers/exclusions.ts';
import { setPresence } from '../reps/presence.ts';
import type { RepRow } from '../reps/reps.ts';
import { TransactionNeeded, type Step } from '../engine/step.ts';
import { acceptItem, returnItem } from './work-item-moves.ts';

/** Settling the requests of a locked rep. */

/** Accepts a request of a locked rep, by the rep or automatically. */
export async function acceptRequest(
  step: Step,
  rep: RepRow,
  request: StoredWork,
  openedBy: 'rep' | 'automatic',
): Promise<void> {
  await updateOtherReps(step, request, 'comes');
  await moveWork(step, request, { type: 'accepted' }, { openedAt: step.now(), openedBy });
  await acceptItem(step, request);
  // It no longer rings, which makes room for another offer if there were as many as may be.
  const limit = (await step.configuration()).effective(rep.id)?.settings.maxNewOffers.value;
  if (limit !== undefined && rep.ringing >= limit) step.route();
}

/** Declines a request: the item goes back with its age, and the rep's status changes by the request's own terms. */
export async function declineRequest(
  step: Step,
  rep: RepRow,
  request: StoredWork,
  declineReason: Labelled | null,
): Promise<void> {
  const statusId = statusAfterDecline(await channelType(step, request), request.work.stamp.statusOnDeclineId);
  const update = await statusUpdate(step, rep.statusId, statusId);
  await exclude(step, request.item.id, rep.id);
  await moveWork(step, request, { type: 'declined' }, { declineReason, statusUpdate: labelOf(update) });
  await returnItem(step, request);
  await dropQueued(step, rep, statusId);
  if (update) await setPresence(step, rep, update, 'decline');
}

/**
 * Settles a rep's requests past their push time-out, however late: the instant decides, not what happens to run first.
 * A request that a panel had confirmed is missed and changes the status; otherwise it just goes back, since the rep
 * never saw it. All are settled before the status changes, since Offline takes back requests that still ring. Returns
 * the rep as they are afterwards.
 */
export async function timeOutRequests(step: Step, rep: RepRow): Promise<RepRow> {
  let now = rep;
  let after: PresenceStatus | null = null;
  for (const request of await requestsOf(step, rep.id)) {
    if (!isOverdue(request, step.now())) continue;
    // Whether a panel showed it is no part of what is known of a rep.
    if (step.draft) throw new TransactionNeeded();
    const { deliveredAt, stamp } = request.work;
    if (deliveredAt === null) {
      await moveWork(step, request, { type: 'canceled', reason: 'notDelivered' });
    } else {
      const statusId = statusAfterPushTimeout(await channelType(step, request), stamp.statusOnPushTimeoutId);
      const update = await statusUpdate(step, after?.id ?? rep.statusId, statusId);
      await exclude(step, request.item.id, rep.id);
      await moveWork(step, request, { type: 'pushTimedOut' }, { statusUpdate: labelOf(update) });
      after = update ?? after;
      now = await dropQueued(step, now, statusId);
    }
    await returnItem(step, request);
  }
  if (!after) return now;
  await setPresence(step, rep, after, 'pushTimeout');
  return { ...now, statusId: after.id };
}

/** A decline or a missed request sets this status: another may no longer follow wrap-up. Returns the rep afterwards. */
async function dropQueued(step: Step, rep: RepRow, statusId: Id | null): Promise<RepRow> {
  if (rep.statusAfterAcwId === null) return rep;
  const queued = (await step.configuration()).status(rep.statusAfterAcwId);
  if (!queued || staysQueued(queued, statusId)) return rep;
  step.touch(rep.id, { statusAfterAcwId: null });
  return { ...rep, statusAfterAcwId: null };
}

/** Whether it is still unanswered, but past its push time-out. */
export function isOverdue({ work }: StoredWork, now: Instant): boolean {
  return work.status === 'assigned' && work.deadline !== null && now >= work.deadline;
}

async function channelType(step: Step, request: StoredWork): Promise<ChannelType> {
  return (await step.configuration()).channel(request.item.channelId).type;
}

/**
 * The status to change to; `null` to leave it as it is: no change is configured, it is set already, or it no longer
 * exists.
 */
async function statusUpdate(step: Step, current: Id, statusId: Id | null): Promise<PresenceStatus | null> {
  if (statusId === null || statusId === current) return null;
  return (await step.configuration()).status(statusId);
}

function labelOf(status: PresenceStatus | null): Labelled | null {
  return status && { id: status.id, label: status.name };
}
