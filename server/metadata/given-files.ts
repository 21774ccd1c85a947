import type { ReadFiles } from '../../src/domain/import/planning/make-plan.ts';
import { metadataTypes } from '../../src/domain/import/metadata-type.ts';
import type { GivenFile } from '../../src/domain/import/planning/unique-files.ts';
import type { MetadataFile, ReadUpload } from './read-upload.ts';

type Told = ReadFiles['remarks'][number];

const isGiven = (file: MetadataFile): file is MetadataFile & GivenFile =>
  (metadataTypes as readonly string[]).includes(file.type);

/** What was read of an upload, as a plan needs it. */
export function givenFiles({ files, refused, counted, ignored, project }: ReadUpload): ReadFiles {
  const given = files.filter(isGiven);
  return {
    files: given,
    refused: refused.toSorted(byPath).map(({ path, remark, place }) => ({
      path,
      remark,
      line: place?.line ?? null,
      column: place?.column ?? null,
    })),
    counted: countBy(counted.map(({ type }) => type)),
    ignored: countBy(ignored.map(({ why }) => why)),
    apiVersion: project.apiVersion,
    folders: project.folders,
    remarks: [
      ...(given.some(({ type }) => type === 'PresenceUserConfig') ? [soundsNotInFiles] : []),
      ...files.flatMap((file) => (isGiven(file) ? [] : aboutOther(file))),
    ],
  };
}

const soundsNotInFiles: Told = { code: 'soundsNotInFiles', params: {}, kind: 'notMapped' };

function aboutOther({ type, root }: MetadataFile): Told[] {
  if (type === 'PermissionSet') {
    const granted = root.children.flatMap(({ children }) => {
      const text = (wanted: string) => children.find(({ name }) => name === wanted)?.text.trim() ?? '';
      return /^(true|1)$/.test(text('enabled')) ? text('servicePresenceStatus') : [];
    });
    if (granted.length === 0) return [];
    const names = granted.join(', ').slice(0, 500);
    return [{ code: 'permissionSetGrants', params: { names }, kind: 'notMapped' }];
  }
  const isOff = root.children.some(
    ({ name, text }) => name === 'enableOmniChannel' && /^(false|0)$/.test(text.trim()),
  );
  return root.name === 'OmniChannelSettings' && isOff
    ? [{ code: 'omniOff', params: {}, kind: 'notMapped' }]
    : [];
}

const byPath = (one: { readonly path: string }, other: { readonly path: string }): number =>
  one.path < other.path ? -1 : Number(one.path > other.path);

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names.toSorted()) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
