import type { MetadataElement } from '../../src/domain/import/element.ts';
import type { FileRemark } from '../../src/domain/import/file-remarks.ts';
import {
  isHidden,
  metadataName,
  metadataTypes,
  type CountedType,
  type MetadataType,
} from '../../src/domain/import/metadata-type.ts';
import { decodeText } from './decode-text.ts';
import { MAX_FILE, MAX_FILES, MAX_PROFILE } from './limits.ts';
import { projectOf, type Project } from './project.ts';
import { readXml } from './read-xml.ts';
import { readZip, type PassedFile, type UploadedFile } from './read-zip.ts';
import { ReadingStopped, readingStopped, type Place } from './stopped.ts';

/** A metadata file that was read. */
export interface MetadataFile {
  readonly path: string;
  readonly type: MetadataType | 'PermissionSet' | 'Settings';
  readonly fullName: string;
  readonly isGarbled: boolean;
  readonly hasNamespace: boolean;
  readonly root: MetadataElement;
}

/** A file that is not read, and why. */
interface RefusedFile {
  readonly path: string;
  readonly remark: FileRemark;
  readonly place: Place | null;
}

/** Everything that was read of an upload. */
export interface ReadUpload {
  readonly files: readonly MetadataFile[];
  readonly refused: readonly RefusedFile[];
  /** Files of types that are only counted. */
  readonly counted: readonly { readonly type: CountedType; readonly path: string }[];
  /** Files that are no metadata, that systems leave behind, or that are outside the project. */
  readonly ignored: readonly { readonly path: string; readonly why: 'hidden' | 'other' | 'outside' }[];
  readonly project: Project;
  /** The text of CSV and JSON files beside the metadata: user mappings, and answers of `sf data query`. */
  readonly companions: readonly { readonly path: string; readonly text: string }[];
}

/** Of these only the grants of presence statuses are read. */
const onlyGrants = new Set<string>(['Profile', 'PermissionSet']);
const isRead = (type: string): type is MetadataFile['type'] =>
  type === 'PermissionSet' || type === 'Settings' || (metadataTypes as readonly string[]).includes(type);

/** Whether a file may matter: others are passed over without being read. */
function isWanted(path: string): boolean {
  return (
    metadataName(path) !== null || /(^|\/)(package\.xml|sfdx-project\.json)$/.test(path) || isCompanion(path)
  );
}
const isCompanion = (path: string): boolean => /\.(csv|json)$/i.test(path);
const isZip = ({ path, bytes }: UploadedFile): boolean =>
  /\.zip$/i.test(path) || (bytes[0] === 0x50 && bytes[1] === 0x4b && metadataName(path) === null);

/** Reads everything that was dropped: plain files, and the files of zips. A bad file never stops the others. */
export async function readUpload(uploads: readonly UploadedFile[]): Promise<ReadUpload> {
  const refused: RefusedFile[] = [];
  const all: (UploadedFile | PassedFile)[] = [];
  for (const upload of uploads.slice(0, MAX_FILES)) {
    if (!isZip(upload)) all.push(upload);
    else
      try {
        const files = await readZip(upload.bytes, isWanted);
        if (!files.some(({ path }) => metadataName(path) !== null && !isHidden(path)))
          throw readingStopped({ code: 'zipWithoutMetadata', params: {} });
        all.push(...files);
      } catch (error) {
        refused.push(refusalOf(upload.path, error));
      }
  }
  if (uploads.length > MAX_FILES)
    refused.push(refusalOf('', readingStopped({ code: 'tooManyFiles', params: { max: MAX_FILES } })));
  return { ...sorted(all, refused), refused };
}

function sorted(
  all: readonly (UploadedFile | PassedFile)[],
  refused: RefusedFile[],
): Omit<ReadUpload, 'refused'> {
  const project = projectOf(all);
  const files: MetadataFile[] = [];
  const counted: { type: CountedType; path: string }[] = [];
  const ignored: { path: string; why: 'hidden' | 'other' | 'outside' }[] = [];
  const companions: { path: string; text: string }[] = [];
  for (const { path, bytes } of all) {
    if (isHidden(path)) ignored.push({ path, why: 'hidden' });
    else if (project.manifests.includes(path)) continue;
    else {
      const name = metadataName(path);
      if (name === null) {
        if (bytes && isCompanion(path)) companions.push({ path, text: new TextDecoder().decode(bytes) });
        else ignored.push({ path, why: 'other' });
      } else if (!project.contains(path)) ignored.push({ path, why: 'outside' });
      else {
        if (!(metadataTypes as readonly string[]).includes(name.type))
          counted.push({ type: name.type as CountedType, path });
        if (!isRead(name.type) || bytes === null) continue;
        try {
          files.push({ path, ...name, type: name.type, ...readFile(name.type, bytes) });
        } catch (error) {
          refused.push(refusalOf(path, error));
        }
      }
    }
  }
  return { files, counted, ignored, project, companions };
}

function readFile(
  type: MetadataFile['type'],
  bytes: Uint8Array,
): { root: MetadataElement; hasNamespace: boolean } {
  const partly = onlyGrants.has(type);
  const max = partly ? MAX_PROFILE : MAX_FILE;
  if (bytes.length > max) throw readingStopped({ code: 'fileTooLarge', params: { max } });
  const keep = partly ? (name: string) => name === 'servicePresenceStatusAccesses' : undefined;
  const { root, hasNamespace } = readXml(decodeText(bytes), keep);
  const expected = type === 'Settings' ? root.name : type;
  if (root.name !== expected)
    throw readingStopped(
      { code: 'otherRoot', params: { expected, found: root.name.slice(0, 80) } },
      { line: root.line, column: root.column },
    );
  return { root, hasNamespace };
}

function refusalOf(path: string, error: unknown): RefusedFile {
  if (!(error instanceof ReadingStopped)) throw error;
  return { path, remark: error.remark, place: error.place };
}
