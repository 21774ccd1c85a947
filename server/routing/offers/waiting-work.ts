import type { Id } from '../../../src/domain/values.ts';
import type { Database, Statement } from '../../database/database.ts';
import { fromJsonRow, toJson } from '../../database/json-rows.ts';
import { workItems } from '../../database/schema/routing.ts';
import type { KnownItem } from '../reps/known-reps.ts';

/** How many waiting items of a group are read at a time. */
export const PAGE = 20;
/** How many items that require a certain rep are planned at a time. */
const REQUIRED_PAGE = 200;

/** A waiting item, as routing and the panel of the rep who is offered it need it. */
export interface WaitingItem extends KnownItem {
  /** The profile whose reps may be offered it instead of the queue's members; `null`: the members. */
  readonly profileId: Id | null;
  /** Reps who are in its conversation already, or invited to it: they are never offered it. */
  readonly present: readonly Id[];
  /** Reps who have declined or missed it in this round, latest first. */
  readonly excluded: readonly Id[];
}

/** Items of the same queue, channel and profile: if nobody has declined them, a rep who can take one can take any. */
export interface Group {
  readonly queueId: Id;
  readonly channelId: Id;
  readonly profileId: Id | null;
}

/** Where work waits, and whose turn it is to route. */
export interface WaitingPlaces {
  /** Grows with each process that routes: who finds it further on has planned with what is no longer so. */
  readonly turn: number;
  readonly revision: number;
  /** Whether any item waits for a certain rep. */
  readonly required: boolean;
  /** The groups of items that wait for any rep. */
  readonly groups: readonly Group[];
}

// One look at the index for each group, however much waits in it.
const placesStatement: Statement = {
  name: 'waiting_places',
  text: `
    with recursive places as (
      (select queue_id, channel_id, coalesce(profile_id, '') as profile_id from work_items
        where status = 'waiting' and required_rep_id is null
        order by queue_id, channel_id, coalesce(profile_id, '') limit 1)
      union all
      select next.* from places p cross join lateral (
        select w.queue_id, w.channel_id, coalesce(w.profile_id, '') from work_items w
        where w.status = 'waiting' and w.required_rep_id is null
          and (w.queue_id, w.channel_id, coalesce(w.profile_id, '')) > (p.queue_id, p.channel_id, p.profile_id)
        order by w.queue_id, w.channel_id, coalesce(w.profile_id, '') limit 1) next
    )
    select (select number from routing_turn) as turn,
      (select revision from configuration_revision)::int as revision,
      exists (select 1 from work_items where status = 'waiting' and required_rep_id is not null) as required,
      (select coalesce(jsonb_agg(jsonb_build_object('queueId', queue_id, 'channelId', channel_id,
        'profileId', nullif(profile_id, ''))), '[]') from places) as groups`,
};

const itemColumns = `to_jsonb(w) as item,
  case when w.conference_id is null then '[]' else (
    select coalesce(jsonb_agg(seat.rep_id), '[]') from work_items seat
    where seat.conference_id = w.conference_id and seat.rep_id is not null) end as present,
  (select coalesce(jsonb_agg(e.rep_id order by e.number desc), '[]') from exclusions e
    where e.work_item_id = w.id) as excluded`;

const pageStatement: Statement = {
  name: 'waiting_page',
  text: `
    select ${itemColumns}
    from jsonb_to_recordset($1::jsonb)
      as g(queue_id text, channel_id text, profile_id text, created_at bigint, number bigint)
    cross join lateral (
      select * from work_items i
      where i.status = 'waiting' and i.required_rep_id is null and i.queue_id = g.queue_id
        and i.channel_id = g.channel_id and coalesce(i.profile_id, '') = g.profile_id
        and (i.created_at, i.number) > (g.created_at, g.number)
      order by i.created_at, i.number limit $2::int) w`,
};

const requiredStatement: Statement = {
  name: 'waiting_for_reps',
  text: `
    select ${itemColumns}
    from work_items w join reps r on r.id = w.required_rep_id
    where w.status = 'waiting' and w.required_rep_id is not null
      and r.session_id is not null and r.disconnected_at is null
      and not exists (select 1 from exclusions e where e.work_item_id = w.id and e.rep_id = w.required_rep_id)
    order by w.created_at, w.number limit ${String(REQUIRED_PAGE)}`,
};

/** Where work waits. One short statement, however much waits. */
export async function waitingPlaces(database: Database): Promise<WaitingPlaces> {
  const [places] = await database.run<WaitingPlaces>(placesStatement, []);
  return places ?? { turn: 0, revision: 0, required: false, groups: [] };
}

/** The next items of each of these groups, oldest first, after the last one that is known of each. */
export async function waitingPage(
  database: Database,
  groups: readonly { readonly group: Group; readonly after: WaitingItem | null }[],
): Promise<WaitingItem[]> {
  const given = groups.map(({ group, after }) => ({
    queue_id: group.queueId,
    channel_id: group.channelId,
    profile_id: group.profileId ?? '',
    created_at: after?.createdAt ?? -1,
    number: after?.number ?? -1,
  }));
  return itemsOf(await database.run<Row>(pageStatement, [toJson(given), PAGE]));
}

/** Items that each wait for a certain rep who is connected and has not missed them, oldest first. */
export async function waitingForReps(database: Database): Promise<WaitingItem[]> {
  return itemsOf(await database.run<Row>(requiredStatement, []));
}

interface Row {
  readonly item: Record<string, unknown>;
  readonly present: Id[];
  readonly excluded: Id[];
}

const itemsOf = (rows: readonly Row[]): WaitingItem[] =>
  rows.map(({ item, present, excluded }) => ({ ...fromJsonRow(workItems, item), present, excluded }));
