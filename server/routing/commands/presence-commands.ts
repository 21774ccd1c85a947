import { givesBack, type PresenceStatus } from '../../../src/domain/configuration/presence-status.ts';
import * as refusals from '../../../src/domain/work/refusals.ts';
import type { Command, CommandOutcome } from '../../../src/protocol/messages.ts';
import { endAllAcws, postponeStatus, shortenAcws } from '../work/acw.ts';
import { timeOutRequests } from '../work/settle-requests.ts';
import { noSession } from '../reps/rep-connection.ts';
import { done, refused } from './outcomes.ts';
import { goOffline, setPresence, takeBackRequests } from '../reps/presence.ts';
import type { RepRow } from '../reps/reps.ts';
import type { Step } from '../engine/step.ts';

/** Presence commands of a locked rep. */

/** During wrap-up the status takes effect when the last one ends, unless the rep ends all of them now. */
export async function setStatus(
  step: Step,
  before: RepRow,
  { statusId, endAcw = false, giveBack, by }: Extract<Command, { type: 'set-status' }>,
): Promise<CommandOutcome> {
  let rep = before;
  const effective = (await step.configuration()).effective(rep.id);
  const status = effective?.statuses.find(({ id }) => id === statusId);
  if (!status) return refused(refusals.statusUnknown);
  if (givesBack(status, giveBack)) {
    rep = await timeOutRequests(step, rep);
    await takeBackRequests(step, rep.id, 'givenBack');
  }
  if (rep.wrappingUp && !endAcw) {
    postponeStatus(step, rep.id, status.id === rep.statusId ? null : status.id, by);
    return done;
  }
  if (rep.wrappingUp) await endAllAcws(step, rep);
  await setPresence(step, await settled(step, rep, status.kind), status, by ?? 'rep');
  return done;
}

/** Sets the rep Offline and frees their session at once, without a grace period. Wrap-up goes on for a minute. */
export async function signOut(step: Step, rep: RepRow): Promise<CommandOutcome> {
  await goOffline(step, await settled(step, rep, 'offline'), 'signOut');
  await shortenAcws(step, rep);
  step.touch(rep.id, noSession);
  return done;
}

/** Going Offline takes back only requests that still ring: those that have timed out by now count as missed. */
async function settled(step: Step, rep: RepRow, kind: PresenceStatus['kind']): Promise<RepRow> {
  return kind === 'offline' ? timeOutRequests(step, rep) : rep;
}
