import { and, asc, eq, lte } from 'drizzle-orm';
import { extendAcw, shortenAcwOnSignOut, startAcw, type Acw } from '../../../src/domain/work/acw.ts';
import type { Id } from '../../../src/domain/values.ts';
import { agentWorks } from '../../database/schema/routing.ts';
import { moveWork, wrapUpsOf, type StoredWork } from './agent-works.ts';
import { setPresence } from '../reps/presence.ts';
import { REPS_AT_ONCE } from '../reps/rep-connection.ts';
import { lockReps, type RepRow } from '../reps/reps.ts';
import type { Step } from '../engine/step.ts';

/** Wrap-up (ACW) of locked reps: a countdown for each work, whose end is an instant of this server. */

/** The countdown that follows a conversation which ends now, by the rep's configuration; `null`: it gives none. */
export async function acwAfter(step: Step, held: StoredWork): Promise<Acw | null> {
  const effective = (await step.configuration()).effective(held.work.repId);
  const terms = effective?.settings.acw.value ?? null;
  return terms && startAcw(terms, step.now());
}

/** What is stored of a countdown; its end is due by itself. */
export function acwFacts(step: Step, acw: Acw | null): { acw: Acw | null; acwEndsAt: number | null } {
  if (acw) step.due(acw.endsAt);
  return { acw, acwEndsAt: acw?.endsAt ?? null };
}

/** Moves the end by one extension, of which one is left. */
export async function extend(step: Step, { work }: StoredWork): Promise<void> {
  const extended = work.acw && extendAcw(work.acw, step.now());
  if (extended) await keep(step, work.repId, work.id, extended);
}

/** A rep who signs out has a minute left of each countdown at most. */
export async function shortenAcws(step: Step, rep: RepRow): Promise<void> {
  for (const { work } of await wrapUpsOf(step, rep.id))
    if (work.acw) await keep(step, rep.id, work.id, shortenAcwOnSignOut(work.acw, step.now()));
}

/** Ends these wrap-ups of a rep. With the last one, the status that the rep chose meanwhile takes effect. */
export async function endAcws(step: Step, rep: RepRow, ended: readonly StoredWork[]): Promise<void> {
  for (const held of ended) await moveWork(step, held, { type: 'acwEnded' }, acwFacts(step, null));
  if (ended.length === 0 || (await wrapUpsOf(step, rep.id)).length > 0) return;
  // The rep may be offered work again.
  step.route();
  if (rep.statusAfterAcwId === null) return;
  const chosen = (await step.configuration()).status(rep.statusAfterAcwId);
  postponeStatus(step, rep.id, null);
  if (chosen) await setPresence(step, rep, chosen, 'rep');
}

/** Ends every wrap-up of a rep, without what was chosen for afterwards. */
export async function endAllAcws(step: Step, rep: RepRow): Promise<void> {
  postponeStatus(step, rep.id, null);
  await endAcws(step, { ...rep, statusAfterAcwId: null }, await wrapUpsOf(step, rep.id));
}

/** Keeps the status that a rep chose during wrap-up until it ends; `null`: none. */
export function postponeStatus(step: Step, repId: Id, statusAfterAcwId: Id | null): void {
  step.touch(repId, { statusAfterAcwId });
}

/** Ends the wrap-ups whose instant has come, of a bounded number of reps. Gives whether there may be more. */
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
  await step.tx.update(agentWorks).set(acwFacts(step, acw)).where(eq(agentWorks.id, agentWorkId));
  step.touch(repId);
}
