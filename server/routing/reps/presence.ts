import type { CancelReason } from '../../../src/domain/work/agent-work.ts';
import {
  isChosen,
  OFFLINE_STATUS_ID,
  type PresenceCause,
  type PresenceStatus,
} from '../../../src/domain/configuration/presence-status.ts';
import type { Id } from '../../../src/domain/values.ts';
import { moveWork, requestsOf } from '../work/agent-works.ts';
import { readmit, readmitToRequired } from '../offers/exclusions.ts';
import type { RepRow } from './reps.ts';
import type { Step } from '../engine/step.ts';
import { returnItem } from '../work/work-item-moves.ts';

/**
 * Sets a locked rep's presence status. Offline takes back requests that still ring, neither missed nor declined; busy
 * leaves them. A status that the rep chose also lifts exclusions: Offline lifts all of them, for when the rep is back
 * online; an online status lifts those from work that requires this rep.
 */
export async function setPresence(
  step: Step,
  rep: RepRow,
  status: PresenceStatus,
  cause: PresenceCause,
): Promise<void> {
  step.touch(rep.id, {
    statusId: status.id,
    statusCause: cause,
    ...(status.id !== rep.statusId && { statusSince: step.now() }),
    ...(status.kind === 'offline' && { outboundEndsAt: null }),
  });
  if (status.kind === 'online') step.route();
  if (status.kind === 'offline')
    await takeBackRequests(step, rep.id, cause === 'grace' ? 'graceOver' : 'repWentOffline');
  // Signing out counts as the rep choosing Offline too.
  if (status.kind === 'offline' && (isChosen(cause) || cause === 'signOut')) await readmit(step, rep.id);
  if (status.kind === 'online' && isChosen(cause)) await readmitToRequired(step, rep.id);
}

/** Sets a locked rep Offline. */
export async function goOffline(step: Step, rep: RepRow, cause: PresenceCause): Promise<void> {
  const offline = (await step.configuration()).status(OFFLINE_STATUS_ID);
  if (!offline) throw new Error('There is no Offline status.');
  // A status chosen for after wrap-up must not make an absent rep available.
  step.touch(rep.id, { statusAfterAcwId: null });
  await setPresence(step, rep, offline, cause);
}

/** Returns requests that still ring to their queues; they keep their age. */
export async function takeBackRequests(step: Step, repId: Id, reason: CancelReason): Promise<void> {
  for (const request of await requestsOf(step, repId)) {
    await moveWork(step, request, { type: 'canceled', reason });
    await returnItem(step, request);
  }
}
