import { eq } from 'drizzle-orm';
import type { Instant } from '../../../src/domain/time.ts';
import { changeFlag } from '../../../src/domain/work/work-flag.ts';
import { agentWorks } from '../../database/schema/routing.ts';
import type { Step } from '../engine/step.ts';
import type { StoredWork } from './agent-works.ts';

/** A locked rep raises or lowers the flag of accepted work. */
export async function flagWork(
  step: Step,
  { work }: StoredWork,
  change: Parameters<typeof changeFlag>[1],
  now: Instant,
): Promise<void> {
  const flag = changeFlag(work.flag, change, work.repId, now);
  if (flag === work.flag) return;
  step.touch(work.repId);
  if (step.draft) step.draft.changeWork(work.id, { flag });
  else await step.tx.update(agentWorks).set({ flag }).where(eq(agentWorks.id, work.id));
}
