import { cpSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Names to every worker the folder that `make-new-data` left behind. */
export const NEW_DATA = 'OMNI_NEW_DATA';

/** A data folder of the test's own, as a server leaves it that has just begun. */
export async function newData(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'omni-channel-'));
  const made = process.env[NEW_DATA];
  // More than a thousand small files, which promises would take several times as long for.
  if (made !== undefined) cpSync(made, folder, { recursive: true });
  return folder;
}
