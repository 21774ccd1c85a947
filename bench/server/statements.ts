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
let isCounting = false;

type Method = (this: unknown, ...given: unknown[]) => unknown;
type NodePostgres = Readonly<Record<'Query', { readonly prototype: object }>>;

/** Counts from now on every statement that this process sends through node-postgres or PGlite. */
export function countStatements(): void {
  if (isCounting) return;
  isCounting = true;
  const ofServer = createRequire(new URL('../../server/main.ts', import.meta.url))('pg') as NodePostgres;
  // The peers may have a copy of their own.
  for (const pg of new Set([ofServer, peersPg as unknown as NodePostgres])) {
    const query = pg.Query.prototype;
    observe(query, 'submit', (self, [connection]) => {
      sockets.add((connection as { stream: { bytesRead: number; bytesWritten: number } }).stream);
      note((self as { text?: string }).text ?? '');
    });
    observe(query, 'handleDataRow', () => (counted.rows += 1));
    observe(query, 'handleReadyForQuery', () => (counted.trips += 1));
  }
  observe(
    PGlite.prototype,
    'execProtocolStream',
    (_, [message]) => notePglite(message as Uint8Array),
    noteAnswers,
  );
}

/** Has a method tell what it is called with, and what it resolves to. */
function observe(
  prototype: object,
  name: string,
  called: (self: unknown, given: readonly unknown[]) => void,
  resolved?: (answer: unknown) => void,
): void {
  const method = Reflect.get(prototype, name) as Method;
  Reflect.set(prototype, name, function (this: unknown, ...given: unknown[]) {
    called(this, given);
    const result = method.apply(this, given);
    if (resolved && result instanceof Promise) result.then(resolved, () => undefined);
    return result;
  });
}

function notePglite(message: Uint8Array): void {
  counted.trips += 1;
  bytes += message.length;
  const kind = String.fromCharCode(message[0] ?? 0);
  // Only a parsed statement and a simple query contain text.
  if (kind === 'P' || kind === 'Q') note(textOf(message.subarray(kind === 'P' ? 6 : 5)));
}

function noteAnswers(answers: unknown): void {
  for (const { name, length } of answers as readonly { name: string; length: number }[]) {
    if (name === 'dataRow') counted.rows += 1;
    bytes += length;
  }
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
