import * as v from 'valibot';
import type { PassedFile, UploadedFile } from './read-zip.ts';

/** What the files say of the project that they belong to. */
export interface Project {
  /** Its folders; empty: every file counts. */
  readonly folders: readonly string[];
  /** `null`: nothing says it. */
  readonly apiVersion: string | null;
  /** The files that say so. */
  readonly manifests: readonly string[];
  readonly contains: (path: string) => boolean;
}

const projectSchema = v.object({
  packageDirectories: v.pipe(
    v.array(v.object({ path: v.pipe(v.string(), v.maxLength(500)) })),
    v.minLength(1),
    v.maxLength(200),
  ),
  sourceApiVersion: v.exactOptional(v.pipe(v.string(), v.regex(/^\d{1,3}\.\d$/))),
});

/** The project of an upload: its folders by sfdx-project.json, its API version by that or by package.xml. */
export function projectOf(files: readonly (UploadedFile | PassedFile)[]): Project {
  const manifests: string[] = [];
  const folders: string[] = [];
  let apiVersion: string | null = null;
  for (const { path, bytes } of files) {
    if (bytes === null || bytes.length > 1_000_000) continue;
    const at = path.slice(0, path.lastIndexOf('/') + 1);
    if (/(^|\/)sfdx-project\.json$/.test(path)) {
      manifests.push(path);
      const read = v.safeParse(projectSchema, parsed(bytes));
      if (!read.success) continue;
      apiVersion = read.output.sourceApiVersion ?? apiVersion;
      folders.push(...read.output.packageDirectories.map((one) => folderOf(at, one.path)));
    } else if (/(^|\/)package\.xml$/.test(path)) {
      manifests.push(path);
      const text = new TextDecoder().decode(bytes);
      apiVersion ??= /<version>\s*(\d{1,3}\.\d)\s*<\/version>/.exec(text)?.[1] ?? null;
    }
  }
  const contains = (path: string) =>
    folders.length === 0 || folders.some((folder) => path.startsWith(folder));
  return { folders, apiVersion, manifests, contains };
}

function folderOf(at: string, path: string): string {
  const plain = path
    .replaceAll('\\', '/')
    .replace(/^\.?\//, '')
    .replace(/\/+$/, '');
  return plain === '' || plain === '.' ? at : `${at}${plain}/`;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
