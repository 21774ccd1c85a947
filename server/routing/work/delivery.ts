import type { Instant } from '../../../src/domain/time.ts';
import type { Id } from '../../../src/domain/values.ts';
import type { Database, Statement } from '../../database/database.ts';
import { toJson } from '../../database/json-rows.ts';
import { Gathered } from '../../gathered.ts';
import { worksById } from './agent-works.ts';
import { acceptRequest, timeOutRequests } from './settle-requests.ts';
import { lockRep } from '../reps/reps.ts';
import type { RunStepFor } from '../engine/run-step.ts';
import type { Step } from '../engine/step.ts';

/**
 * The rep's panel shows these requests: from now on a push time-out counts as missed, and requests with automatic
 * acceptance are accepted. Ids of other reps' requests, and of settled or overdue ones, are ignored. Throws
 * `UnknownRepError`.
 *
 * Confirming takes one statement without the rep's lock, since most requests need no more, and what several panels
 * confirm at the same time is one statement too. A transaction that settles a request at the same moment waits for it,
 * or the other way round.
 */
export function deliveryConfirmation(
  database: Database,
  runFor: RunStepFor,
  now: () => Instant,
): (repId: Id, agentWorkIds: readonly Id[]) => Promise<void> {
  const gathered = new Gathered<Delivery, readonly Id[]>(async (deliveries) => {
    const given = deliveries.flatMap(({ repId, agentWorkIds }) =>
      agentWorkIds.map((id) => ({ id, rep_id: repId })),
    );
    const confirmed = await database.run<{ id: Id; automatic: boolean }>(confirm, [toJson(given), now()]);
    const automatic = new Set(confirmed.filter((one) => one.automatic).map(({ id }) => id));
    return deliveries.map(({ agentWorkIds }) => agentWorkIds.filter((id) => automatic.has(id)));
  }, DELIVERIES_IN_STATEMENT);
  return async (repId, agentWorkIds) => {
    if (agentWorkIds.length === 0) return;
    const automatic = await gathered.add({ repId, agentWorkIds });
    if (automatic.length > 0) await runFor(repId, (step) => acceptAutomatically(step, repId, automatic));
  };
}

interface Delivery {
  readonly repId: Id;
  readonly agentWorkIds: readonly Id[];
}

const DELIVERIES_IN_STATEMENT = 100;

const confirm: Statement = {
  name: 'confirm_delivery',
  text: `
    update agent_works w set delivered_at = coalesce(w.delivered_at, $2::bigint)
    from jsonb_to_recordset($1::jsonb) as g(id text, rep_id text)
    where w.id = g.id and w.rep_id = g.rep_id and w.status = 'assigned'
      and (w.deadline is null or w.deadline > $2::bigint)
    returning w.id, (w.stamp ->> 'automatic')::boolean as automatic`,
};

/** After a crash in between, the panel confirms them again and they are accepted then. */
async function acceptAutomatically(step: Step, repId: Id, agentWorkIds: readonly Id[]): Promise<void> {
  const rep = await timeOutRequests(step, await lockRep(step, repId));
  for (const request of await worksById(step, agentWorkIds)) {
    if (request.work.status === 'assigned') await acceptRequest(step, rep, request, 'automatic');
  }
}
