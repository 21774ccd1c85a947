import { eq } from 'drizzle-orm';
import type { Id } from '../../src/domain/values.ts';
import type { CommandOutcome } from '../../src/protocol/messages.ts';
import { reps } from '../database/schema/routing.ts';
import { noPlace } from './connection-place.ts';
import { done, refused } from './outcomes.ts';
import { goOffline, setPresence } from './presence.ts';
import type { RepRow } from './reps.ts';
import type { Step } from './step.ts';

/** What a locked rep does about presence. */

export async function setStatus(step: Step, rep: RepRow, statusId: Id): Promise<CommandOutcome> {
  const effective = (await step.configuration()).effective(rep.id);
  const status = effective?.configuration.statuses.find(({ id }) => id === statusId);
  if (!status) return refused('statusUnknown', 'This status is not one that you may choose.');
  await setPresence(step, rep, status, 'rep');
  return done;
}

/** Offline, and the place of the connection is free at once: there is no grace. */
export async function signOut(step: Step, rep: RepRow): Promise<CommandOutcome> {
  await goOffline(step, rep, 'signOut');
  await step.tx.update(reps).set(noPlace).where(eq(reps.id, rep.id));
  return done;
}
