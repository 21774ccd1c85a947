import type { CancelReason } from '../../../src/domain/work/agent-work.ts';
import {
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
 * Sets a locked rep's presence status. Offline takes back what still rings, as neither missed nor declined; busy
 * leaves it. What the rep chose themselves also lifts exclusions: Offline all of them, once the rep is back online;
 * an online status those of work that requires this rep.
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
  });
  if (status.kind === 'online') step.route();
  if (status.kind === 'offline')
    await takeBackRequests(step, rep.id, cause === 'grace' ? 'graceOver' : 'repWentOffline');
  // Signing out is a rep's own way to be Offline too.
  if (status.kind === 'offline' && (cause === 'rep' || cause === 'signOut')) await readmit(step, rep.id);
  if (status.kind === 'online' && cause === 'rep') await readmitToRequired(step, rep.id);
}

/** Sets a locked rep Offline. */
export async function goOffline(step: Step, rep: RepRow, cause: PresenceCause): Promise<void> {
  const offline = (await step.configuration()).status(OFFLINE_STATUS_ID);
  if (!offline) throw new Error('There is no Offline status.');
  // What was chosen for after wrap-up must not make somebody available who is gone.
  step.touch(rep.id, { statusAfterAcwId: null });
  await setPresence(step, rep, offline, cause);
}

/** Requests that still ring go back to their queues with their age. */
async function takeBackRequests(step: Step, repId: Id, reason: CancelReason): Promise<void> {
  for (const request of await requestsOf(step, repId)) {
    await moveWork(step, request, { type: 'canceled', reason });
    await returnItem(step, request);
  }
}
