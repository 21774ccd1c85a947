import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readZip } from '../metadata/read-zip.ts';
import { UsageError, type SetupApi } from './setup-api.ts';

/** Writes Setup as metadata into a folder, which is empty or not there yet. Returns the exit code. */
export async function exportCommand(api: SetupApi, folder: string, format: string): Promise<number> {
  if (format !== 'sfdx' && format !== 'metadata') throw new UsageError('--format is sfdx or metadata.');
  const there = await readdir(folder).catch(() => []);
  if (there.length > 0) throw new UsageError(`${folder} is not empty.`);
  const files = await readZip(await api.exported(format), () => true);
  let written = 0;
  for (const { path, bytes } of files) {
    if (bytes === null) continue;
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
    written += 1;
  }
  console.info(
    `${String(written)} files written to ${folder}. report.json says what metadata cannot express.`,
  );
  return 0;
}
