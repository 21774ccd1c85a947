import { ZipFile } from 'yazl';
import type { ExportedFile, LostPart } from '../../src/domain/import/exporting/export-setup.ts';
import type { MetadataType } from '../../src/domain/import/metadata-type.ts';
import { writeXml } from './write-xml.ts';

/** The layout of an export: a project's folders, or those of a retrieved package. */
export const exportFormats = ['sfdx', 'metadata'] as const;
export type ExportFormat = (typeof exportFormats)[number];

const API_VERSION = '67.0';

const folders: Readonly<Record<MetadataType, string>> = {
  ServiceChannel: 'serviceChannels',
  ServicePresenceStatus: 'servicePresenceStatuses',
  PresenceDeclineReason: 'presenceDeclineReasons',
  QueueRoutingConfig: 'queueRoutingConfigs',
  Queue: 'queues',
  Profile: 'profiles',
  PresenceUserConfig: 'presenceUserConfigs',
};

const suffixOf = (type: MetadataType): string => `${type.charAt(0).toLowerCase()}${type.slice(1)}`;
/** As file names have them: characters that a path could misread are %-encoded. */
const encodedName = (name: string): string =>
  name.replace(/[^\p{L}\p{N} _(),'&-]/gu, (character) =>
    [...new TextEncoder().encode(character)]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join(''),
  );

/** The files of an export, by their paths; `report.json` says what could not be written. */
export function exportedFiles(
  { files, lost }: { readonly files: readonly ExportedFile[]; readonly lost: readonly LostPart[] },
  format: ExportFormat,
): ReadonlyMap<string, string> {
  const root = format === 'sfdx' ? 'force-app/main/default/' : '';
  const meta = format === 'sfdx' ? '-meta.xml' : '';
  const all = new Map<string, string>();
  for (const { type, fullName, children } of files)
    all.set(
      `${root}${folders[type]}/${encodedName(fullName)}.${suffixOf(type)}${meta}`,
      writeXml(type, children),
    );
  if (format === 'sfdx')
    all.set(
      'sfdx-project.json',
      `${JSON.stringify({ packageDirectories: [{ path: 'force-app', default: true }], sourceApiVersion: API_VERSION }, null, 2)}\n`,
    );
  else all.set('package.xml', packageXml(files));
  all.set('report.json', `${JSON.stringify({ notExported: lost }, null, 2)}\n`);
  return all;
}

function packageXml(files: readonly ExportedFile[]): string {
  const types = [...new Set(files.map(({ type }) => type))].sort();
  const leaf = (name: string, text: string) => ({ name, text, children: [] });
  return writeXml('Package', [
    ...types.map((type) => ({
      name: 'types',
      text: '',
      children: [
        ...files
          .filter((file) => file.type === type)
          .map(({ fullName }) => leaf('members', fullName))
          .sort((one, other) => (one.text < other.text ? -1 : 1)),
        leaf('name', type),
      ],
    })),
    leaf('version', API_VERSION),
  ]);
}

/** These files as a zip. */
export async function zipOf(files: ReadonlyMap<string, string>): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new ZipFile();
  for (const [path, text] of files) zip.addBuffer(Buffer.from(text), path);
  zip.end();
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream) parts.push(part as Buffer);
  return new Uint8Array(Buffer.concat(parts));
}
