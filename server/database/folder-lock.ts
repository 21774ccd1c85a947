import { readFile, rm, writeFile } from 'node:fs/promises';

// A folder that this very process has: its own number in a file may also come from before a restart.
const held = new Set<string>();

/**
 * Keeps a second process out of a data folder, which would spoil it. The file beside the folder names the process that
 * has it; one left behind by a crash is taken over. Rejects with a sentence where the folder is in use. Returns what
 * lets it go.
 */
export async function holdFolder(folder: string): Promise<() => Promise<void>> {
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
    // It runs, but belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
