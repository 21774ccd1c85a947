import { readFile } from 'node:fs/promises';
import type { Milliseconds } from '../../src/domain/time.ts';
import type { Timers } from '../timers.ts';

const BETWEEN_LOOKS: Milliseconds = 10;

/**
 * Looks how much memory a process takes until the returned function is called, and calls `tooMuch` once it is over
 * `limit` bytes. Only Linux tells; elsewhere the process has to look itself.
 */
export function watchMemory(
  pid: number,
  limit: number,
  timers: Pick<Timers, 'after'>,
  tooMuch: () => void,
): () => void {
  let cancel: (() => void) | null = null;
  let isOver = false;
  const look = async () => {
    const taken = await residentBytes(pid);
    if (isOver || taken === null) return;
    if (taken > limit) tooMuch();
    else cancel = timers.after(BETWEEN_LOOKS, () => void look());
  };
  void look();
  return () => {
    isOver = true;
    cancel?.();
  };
}

/** Native memory and the code of the process count too; `null`: nobody tells, or it has ended. */
async function residentBytes(pid: number): Promise<number | null> {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    // There is no such file where the process has ended, and on other systems.
    return null;
  }
}
