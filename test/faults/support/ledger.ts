import pg from 'pg';
import type { AgentWork } from '../../../src/domain/work/agent-work.ts';
import type { AlertReceipt } from '../../../src/domain/alerts/alert-receipt.ts';
import type { CommandOutcome } from '../../../src/protocol/messages.ts';

// Instants are 64-bit numbers, which `pg` returns as text by default.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

const workColumns = [
  ...(['id', 'workItemId', 'status', 'offeredAt', 'deliveredAt', 'openedAt', 'openedBy'] as const),
  ...(['settledAt', 'cancelReason', 'declineReason', 'stamp', 'acw'] as const),
];
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const worksOfRep = `
  select ${workColumns.map((name) => `w.${snake(name)} as "${name}"`).join(', ')}, i.subject
  from agent_works w join work_items i on i.id = w.work_item_id
  where w.rep_id = $1 order by w.offered_at, w.id`;
/** An agent work as the server recorded it. */
export type LedgerWork = Pick<AgentWork, Exclude<(typeof workColumns)[number], 'deliveredAt'> | 'subject'> & {
  readonly deliveredAt: number | null;
};
export interface LedgerItem {
  readonly id: string;
  readonly subject: string;
  readonly status: string;
  readonly repId: string | null;
}

/** The server's own records, read from its database whether it runs, is suspended or dead. */
export class Ledger {
  readonly #pool: pg.Pool;

  constructor(url: string) {
    this.#pool = new pg.Pool({ connectionString: url, max: 2 });
    // The database may end idle connections, which needs no handling.
    this.#pool.on('error', () => undefined);
  }

  /** Every agent work of a rep, in the order of the offers. */
  works(repId: string): Promise<LedgerWork[]> {
    return this.#rows(worksOfRep, repId);
  }

  /** Every agent work of a rep and every work item, read consistently. */
  async atOneMoment(repId: string): Promise<{ works: LedgerWork[]; items: LedgerItem[] }> {
    const client = await this.#pool.connect();
    try {
      await client.query('begin isolation level repeatable read read only');
      const works = await client.query<LedgerWork>(worksOfRep, [repId]);
      const items = await client.query<LedgerItem>(
        'select id, subject, status, rep_id as "repId" from work_items order by number',
      );
      await client.query('commit');
      return { works: works.rows, items: items.rows };
    } finally {
      client.release();
    }
  }

  /** The outcome of each command of a rep, in the order of execution. */
  commands(repId: string): Promise<{ commandId: string; outcome: CommandOutcome }[]> {
    return this.#rows(
      'select command_id as "commandId", outcome from command_records where rep_id = $1 order by at',
      repId,
    );
  }

  receipts(repId: string): Promise<(Pick<AlertReceipt, 'kind' | 'at'> & { agentWorkId: string })[]> {
    return this.#rows(
      `select r.agent_work_id as "agentWorkId", r.kind, r.at from alert_receipts r
       join agent_works w on w.id = r.agent_work_id where w.rep_id = $1`,
      repId,
    );
  }

  async status(repId: string): Promise<{ statusId: string; statusCause: string }> {
    const [rep] = await this.#rows<{ statusId: string; statusCause: string }>(
      'select status_id as "statusId", status_cause as "statusCause" from reps where id = $1',
      repId,
    );
    if (!rep) throw new Error(`The server knows no rep ${repId}.`);
    return rep;
  }

  close(): Promise<void> {
    return this.#pool.end();
  }

  async #rows<Row extends object>(query: string, ...values: string[]): Promise<Row[]> {
    return (await this.#pool.query<Row>(query, values)).rows;
  }
}

const open: readonly string[] = ['assigned', 'opened', 'afterConversationWork'];

export const isOpenWork = ({ status }: Pick<LedgerWork, 'status'>): boolean => open.includes(status);
