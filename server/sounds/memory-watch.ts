import { readFile } from 'node:fs/promises';
import type { Milliseconds } from '../../src/domain/time.ts';
import type { Timers } from '../timers.ts';

const CHECK_INTERVAL: Milliseconds = 10;

/**
 * Watches the memory of a process until the returned function is called, and calls `tooMuch` when it exceeds `limit`
 * bytes. Works on Linux only; elsewhere the process has to watch itself.
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
    else cancel = timers.after(CHECK_INTERVAL, () => void look());
  };
  void look();
  return () => {
    isOver = true;
    cancel?.();
  };
}

/** Includes native memory and the code of the process; `null` if unknown or if it has ended. */
async function residentBytes(pid: number): Promise<number | null> {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    // There is no such file if the process has ended, or on other systems.
    return null;
  }
}
