import {
  statusAfterDecline,
  statusAfterPushTimeout,
  type PresenceStatus,
} from '../../../src/domain/configuration/presence-status.ts';
import type { ChannelType } from '../../../src/domain/configuration/service-channel.ts';
import type { Instant } from '../../../src/domain/time.ts';
import type { Id, Labelled } from '../../../src/domain/values.ts';
import { moveWork, requestsOf, type StoredWork } from './agent-works.ts';
import { tellOthers } from './conference.ts';
import { exclude } from '../offers/exclusions.ts';
import { setPresence } from '../reps/presence.ts';
import type { RepRow } from '../reps/reps.ts';
import type { Step } from '../engine/step.ts';
import { acceptItem, returnItem } from './work-item-moves.ts';

/** How requests of a locked rep are settled. */

/** The rep, or the server for the rep, accepts it. */
export async function acceptRequest(
  step: Step,
  request: StoredWork,
  openedBy: 'rep' | 'automatic',
): Promise<void> {
  await tellOthers(step, request, 'comes');
  await moveWork(step, request, { type: 'accepted' }, { openedAt: step.now(), openedBy });
  await acceptItem(step, request);
}

/** The rep declines it: it goes back with its age, and the status is updated by the request's own terms. */
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
  if (update) await setPresence(step, rep, update, 'decline');
}

/**
 * Settles the requests of a rep whose push time-out has passed, however late: the instant decides, not whoever comes
 * to act on it first. Missed, with the status update, if a panel had confirmed the request; else it just goes back,
 * since the rep never had it. All are settled before the status changes, since Offline takes back what still rings.
 * Gives the rep as they are then.
 */
export async function timeOutRequests(step: Step, rep: RepRow): Promise<RepRow> {
  let after: PresenceStatus | null = null;
  for (const request of await requestsOf(step, rep.id)) {
    const { deliveredAt, stamp } = request.work;
    if (!isOverdue(request, step.now())) continue;
    if (deliveredAt === null) {
      await moveWork(step, request, { type: 'canceled', reason: 'notDelivered' });
    } else {
      const statusId = statusAfterPushTimeout(await channelType(step, request), stamp.statusOnPushTimeoutId);
      const update = await statusUpdate(step, after?.id ?? rep.statusId, statusId);
      await exclude(step, request.item.id, rep.id);
      await moveWork(step, request, { type: 'pushTimedOut' }, { statusUpdate: labelOf(update) });
      after = update ?? after;
    }
    await returnItem(step, request);
  }
  if (!after) return rep;
  await setPresence(step, rep, after, 'pushTimeout');
  return { ...rep, statusId: after.id };
}

/** Whether it still waits for an answer that came too late now. */
export function isOverdue({ work }: StoredWork, now: Instant): boolean {
  return work.status === 'assigned' && work.deadline !== null && now >= work.deadline;
}

async function channelType(step: Step, request: StoredWork): Promise<ChannelType> {
  return (await step.configuration()).channel(request.item.channelId).type;
}

/** What a status update comes to; `null` where the status is left: none is due, it holds already, or it is no more. */
async function statusUpdate(step: Step, current: Id, statusId: Id | null): Promise<PresenceStatus | null> {
  if (statusId === null || statusId === current) return null;
  return (await step.configuration()).status(statusId);
}

function labelOf(status: PresenceStatus | null): Labelled | null {
  return status && { id: status.id, label: status.name };
}
