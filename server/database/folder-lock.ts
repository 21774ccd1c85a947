import { readFile, rm, writeFile } from 'node:fs/promises';

// Folders that this process holds: its process id in a lock file may also be left from before a restart.
const held = new Set<string>();

/**
 * Locks a data folder, which a second process would corrupt. The lock file beside the folder names the process that
 * holds it; one left behind by a crash is taken over. Rejects with a sentence if the folder is in use. Returns a
 * function that releases the lock.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = `${folder.replace(/\/+$/, '')}.lock`;
  for (;;) {
    try {
      await writeFile(file, String(process.pid), { flag: 'wx' });
      held.add(file);
      return async () => {
        held.delete(file);
        await rm(file, { force: true });
      };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const holder = Number(await readFile(file, 'utf8').catch(() => ''));
    if (held.has(file) || (holder > 0 && holder !== process.pid && isRunning(holder)))
      throw new Error(
        `The data folder ${folder} is in use by process ${holder}. If that is another program, remove ${file}.`,
      );
    await rm(file, { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // The process is running, but belongs to another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
