import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Database } from '../../../server/database/database.ts';
import { readUpload } from '../../../server/metadata/read-upload.ts';
import { readZip, type UploadedFile } from '../../../server/metadata/read-zip.ts';
import type { ImportResult } from '../../../src/domain/import/import-api.ts';
import type { Choices, ImportPlan } from '../../../src/domain/import/import-plan.ts';
import { sameElements } from '../../../src/domain/import/planning/unique-files.ts';
import { openInMemory } from '../database/in-memory.ts';
import { filesIn, recordIn, written } from '../metadata/metadata-files.ts';
import { SetupUnderTest } from './setup-under-test.ts';

let database: Database;
let setup: SetupUnderTest;
before(async () => {
  database = await openInMemory();
  setup = await SetupUnderTest.open(database);
});
after(() => database.close());

async function plan(files: readonly UploadedFile[]): Promise<ImportPlan> {
  const body = new FormData();
  for (const { path, bytes } of files) body.append('file', new Blob([new Uint8Array(bytes)]), path);
  const response = await setup.server.app.request('/v1/setup/import?plan', {
    method: 'POST',
    headers: await setup.server.as('admin', 'customize-application'),
    body,
  });
  return (await response.json()) as ImportPlan;
}

/** The files of an export. */
async function exported(format: 'sfdx' | 'metadata'): Promise<UploadedFile[]> {
  const response = await setup.server.app.request(`/v1/setup/export?format=${format}`, {
    headers: await setup.server.as('admin', 'customize-application'),
  });
  assert.deepEqual([response.status, response.headers.get('Content-Type')], [200, 'application/zip']);
  const files = await readZip(new Uint8Array(await response.arrayBuffer()), () => true);
  return files.flatMap(({ path, bytes }) => (bytes ? [{ path, bytes }] : []));
}

const textOf = (files: readonly UploadedFile[], end: string): string =>
  new TextDecoder().decode(files.find(({ path }) => path.endsWith(end))?.bytes);

const users = written('users.csv', 'amina.rep@example.com;sofia\n');
/** What can be imported of these, with the first fix where a choice is needed. */
async function imported(files: readonly UploadedFile[]): Promise<ImportPlan> {
  const first = await plan([...files, users]);
  const fixes: Choices['fixes'] = {};
  for (const { remarks } of first.records)
    for (const { id, needsChoice, fixes: known } of remarks)
      if (needsChoice && known[0]?.kind === 'use') fixes[id] = { fix: known[0].id };
  const leftOut = first.records
    .filter(({ remarks }) => remarks.some((one) => one.needsChoice && !(one.id in fixes)))
    .map(({ key }) => key);
  const { status, body } = await setup.ask<ImportResult>('POST', 'import', {
    body: { plan: first.id, choices: { fixes, leftOut } },
  });
  assert.equal(status, 200, JSON.stringify(body));
  return first;
}

describe('an export', () => {
  const folders = ['01-every-field', '03-contradictions', '04-references', '05-names', '06-xml'];
  const given = folders.flatMap((folder) =>
    // Dangling claims people whom another file has too.
    filesIn(folder)
      .filter(({ path }) => !path.includes('Dangling'))
      .map(({ path, bytes }) => ({
        path: `${folder}/${path.replace('sfdx-project.json', 'project.txt')}`,
        bytes,
      })),
  );

  test('writes every imported file as it was, with all that has no place here', async () => {
    await imported(given);
    const files = await exported('sfdx');
    const [before, back] = [await readUpload(given), await readUpload(files)];
    let compared = 0;
    for (const { fullName, type, root } of back.files) {
      const same = before.files.filter(
        (one) => one.type === type && one.fullName.toLowerCase() === fullName.toLowerCase(),
      );
      if (same.length === 0) continue;
      compared += 1;
      assert.ok(
        same.some((one) => sameElements(one.root, root)),
        `${type} ${fullName}`,
      );
    }
    assert.ok(compared > 35, String(compared));
    assert.match(
      textOf(files, 'Unknown_Newer.presenceUserConfig-meta.xml'),
      /<capacity2 unit="x">3<\/capacity2>/,
    );
  });

  test('imports back as all the same, as a project and as a package', async () => {
    for (const format of ['sfdx', 'metadata'] as const) {
      const again = await plan(await exported(format));
      assert.deepEqual(
        again.records
          .filter(({ state }) => state !== 'same')
          .map(({ key, state, remarks }) => [key, state, remarks]),
        [],
        format,
      );
      assert.deepEqual(again.moves, []);
      assert.equal(again.files.refused, 0);
    }
  });

  test('writes a changed field anew, and nothing else', async () => {
    const before = textOf(await exported('sfdx'), 'Tier_One_Reps.presenceUserConfig-meta.xml');
    const again = await plan(await exported('sfdx'));
    const path = `presence-configurations/${recordIn(again, 'Tier_One_Reps').id}`;
    const { body, version } = await setup.get<{ configuration: object }>(path);
    await setup.ask('PUT', path, {
      body: { ...body.configuration, capacity: 7, soundLengthSeconds: 12 },
      version,
    });
    const files = await exported('sfdx');
    assert.equal(
      textOf(files, 'Tier_One_Reps.presenceUserConfig-meta.xml'),
      before.replace('<capacity>6</capacity>', '<capacity>7</capacity>'),
    );
    const { notExported } = JSON.parse(textOf(files, 'report.json')) as {
      notExported: { fullName: string; fields: string[] }[];
    };
    assert.deepEqual(notExported.find(({ fullName }) => fullName === 'Tier_One_Reps')?.fields, [
      'soundLengthSeconds',
    ]);
  });

  test('writes what never was a file, and names the people without a username', async () => {
    const files = await exported('metadata');
    assert.equal(
      textOf(files, 'servicePresenceStatuses/Messaging_only.servicePresenceStatus'),
      `<?xml version="1.0" encoding="UTF-8"?>
<ServicePresenceStatus xmlns="http://soap.sforce.com/2006/04/metadata">
    <channels>
        <channel>Chat</channel>
        <channel>Messaging</channel>
    </channels>
    <label>Messaging only</label>
</ServicePresenceStatus>
`,
    );
    assert.match(textOf(files, 'package.xml'), /<members>default_presence_config<\/members>/);
    const report = textOf(files, 'report.json');
    assert.match(report, /Noah Fischer/);
  });
});
