import type { Instant } from '../../../src/domain/time.ts';
import type { Id } from '../../../src/domain/values.ts';
import type { Database, Statement } from '../../database/database.ts';
import { toJson, toJsonRow } from '../../database/json-rows.ts';
import { agentWorks } from '../../database/schema/routing.ts';
import type { ConfigurationCache } from '../configuration/configuration-cache.ts';
import type { Committed } from '../engine/step.ts';
import type { KnownReps } from '../reps/known-reps.ts';
import { sumsOf } from '../reps/rep-draft.ts';
import { MAX_OFFERS, planOffers, type Plan } from './plan-offers.ts';
import { newRequest, type NewWork } from './request-store.ts';
import { waitingPlaces, type WaitingItem } from './waiting-work.ts';

export interface RoutingOptions {
  readonly database: Database;
  readonly cache: ConfigurationCache;
  readonly known: KnownReps;
  readonly now: () => Instant;
  readonly committed: (committed: Committed) => void;
}

interface Offer {
  readonly item: WaitingItem;
  readonly work: NewWork;
  /** The change of the rep that the plan is based on. */
  readonly change: number;
}

/*
 * Writes a plan if no process has routed since it was made, so that the order is kept however many processes there are.
 * Of its offers those are made whose rep is still at the same change, and whose item still waits. Reps are locked in the
 * order of their ids, before any work item.
 */
const statement: Statement = {
  name: 'write_offers',
  text: `
    with turn as (
      update routing_turn set number = number + 1 where number = $1::bigint returning one
    ), given as (
      select g.* from jsonb_to_recordset($2::jsonb) as g(id text, work_item_id text, rep_id text, change bigint,
        stamp jsonb, size numeric, pool text, deadline bigint) cross join turn
    ), locked as materialized (
      select r.id from reps r join (select distinct rep_id, change from given) g
        on g.rep_id = r.id and g.change = r.change
      order by r.id for update of r
    ), claimed as (
      update work_items i set status = 'offered', rep_id = g.rep_id, agent_work_id = g.id
      from given g join locked l on l.id = g.rep_id
      where i.id = g.work_item_id and i.status = 'waiting'
      returning g.id
    ), made as (
      insert into agent_works (id, work_item_id, rep_id, status, offered_at, stamp, size, pool, deadline)
      select g.id, g.work_item_id, g.rep_id, 'assigned', $4::bigint, g.stamp, g.size, g.pool, g.deadline
      from given g join claimed using (id)
      returning id, rep_id, size, pool
    ), sums as (
      select rep_id, count(*) as works, coalesce(sum(size) filter (where pool = 'primary'), 0) as primary_size,
        coalesce(sum(size) filter (where pool = 'interruptible'), 0) as interruptible_size
      from made group by rep_id
    ), changed as (
      update reps r set change = r.change + 1, changed_at = $4::bigint, last_offer_at = $4::bigint,
        open_works = r.open_works + s.works, ringing = r.ringing + s.works,
        primary_used = r.primary_used + s.primary_size,
        interruptible_used = r.interruptible_used + s.interruptible_size
      from sums s where s.rep_id = r.id
    ), readmitted as (
      delete from exclusions e using jsonb_to_recordset($3::jsonb) as g(work_item_id text, rep_id text), turn
      where e.work_item_id = g.work_item_id and e.rep_id = g.rep_id
    )
    select coalesce((select jsonb_agg(id) from made), '[]') as made from turn`,
};

/** Offers waiting work to reps, as much as one plan holds. Resolves to whether there may be more to offer. */
export function offering({ database, cache, known, now, committed }: RoutingOptions): () => Promise<boolean> {
  return async () => {
    const { turn, revision, ...places } = await waitingPlaces(database);
    // Usually nothing waits.
    if (places.groups.length === 0 && !places.required) return false;
    const configuration = await cache.at(database.queries, revision);
    const at = now();
    const plan = await planOffers(database, configuration, places, at);
    if (plan.offers.length === 0 && plan.readmissions.length === 0) return false;
    const offers = plan.offers.map(({ item, rep }): Offer => {
      return { item, work: newRequest(configuration, item, rep, at), change: rep.change };
    });
    const made = await write(database, turn, offers, plan, at);
    // Another process has routed in the meantime.
    if (!made) return true;
    committed(told(known, made, at));
    // What was planned with a rep or an item that has changed meanwhile is planned again.
    return offers.length > made.length || offers.length >= MAX_OFFERS;
  };
}

async function write(
  database: Database,
  turn: number,
  offers: readonly Offer[],
  { readmissions }: Plan,
  now: Instant,
): Promise<Offer[] | null> {
  const given = offers.map(({ work, change }) => ({ ...toJsonRow(agentWorks, work), change }));
  const readmitted = readmissions.flatMap(({ itemId, repIds }) =>
    repIds.map((repId) => ({ work_item_id: itemId, rep_id: repId })),
  );
  const [row] = await database.run<{ made: Id[] }>(statement, [turn, toJson(given), toJson(readmitted), now]);
  if (!row) return null;
  const made = new Set(row.made);
  return offers.filter(({ work }) => made.has(work.id));
}

/** What others need to know about offers; reps who are known are known with them. */
function told(known: KnownReps, offers: readonly Offer[], now: Instant): Committed {
  const changes = new Map<Id, number>();
  let dueAt: Instant | null = null;
  for (const [repId, own] of Map.groupBy(offers, ({ work }) => work.repId)) {
    const change = (own[0]?.change ?? 0) + 1;
    changes.set(repId, change);
    for (const { work } of own)
      if (work.deadline !== null) dueAt = Math.min(work.deadline, dueAt ?? work.deadline);
    const rep = known.current(repId);
    if (rep?.row.change !== change - 1) continue;
    const works = new Map(rep.works);
    for (const { item, work } of own)
      works.set(work.id, { work, item: { ...item, status: 'offered' }, conference: null });
    known.learn({
      row: { ...rep.row, ...sumsOf(works.values()), change, changedAt: now, lastOfferAt: now },
      works,
    });
  }
  return { changes, routable: false, dueAt };
}
