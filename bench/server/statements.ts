import { createRequire } from 'node:module';
import { PGlite } from '@electric-sql/pglite';
import peersPg from 'pg';

/** What a piece of work has cost the database's clients of this process so far. */
export interface Statements {
  readonly statements: number;
  readonly writes: number;
  readonly trips: number;
  readonly rows: number;
  readonly bytes: number;
}

const WRITES = /^\s*(insert|update|delete)\b|\b(insert into|update \S+ (\S+ )?set|delete from)\b/i;

const counted = { statements: 0, writes: 0, trips: 0, rows: 0 };
const sockets = new Set<{ bytesRead: number; bytesWritten: number }>();
/** Prepared statements of PGlite by name, which are counted by their text. */
const prepared = new Map<string, string>();
let bytes = 0;

/** A query of node-postgres, as its own connection sees it. */
interface InnerQuery {
  text?: string;
  submit(connection: unknown): unknown;
  handleDataRow(message: unknown): void;
  handleReadyForQuery(connection: unknown): void;
}
type NodePostgres = Readonly<Record<'Query', { readonly prototype: InnerQuery }>>;

/** Counts from now on every statement that this process sends through node-postgres or PGlite. */
export function countStatements(): void {
  const ofServer = createRequire(new URL('../../server/main.ts', import.meta.url))('pg') as NodePostgres;
  // The peers may have a copy of their own.
  for (const one of new Set([ofServer, peersPg as unknown as NodePostgres])) countIn(one);
  countInPglite();
}

function countIn(pg: NodePostgres): void {
  const query = pg.Query.prototype;
  const { submit, handleDataRow, handleReadyForQuery } = query;
  query.submit = function (connection) {
    sockets.add((connection as { stream: { bytesRead: number; bytesWritten: number } }).stream);
    note(this.text ?? '');
    return submit.call(this, connection);
  };
  query.handleDataRow = function (message) {
    counted.rows += 1;
    handleDataRow.call(this, message);
  };
  query.handleReadyForQuery = function (connection) {
    counted.trips += 1;
    handleReadyForQuery.call(this, connection);
  };
}

function countInPglite(): void {
  const { execProtocolStream } = PGlite.prototype;
  PGlite.prototype.execProtocolStream = async function (message, options) {
    counted.trips += 1;
    bytes += message.length;
    const kind = String.fromCharCode(message[0] ?? 0);
    // Only a parsed statement and a simple query contain text.
    if (kind === 'P' || kind === 'Q') note(textOf(message.subarray(kind === 'P' ? 6 : 5)));
    const answers = await execProtocolStream.call(this, message, options);
    for (const { name, length } of answers) {
      if (name === 'dataRow') counted.rows += 1;
      bytes += length;
    }
    return answers;
  };
}

/** The counts so far. */
export function statementsSoFar(): Statements {
  let transferred = bytes;
  for (const { bytesRead, bytesWritten } of sockets) transferred += bytesRead + bytesWritten;
  return { ...counted, bytes: transferred };
}

function textOf(message: Uint8Array): string {
  const end = message.indexOf(0);
  return new TextDecoder().decode(end < 0 ? message : message.subarray(0, end));
}

function note(text: string): void {
  const preparing = /^\s*prepare (\w+)[^]*?\bas\b/i.exec(text);
  if (preparing?.[1]) prepared.set(preparing[1], text.slice(preparing[0].length));
  const executing = /^\s*execute (\w+)/i.exec(text);
  counted.statements += 1;
  if (WRITES.test((executing?.[1] && prepared.get(executing[1])) ?? text)) counted.writes += 1;
}
