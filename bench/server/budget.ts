import { rm } from 'node:fs/promises';
import { openDatabase, type DatabaseAddress } from '../../server/database/open-database.ts';
import { makeCrowd } from '../../test/server/crowd/crowd.ts';
import { addClosed, addWaiting } from './history.ts';
import { parts, Workplace, whole, type Cost, type Moment } from './item-life.ts';
import { statementsSoFar } from './statements.ts';

const ITEMS = 40;
const WARM_UP = 120;

/** How much there is besides the items whose life is measured. */
interface Setting {
  readonly reps: number;
  readonly waiting?: number;
  readonly closed?: number;
}

const settings: readonly Setting[] = [
  { reps: 100 },
  { reps: 1000 },
  { reps: 100, waiting: 10_000 },
  { reps: 100, closed: 100_000 },
];

/** A database for one setting, and the processor time of its server, if it has one. */
export interface Place {
  readonly name: string;
  readonly address: () => Promise<DatabaseAddress>;
  readonly databaseTime: () => Promise<number>;
}

/** One row of the table: what was measured, and what it cost for one item. */
export interface Row {
  readonly what: string;
  readonly cost: Cost;
}

/** What an item's life costs on a database: part by part, and as a whole in each setting. */
export async function budget({ name, address, databaseTime }: Place): Promise<Row[]> {
  const rows: Row[] = [];
  for (const setting of settings) {
    const { reps, waiting = 0, closed = 0 } = setting;
    const at = await address();
    const ids = await makeCrowd(at, reps);
    const database = await openDatabase(at);
    if (waiting > 0) await addWaiting(database, waiting);
    if (closed > 0) await addClosed(database, closed, reps);
    const workplace = new Workplace(database, (at) => costSoFar(databaseTime, at));
    await workplace.open(ids);
    await workplace.live(WARM_UP);
    const costs = await workplace.live(ITEMS);
    const which = [
      `${reps} reps`,
      ...(waiting > 0 ? [`${waiting} waiting`] : []),
      ...(closed > 0 ? [`${closed} closed`] : []),
    ];
    if (setting === settings[0])
      rows.push(...parts.map((part) => ({ what: `${name}: ${part}`, cost: costs[part] })));
    rows.push({ what: `${name}: whole life, ${which.join(', ')}`, cost: whole(costs) });
    await workplace.close();
    await database.close();
    if (at.folder !== undefined) await rm(at.folder, { recursive: true, force: true });
  }
  return rows;
}

let databaseBefore = 0;

/**
 * What this process and the database have cost so far, at the beginning or the end of what is measured: asking for the
 * time of the database costs this process more than many a statement, and is left out. Between two parts that follow at
 * once it is not asked for, so that the second contains that of the first.
 */
export async function costSoFar(databaseTime: () => Promise<number>, at: Moment): Promise<Cost> {
  const here = () => {
    const { user, system } = process.cpuUsage();
    return { ...statementsSoFar(), server: (user + system) / 1000 };
  };
  if (at === 'between') return { ...here(), database: databaseBefore };
  if (at === 'end') return { ...here(), database: (databaseBefore = await databaseTime()) };
  databaseBefore = await databaseTime();
  return { ...here(), database: databaseBefore };
}

/** The rows as a Markdown table. */
export function budgetTable(rows: readonly Row[]): string {
  const head = [
    'for one item',
    'statements',
    'of them writing',
    'trips',
    'rows',
    'bytes',
    'server, ms',
    'database, ms',
  ];
  const cells = rows.map(({ what, cost }) => [
    what,
    ...[cost.statements, cost.writes, cost.trips, cost.rows].map((count) => count.toFixed(1)),
    cost.bytes.toFixed(0),
    cost.server.toFixed(1),
    cost.database.toFixed(1),
  ]);
  return [head, head.map(() => '---'), ...cells].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
