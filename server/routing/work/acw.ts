import { and, asc, eq, lte } from 'drizzle-orm';
import { acwAfterWork } from '../../../src/domain/configuration/effective-configuration.ts';
import { extendAcw, shortenAcwOnSignOut, startAcw, type Acw } from '../../../src/domain/work/acw.ts';
import type { PresenceCause } from '../../../src/domain/configuration/presence-status.ts';
import type { Instant } from '../../../src/domain/time.ts';
import type { Id } from '../../../src/domain/values.ts';
import { agentWorks } from '../../database/schema/routing.ts';
import { moveWork, wrapUpsOf, type StoredWork } from './agent-works.ts';
import { setPresence } from '../reps/presence.ts';
import { REPS_AT_ONCE } from '../reps/rep-connection.ts';
import { lockReps, type RepRow } from '../reps/reps.ts';
import type { Step } from '../engine/step.ts';

/** Wrap-up (ACW) of locked reps: a countdown for each agent work, which ends at an instant of the server's clock. */

/** The wrap-up countdown after a conversation that ends now; `null` if the rep has none after work of its channel. */
export async function acwAfter(step: Step, held: StoredWork): Promise<Acw | null> {
  const effective = (await step.configuration()).effective(held.work.repId);
  const terms = effective && acwAfterWork(effective, held.item.channelId);
  return terms && startAcw(terms, step.now());
}

/** The columns for a countdown; also schedules its end. */
export function acwFacts(step: Step, acw: Acw | null): { acw: Acw | null; acwEndsAt: number | null } {
  if (acw) step.due(acw.endsAt);
  return { acw, acwEndsAt: acw?.endsAt ?? null };
}

/** Adds one extension, of which one is left at `now`. */
export async function extend(step: Step, { work }: StoredWork, now: Instant): Promise<void> {
  const extended = work.acw && extendAcw(work.acw, now);
  if (extended) await keep(step, work.repId, work.id, extended);
}

/** A rep who signs out keeps at most a minute of each countdown. */
export async function shortenAcws(step: Step, rep: RepRow): Promise<void> {
  for (const { work } of await wrapUpsOf(step, rep.id))
    if (work.acw) await keep(step, rep.id, work.id, shortenAcwOnSignOut(work.acw, step.now()));
}

/** Ends these wrap-ups of a rep. After the last one, the status that the rep chose during wrap-up takes effect. */
export async function endAcws(step: Step, rep: RepRow, ended: readonly StoredWork[]): Promise<void> {
  for (const held of ended) await moveWork(step, held, { type: 'acwEnded' }, acwFacts(step, null));
  if (ended.length === 0 || (await wrapUpsOf(step, rep.id)).length > 0) return;
  // The rep may be offered work again.
  step.route();
  if (rep.statusAfterAcwId === null) return;
  const chosen = (await step.configuration()).status(rep.statusAfterAcwId);
  postponeStatus(step, rep.id, null);
  if (chosen) await setPresence(step, rep, chosen, rep.statusAfterAcwCause ?? 'rep');
}

/** Ends every wrap-up of a rep, without applying the status chosen for afterwards. */
export async function endAllAcws(step: Step, rep: RepRow): Promise<void> {
  postponeStatus(step, rep.id, null);
  await endAcws(step, { ...rep, statusAfterAcwId: null }, await wrapUpsOf(step, rep.id));
}

/** Stores the status that was chosen during wrap-up, and by whom, to be set when it ends; `null`: none. */
export function postponeStatus(
  step: Step,
  repId: Id,
  statusAfterAcwId: Id | null,
  cause: PresenceCause = 'rep',
): void {
  step.touch(repId, { statusAfterAcwId, statusAfterAcwCause: statusAfterAcwId === null ? null : cause });
}

/** Ends the wrap-ups that are due, for a limited number of reps. Returns whether there may be more. */
export async function endOverdueAcws(step: Step): Promise<boolean> {
  const overdue = await step.tx
    .selectDistinct({ repId: agentWorks.repId })
    .from(agentWorks)
    .where(and(eq(agentWorks.status, 'afterConversationWork'), lte(agentWorks.acwEndsAt, step.now())))
    .orderBy(asc(agentWorks.repId))
    .limit(REPS_AT_ONCE);
  const locked = await lockReps(
    step,
    overdue.map(({ repId }) => repId),
  );
  for (const rep of locked.values()) {
    const works = await wrapUpsOf(step, rep.id);
    await endAcws(
      step,
      rep,
      works.filter(({ work }) => work.acwEndsAt !== null && work.acwEndsAt <= step.now()),
    );
  }
  return overdue.length === REPS_AT_ONCE;
}

async function keep(step: Step, repId: Id, agentWorkId: Id, acw: Acw): Promise<void> {
  step.touch(repId);
  const facts = acwFacts(step, acw);
  if (step.draft) step.draft.changeWork(agentWorkId, facts);
  else await step.tx.update(agentWorks).set(facts).where(eq(agentWorks.id, agentWorkId));
}
