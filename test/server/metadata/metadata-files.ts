import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { givenFiles } from '../../../server/metadata/given-files.ts';
import { readUpload } from '../../../server/metadata/read-upload.ts';
import type { UploadedFile } from '../../../server/metadata/read-zip.ts';
import { defaultPresenceConfiguration } from '../../../src/domain/configuration/presence-configuration.ts';
import type { ImportedResource, RecordHere, SetupHere } from '../../../src/domain/import/here.ts';
import type { Choices, ImportPlan, PlannedRecord } from '../../../src/domain/import/import-plan.ts';
import { makePlan, type MadePlan } from '../../../src/domain/import/planning/make-plan.ts';

const fixtures = fileURLToPath(new URL('../../fixtures/metadata', import.meta.url));

/** The files of a folder below test/fixtures/metadata, with their paths in it. */
export function filesIn(folder: string): UploadedFile[] {
  const root = join(fixtures, folder);
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({
      path: relative(root, file).replaceAll(sep, '/'),
      bytes: new Uint8Array(readFileSync(file)),
    }));
}

export const fileAt = (path: string): Uint8Array => new Uint8Array(readFileSync(join(fixtures, path)));

const text = new TextEncoder();
/** A file with this text. */
export const written = (path: string, content: string): UploadedFile => ({
  path,
  bytes: text.encode(content),
});

/** A metadata file with these elements. */
export function metadata(path: string, type: string, elements: string): UploadedFile {
  const namespace = 'http://soap.sforce.com/2006/04/metadata';
  return written(
    path,
    `<?xml version="1.0" encoding="UTF-8"?>\n<${type} xmlns="${namespace}">\n${elements}\n</${type}>\n`,
  );
}

const none: Record<ImportedResource, RecordHere[]> = {
  'service-channels': [],
  'presence-statuses': [
    { id: 'offline', fields: { name: 'Offline', developerName: 'Offline', kind: 'offline', channelIds: [] } },
  ],
  'decline-reasons': [],
  'routing-configurations': [],
  queues: [],
  profiles: [
    {
      id: 'administrators',
      fields: { name: 'System Administrator', developerName: 'Admins', statusIds: [] },
    },
  ],
  'presence-configurations': [{ id: 'default', fields: defaultPresenceConfiguration }],
};

/** A new Setup, with one rep whose username is known, and a profile. */
export const setupHere = (
  records: Partial<typeof none> = {},
  change: Partial<SetupHere> = {},
): SetupHere => ({
  revision: 1,
  defaultConfigurationId: 'default',
  origins: [],
  users: [{ id: 'amina', name: 'Amina Diallo', active: true, omniChannel: true }],
  assignedUsers: new Map(),
  assignedProfiles: new Map(),
  usernames: new Map([['amina.rep@example.com', 'amina']]),
  records: { ...none, ...records },
  ...change,
});

export async function planOf(
  files: readonly UploadedFile[],
  { here = setupHere(), ...choices }: Partial<Choices> & { readonly here?: SetupHere } = {},
): Promise<MadePlan> {
  const read = givenFiles(await readUpload(files));
  return makePlan(
    read,
    here,
    { fixes: {}, leftOut: [], ...choices },
    { id: 'plan', newId: (key) => createHash('sha256').update(key).digest('hex').slice(0, 32) },
  );
}

/** A record of a plan by the last part of its key. */
export function recordIn({ records }: ImportPlan, name: string): PlannedRecord {
  const found = records.find(({ fullName }) => fullName === name);
  if (!found) throw new Error(`There is no ${name} among ${records.map(({ key }) => key).join(', ')}.`);
  return found;
}

/** The sentences about a record. */
export const saidOf = (plan: ImportPlan, name: string): string[] =>
  recordIn(plan, name).remarks.map(({ sentence }) => sentence);
