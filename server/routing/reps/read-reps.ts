import { MAX_SETTLED_WORKS, type AgentWork } from '../../../src/domain/work/agent-work.ts';
import type { Instant, Milliseconds } from '../../../src/domain/time.ts';
import type { Id } from '../../../src/domain/values.ts';
import type { Database, Statement } from '../../database/database.ts';
import { fromJsonRow, toJson } from '../../database/json-rows.ts';
import { agentWorks, OPEN_STATUSES, reps, workItems } from '../../database/schema/routing.ts';
import { Gathered } from '../../gathered.ts';
import type { KnownItem, KnownRep } from './known-reps.ts';

/** How long settled work stays in the snapshot. */
export const SHOWN_AFTER_SETTLING: Milliseconds = 3_600_000;
/** How many reps are read at once: each may have a hundred works. */
const REPS_IN_STATEMENT = 100;

/** A rep, and the revision of the configuration at the same moment. */
export interface ReadRep extends KnownRep {
  readonly revision: number;
}

// The other reps in the conversation of open work. Most work has no conference, which costs nothing.
const conference = `
  case when i.conference_id is not null and w.status in ('assigned', 'opened')
  then jsonb_build_object(
    'with', coalesce((
      select jsonb_agg(u.first_name || ' ' || u.last_name order by seat.number)
      from work_items seat join users u on u.id = seat.rep_id
      where seat.conference_id = i.conference_id and seat.id <> i.id and seat.status = 'accepted'), '[]'::jsonb),
    'invited', (
      select seat.invited_to from work_items seat
      where seat.conference_id = i.conference_id and seat.id <> i.id
        and seat.status in ('waiting', 'offered') and seat.invited_to is not null limit 1))
  end`;

/** Everything that panels show of these reps, in one statement so that each is consistent. */
const readRepsStatement: Statement = {
  name: 'read_reps',
  text: `
    select to_jsonb(r) as rep, (select revision from configuration_revision)::int as revision,
      (select jsonb_agg(jsonb_build_object('work', to_jsonb(w), 'item', to_jsonb(i), 'conference', ${conference}))
        from (
          (select * from agent_works o where o.rep_id = r.id and o.status in (${OPEN_STATUSES}))
          union all
          (select * from agent_works s where s.rep_id = r.id and s.settled_at > $2::bigint
            order by s.settled_at desc, s.id desc limit ${String(MAX_SETTLED_WORKS)})
        ) w
        join work_items i on i.id = w.work_item_id) as works
    from reps r
    where r.id = any (select jsonb_array_elements_text($1::jsonb))`,
};

interface Row {
  readonly rep: Record<string, unknown>;
  readonly revision: number;
  readonly works:
    | readonly {
        readonly work: Record<string, unknown>;
        readonly item: Record<string, unknown>;
        readonly conference: AgentWork['conference'];
      }[]
    | null;
}

/** Reads reps; those that are asked for at the same time by one statement. Resolves to `null` if there is none. */
export function repReader(database: Database, now: () => Instant): (repId: Id) => Promise<ReadRep | null> {
  const gathered = new Gathered<Id, ReadRep | null>(async (ids) => {
    const rows = await database.run<Row>(readRepsStatement, [
      toJson([...new Set(ids)]),
      now() - SHOWN_AFTER_SETTLING,
    ]);
    const read = new Map(rows.map((row) => [row.rep.id, toRep(row)]));
    return ids.map((id) => read.get(id) ?? null);
  }, REPS_IN_STATEMENT);
  return (repId) => gathered.add(repId);
}

function toRep({ rep, revision, works }: Row): ReadRep {
  const known = (works ?? []).map(({ work, item, conference: others }) => ({
    work: fromJsonRow(agentWorks, work),
    item: itemOf(fromJsonRow(workItems, item)),
    conference: others,
  }));
  return {
    row: fromJsonRow(reps, rep),
    works: new Map(known.map((one) => [one.work.id, one])),
    revision,
  };
}

function itemOf(row: KnownItem): KnownItem {
  const { id, number, channelId, queueId, requiredRepId, conferenceId, invitedTo } = row;
  const { subject, customerName, highlights, recordId, status, createdAt } = row;
  return {
    id,
    number,
    channelId,
    queueId,
    requiredRepId,
    conferenceId,
    invitedTo,
    subject,
    customerName,
    highlights,
    recordId,
    status,
    createdAt,
  };
}
