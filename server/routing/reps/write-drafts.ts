import type { Instant } from '../../../src/domain/time.ts';
import type { Database, Statement } from '../../database/database.ts';
import { toJson, toJsonRow } from '../../database/json-rows.ts';
import { agentWorks, reps } from '../../database/schema/routing.ts';
import { Gathered } from '../../gathered.ts';
import type { KnownRep } from './known-reps.ts';
import type { RepDraft } from './rep-draft.ts';

/** A finished draft, made with the configuration of this revision. */
export interface FinishedDraft {
  readonly draft: RepDraft;
  readonly next: KnownRep;
  readonly revision: number;
}

/** How many are written together at most. */
const DRAFTS_IN_STATEMENT = 50;

/*
 * Writes reps who are still at the change that their draft was made from, with everything that goes with it. Whoever
 * changes anything of a rep locks the rep's row first and increases the change number, so the drafts of reps whose row
 * is locked or further on are left out, and all others are as if they had been made within a transaction. Returns who
 * was written.
 */
const REP_COLUMNS = `status_id text, status_since bigint, status_cause text, status_after_acw_id text,
  status_after_acw_cause text, session_id text, socket_id text, process_id text, connected_at bigint,
  disconnected_at bigint, grace_ends_at bigint, last_offer_at bigint, outbound_ends_at bigint, open_works int,
  wrapping_up boolean, ringing int, primary_used numeric, interruptible_used numeric`;
const WORK_COLUMNS = `status text, opened_at bigint, opened_by text, settled_at bigint, cancel_reason text,
  customer_left_at bigint, decline_reason jsonb, status_update jsonb, transferred_to jsonb, acw jsonb,
  acw_ends_at bigint, flag jsonb`;

const namesOf = (columns: string): string[] =>
  columns.split(',').map((column) => column.trim().split(/\s/, 1)[0] ?? '');
const pick = (row: Readonly<Record<string, unknown>>, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, row[name]]));
const settersOf = (columns: string): string =>
  namesOf(columns)
    .map((name) => `${name} = g.${name}`)
    .join(', ');

const statement: Statement = {
  name: 'write_drafts',
  text: `
    with given as (
      select * from jsonb_to_recordset($1::jsonb) as g(id text, change bigint, revision int, readmits text, ${REP_COLUMNS})
    ), locked as materialized (
      select r.id from reps r join given g on g.id = r.id and g.change = r.change
      where g.revision = (select revision from configuration_revision)
      order by r.id for update of r skip locked
    ), written as (
      update reps r set change = r.change + 1, changed_at = $2::bigint, ${settersOf(REP_COLUMNS)}
      from given g join locked l on l.id = g.id
      where r.id = g.id
      returning r.id
    ), moved as (
      update agent_works w set ${settersOf(WORK_COLUMNS)}
      from jsonb_to_recordset($3::jsonb) as g(id text, rep_id text, before text, ${WORK_COLUMNS})
      join written on written.id = g.rep_id
      where w.id = g.id and w.rep_id = g.rep_id and w.status = g.before
      returning w.id
    ), placed as (
      update work_items i set status = g.status, rep_id = case when g.freed then null else i.rep_id end,
        agent_work_id = case when g.freed then null else i.agent_work_id end,
        settled_at = case when g.settled then $2::bigint else i.settled_at end
      from jsonb_to_recordset($4::jsonb)
        as g(id text, rep_id text, held_by text, status text, freed boolean, settled boolean)
      join written on written.id = g.rep_id
      where i.id = g.id and i.agent_work_id = g.held_by
    ), excluded_now as (
      insert into exclusions (work_item_id, rep_id)
      select g.work_item_id, g.rep_id from jsonb_to_recordset($5::jsonb) as g(work_item_id text, rep_id text)
      join written on written.id = g.rep_id
      on conflict (work_item_id, rep_id)
        do update set number = nextval(pg_get_serial_sequence('exclusions', 'number'))
    ), readmitted as (
      delete from exclusions e using given g join written on written.id = g.id
      where e.rep_id = g.id and g.readmits is not null and (g.readmits = 'all' or exists (
        select 1 from work_items i where i.id = e.work_item_id and i.required_rep_id = g.id))
    ), recorded as (
      insert into command_records (rep_id, command_id, outcome, at)
      select g.rep_id, g.command_id, g.outcome, $2::bigint
      from jsonb_to_recordset($6::jsonb) as g(rep_id text, command_id text, outcome jsonb)
      join written on written.id = g.rep_id
    )
    select written.id, (select count(*) from moved)::int as moved from written`,
};

/**
 * Writes drafts; those of several reps that come together by one statement. Resolves to whether the draft was written.
 * Rejects if a command was recorded before, or what a draft refers to is gone.
 */
export function draftWriter(
  database: Database,
  now: () => Instant,
): (finished: FinishedDraft) => Promise<boolean> {
  const gathered = new Gathered<FinishedDraft, boolean>(
    (drafts) => write(database, drafts, now()),
    DRAFTS_IN_STATEMENT,
  );
  return (finished) => gathered.add(finished);
}

async function write(database: Database, all: readonly FinishedDraft[], now: Instant): Promise<boolean[]> {
  // Of several drafts of one rep only one can be made from their current change.
  const drafts = all.filter(
    ({ draft }, at) => all.findIndex((one) => one.draft.repId === draft.repId) === at,
  );
  const repsNow = drafts.map(({ draft, next, revision }) => ({
    ...pick(toJsonRow(reps, next.row), namesOf(REP_COLUMNS)),
    id: draft.repId,
    change: draft.base.row.change,
    revision,
    readmits: draft.readmits,
  }));
  const works = drafts.flatMap(({ draft }) =>
    [...draft.changedWorks()].map(({ before, after }) => ({
      ...pick(toJsonRow(agentWorks, after), namesOf(WORK_COLUMNS)),
      id: after.id,
      rep_id: draft.repId,
      before,
    })),
  );
  const items = drafts.flatMap(({ draft }) =>
    [...draft.items].map(([id, { heldBy, ...state }]) => ({
      id,
      rep_id: draft.repId,
      held_by: heldBy,
      ...state,
    })),
  );
  const exclusions = drafts.flatMap(({ draft }) =>
    [...draft.excludedFrom].map((id) => ({ work_item_id: id, rep_id: draft.repId })),
  );
  const records = drafts.flatMap(({ draft: { repId, record } }) =>
    record ? [{ rep_id: repId, command_id: record.commandId, outcome: record.outcome }] : [],
  );
  const rows = await database.run<{ id: string; moved: number }>(statement, [
    toJson(repsNow),
    now,
    ...[works, items, exclusions, records].map((rowsOf) => toJson(rowsOf)),
  ]);
  const written = new Set(rows.map(({ id }) => id));
  const expected = works.filter(({ rep_id: repId }) => written.has(repId)).length;
  if (rows[0] && rows[0].moved !== expected)
    throw new Error('Agent work changed without its rep being locked.');
  return all.map((one) => drafts.includes(one) && written.has(one.draft.repId));
}
