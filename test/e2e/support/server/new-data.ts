import { cpSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The environment variable that tells every worker the folder made by `make-new-data`. */
export const NEW_DATA = 'OMNI_NEW_DATA';

/** A data folder for the test, in the state of a freshly started server. */
export async function newData(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'omni-channel-'));
  const made = process.env[NEW_DATA];
  // Synchronous: for more than a thousand small files, promises take several times as long.
  if (made !== undefined) cpSync(made, folder, { recursive: true });
  return folder;
}
