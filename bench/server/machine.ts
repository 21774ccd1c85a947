import { readFile } from 'node:fs/promises';
import { loadavg } from 'node:os';

/** Clock ticks per second in /proc on Linux. */
const TICKS = 100;

/** Milliseconds of processor time that a process has used so far, with all its threads. */
export async function processorTime(pid: number | undefined): Promise<number> {
  const stat = await readFile(`/proc/${String(pid)}/stat`, 'utf8');
  const [user = '0', system = '0'] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13);
  return ((Number(user) + Number(system)) * 1000) / TICKS;
}

const ofDatabase = new Map<string, number>();

/**
 * The same for the processes of a PostgreSQL server, each of which has one thread, so that a finer clock tells. What a
 * process used between the last look and its end is missing.
 */
export async function databaseTime(pid: number): Promise<number> {
  const children = await readFile(`/proc/${String(pid)}/task/${String(pid)}/children`, 'utf8');
  const all = [String(pid), ...children.split(' ').filter((child) => child.trim() !== '')];
  for (const one of all) {
    const time = await readFile(`/proc/${one}/schedstat`, 'utf8').catch(() => null);
    if (time !== null) ofDatabase.set(one, Number(time.split(' ', 1)[0]) / 1e6);
  }
  return [...ofDatabase.values()].reduce((sum, time) => sum + time, 0);
}

/** The memory that a process has in use, megabytes. */
export async function residentMegabytes(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}

/** What the machine has been doing in the last minute, besides and including this. */
export function load(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}
