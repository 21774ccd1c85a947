import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isHidden, metadataName } from '../../src/domain/import/metadata-type.ts';
import type { UploadedFile } from '../metadata/read-zip.ts';
import { UsageError } from './setup-api.ts';

const skipped = new Set(['node_modules', '.git', '.sfdx', '.sf']);
const isProject = (path: string): boolean => /(^|\/)(package\.xml|sfdx-project\.json)$/.test(path);

/** The files of a folder that an import reads, or one file: a zip. Links are not followed. */
export async function filesAt(path: string): Promise<UploadedFile[]> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new UsageError(`There is no ${path}.`);
  if (found.isFile()) return [await fileAt(path, basename(path))];
  const files: UploadedFile[] = [];
  const read = async (folder: string, at: string): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true });
    for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
      const inside = at === '' ? entry.name : `${at}/${entry.name}`;
      if (entry.isDirectory() && !skipped.has(entry.name)) await read(join(folder, entry.name), inside);
      else if (entry.isFile() && (isProject(inside) || (metadataName(inside) !== null && !isHidden(inside))))
        files.push(await fileAt(join(folder, entry.name), inside));
    }
  };
  await read(path, '');
  if (!files.some((file) => metadataName(file.path) !== null))
    throw new UsageError(`There is no metadata of Omni-Channel in ${path}.`);
  return files;
}

/** One file, under this path. */
export async function fileAt(file: string, path: string): Promise<UploadedFile> {
  try {
    return { path, bytes: new Uint8Array(await readFile(file)) };
  } catch {
    throw new UsageError(`${file} cannot be read.`);
  }
}
