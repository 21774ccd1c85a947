import type { Instant } from '../../../src/domain/time.ts';
import type { Id } from '../../../src/domain/values.ts';
import type { Database, Statement } from '../../database/database.ts';
import { toJson } from '../../database/json-rows.ts';
import { Gathered } from '../../gathered.ts';
import { UnknownRepError, type SessionOfRep } from '../engine/engine.ts';
import type { Committed } from '../engine/step.ts';
import { GRACE } from './rep-connection.ts';

/** Sockets that come and go, often thousands at once: each is a row of a statement, and no transaction. */

const SOCKETS_IN_STATEMENT = 200;
/** A process that ends must not keep the others from its reps for long. */
const REPS_OF_PROCESS = 1000;

interface Changed {
  readonly id: Id;
  readonly change: number;
}

// Always in the order of their ids, like `lockReps`, so that two statements cannot deadlock.
const claim: Statement = {
  name: 'claim_sessions',
  text: `
    with given as (
      select * from jsonb_to_recordset($1::jsonb) as g(id text, session_id text, socket_id text)
    ), locked as materialized (
      select r.id from reps r join given g on g.id = r.id order by r.id for update of r
    )
    update reps r set session_id = g.session_id, socket_id = g.socket_id, process_id = $2::text,
      connected_at = $3::bigint, disconnected_at = null, grace_ends_at = null,
      change = r.change + 1, changed_at = $3::bigint
    from given g join locked l on l.id = g.id
    where r.id = g.id
    returning r.id, r.change`,
};

const lose: Statement = {
  name: 'lose_sockets',
  text: `
    with given as (
      select * from jsonb_to_recordset($1::jsonb) as g(id text, socket_id text)
    ), locked as materialized (
      select r.id from reps r join given g on g.id = r.id and g.socket_id = r.socket_id
      where r.disconnected_at is null
      order by r.id for update of r
    )
    update reps r set disconnected_at = $2::bigint, grace_ends_at = $3::bigint, change = r.change + 1,
      changed_at = $2::bigint
    from locked l where r.id = l.id
    returning r.id, r.change, r.socket_id as socket`,
};

const leaveProcess: Statement = {
  name: 'leave_process',
  text: `
    with locked as materialized (
      select r.id from reps r
      where r.process_id = $1::text and r.session_id is not null and r.disconnected_at is null
      order by r.id limit ${String(REPS_OF_PROCESS)} for update of r
    )
    update reps r set disconnected_at = $2::bigint, grace_ends_at = $4::bigint, change = r.change + 1,
      changed_at = $3::bigint
    from locked l where r.id = l.id
    returning r.id, r.change`,
};

/** Makes sockets of this process the sessions of their reps, replacing any other. Rejects with `UnknownRepError`. */
export function sessionClaims(
  database: Database,
  processId: string,
  now: () => Instant,
): (session: SessionOfRep) => Promise<Committed> {
  const gathered = new Gathered<SessionOfRep, number | null>(async (sessions) => {
    // Of several sockets of one rep the last wins.
    const last = new Map(sessions.map((session) => [session.repId, session]));
    const given = [...last.values()].map(({ repId, sessionId, socketId }) => ({
      id: repId,
      session_id: sessionId,
      socket_id: socketId,
    }));
    const rows = await database.run<Changed>(claim, [toJson(given), processId, now()]);
    const changes = new Map(rows.map(({ id, change }) => [id, change]));
    return sessions.map(({ repId }) => changes.get(repId) ?? null);
  }, SOCKETS_IN_STATEMENT);
  return async (session) => {
    const change = await gathered.add(session);
    if (change === null) throw new UnknownRepError(`There is no rep ${session.repId}.`);
    return { changes: new Map([[session.repId, change]]), routable: true, dueAt: null };
  };
}

/** Starts the grace period of reps whose sockets are gone, if those are still their sessions. */
export function socketLosses(
  database: Database,
  now: () => Instant,
): (session: SessionOfRep) => Promise<Committed> {
  const gathered = new Gathered<SessionOfRep, Committed>(async (sessions) => {
    const at = now();
    const given = sessions.map(({ repId, socketId }) => ({ id: repId, socket_id: socketId }));
    const rows = await database.run<Changed & { socket: string }>(lose, [toJson(given), at, at + GRACE]);
    const changes = new Map(rows.map(({ id, change, socket }) => [socket, new Map([[id, change]])]));
    return sessions.map(({ socketId }) => {
      const changed = changes.get(socketId);
      return { changes: changed ?? new Map(), routable: false, dueAt: changed ? at + GRACE : null };
    });
  }, SOCKETS_IN_STATEMENT);
  return (session) => gathered.add(session);
}

/**
 * Starts the grace period of reps whose process is gone; `since` is its last sign of life. The period counts from now:
 * if all servers were down for a minute, reps still have 30 seconds to reconnect to the first that runs again. Calls
 * `committed` for each part.
 */
export async function disconnectProcess(
  database: Database,
  processId: string,
  {
    since,
    now,
    committed,
  }: { since: Instant; now: () => Instant; committed: (committed: Committed) => void },
): Promise<void> {
  for (;;) {
    const at = now();
    const rows = await database.run<Changed>(leaveProcess, [processId, since, at, at + GRACE]);
    if (rows.length === 0) return;
    const changes = new Map(rows.map(({ id, change }) => [id, change]));
    committed({ changes, routable: false, dueAt: at + GRACE });
  }
}
