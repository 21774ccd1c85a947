import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import * as yazl from 'yazl';
import type { Database } from '../../../server/database/database.ts';
import type { UploadedFile } from '../../../server/metadata/read-zip.ts';
import { importedResources } from '../../../server/setup/import/read-setup.ts';
import type { ImportResult } from '../../../src/domain/import/import-api.ts';
import type { Choices, ImportPlan } from '../../../src/domain/import/import-plan.ts';
import type { AuditEntry, NamedRecord } from '../../../src/domain/setup/setup-api.ts';
import { openInMemory } from '../database/in-memory.ts';
import { filesIn, metadata, recordIn, written } from '../metadata/metadata-files.ts';
import { SetupUnderTest, type Answered, type Problem } from './setup-under-test.ts';

let database: Database;
let setup: SetupUnderTest;
beforeEach(async () => {
  database = await openInMemory();
  setup = await SetupUnderTest.open(database);
});
afterEach(() => database.close());

async function send<Body>(
  path: string,
  body: FormData | string | Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>> = {},
  subject = 'admin',
): Promise<Answered<Body>> {
  const response = await setup.server.app.request(`/v1/setup/${path}`, {
    method: 'POST',
    headers: { ...(await setup.server.as(subject, 'customize-application')), ...headers },
    body,
  });
  return {
    status: response.status,
    body: (await response.json()) as Body,
    headers: response.headers,
    version: '',
  };
}

function form(files: readonly UploadedFile[]): FormData {
  const data = new FormData();
  for (const { path, bytes } of files) data.append('file', new Blob([new Uint8Array(bytes)]), path);
  return data;
}

async function zip(files: readonly UploadedFile[]): Promise<Uint8Array<ArrayBuffer>> {
  const file = new yazl.ZipFile();
  for (const { path, bytes } of files) file.addBuffer(Buffer.from(bytes), path);
  file.end();
  const parts: Buffer[] = [];
  for await (const part of file.outputStream) parts.push(part as Buffer);
  return new Uint8Array(Buffer.concat(parts));
}

/** The demo's Sofia, under the username of the files. */
const users = written('users.csv', 'username,id\namina.rep@example.com,sofia\n');
const everything = [...filesIn('01-every-field'), users];

const plan = (files: readonly UploadedFile[] = everything) => send<ImportPlan>('import?plan', form(files));
const json = { 'Content-Type': 'application/json' };
const replan = (id: string, choices: Partial<Choices>) =>
  send<ImportPlan>('import?plan', JSON.stringify({ plan: id, choices }), json);
const apply = <Body = ImportResult>(id: string, choices: Partial<Choices> = {}, subject?: string) =>
  send<Body>('import', JSON.stringify({ plan: id, choices }), json, subject);

/** The first fix of everything that needs a choice. */
const firstFixes = ({ records }: ImportPlan): Choices['fixes'] =>
  Object.fromEntries(
    records
      .flatMap(({ remarks }) => remarks)
      .filter(({ needsChoice }) => needsChoice)
      .map(({ id, fixes }) => [id, { fix: fixes[0]!.id }]),
  );

/** Every record of Setup and every assignment. */
async function everythingHere(): Promise<unknown> {
  const records: Record<string, unknown> = {};
  for (const resource of importedResources) {
    const { items } = (await setup.get<{ items: NamedRecord[] }>(`${resource}?limit=100`)).body;
    records[resource] = await Promise.all(
      items.map(async ({ id }) => [
        (await setup.get(`${resource}/${id}`)).body,
        resource === 'presence-configurations' && (await setup.get(`${resource}/${id}/assignments`)).body,
      ]),
    );
  }
  return records;
}

describe('an import', () => {
  test('is planned without writing anything, and applied as one change', async () => {
    const before = await everythingHere();
    const { status, body } = await plan();
    assert.equal(status, 200);
    assert.deepEqual(await everythingHere(), before);
    const fixes = firstFixes(body);
    const chosen = await replan(body.id, { fixes });
    assert.equal(chosen.body.counts.needsChoice, 0);
    const applied = await apply(body.id, { fixes });
    assert.equal(applied.status, 200, JSON.stringify(applied.body));
    assert.equal(applied.body.applied, 12);
    assert.deepEqual(
      applied.body.moved.map(({ id, from, to }) => [id, from?.name, to.name]),
      [['sofia', 'Support with declining', 'Tier One Reps']],
    );
    const { items } = (await setup.get<{ items: AuditEntry[] }>('audit-log?limit=100')).body;
    const counts: Record<string, number> = {};
    for (const { action, resource } of items)
      counts[`${action} ${resource}`] = (counts[`${action} ${resource}`] ?? 0) + 1;
    assert.deepEqual(counts, {
      'assigned users': 1,
      'created queues': 1,
      'created decline-reasons': 2,
      'created presence-configurations': 2,
      'created presence-statuses': 3,
      'created routing-configurations': 2,
      'created service-channels': 2,
    });
    // What was chosen is in the record.
    const channel = recordIn(body, 'Web_Messaging').id;
    assert.equal((await setup.get(`service-channels/${channel}`)).body.acwDurationSeconds, 30);
  });

  test('and again finds everything the same, by its name, its zip and what was chosen', async () => {
    const first = (await plan()).body;
    await apply(first.id, { fixes: firstFixes(first) });
    const again = (await plan(filesIn('01-every-field'))).body;
    assert.deepEqual(
      again.records.map(({ fullName, state }) => [fullName, state]).filter(([, state]) => state !== 'same'),
      [],
    );
    assert.deepEqual([again.moves, again.counts.same], [[], 12]);
    const zipped = await send<ImportPlan>('import?plan', await zip(filesIn('01-every-field')), {
      'Content-Type': 'application/zip',
    });
    assert.deepEqual({ ...zipped.body, id: '' }, { ...again, id: '' });
    const old = filesIn('01-every-field').map(({ path, bytes }) => ({
      path: path.replace('-meta.xml', ''),
      bytes,
    }));
    const plain = (await plan(old)).body;
    const withoutFiles = ({ records }: ImportPlan) => JSON.stringify(records).replaceAll('-meta.xml', '');
    assert.equal(withoutFiles(plain), withoutFiles(again));
    const { applied } = (await apply(again.id)).body;
    assert.equal(applied, 0);
  });

  test('is undone as a whole: every record and assignment is as it was', async () => {
    const before = await everythingHere();
    const first = (await plan()).body;
    const { changeId } = (await apply(first.id, { fixes: firstFixes(first) })).body;
    const undone = await setup.ask('POST', `changes/${changeId}/undo`);
    assert.deepEqual([undone.status, undone.body], [200, { changeId, undone: 12 }]);
    assert.deepEqual(await everythingHere(), before);
    assert.equal((await plan()).body.counts.new, first.counts.new);
    const twice = await setup.ask<Problem>('POST', `changes/${changeId}/undo`);
    assert.deepEqual([twice.status, twice.body.detail], [409, 'This import has been undone already.']);
  });

  test('is not undone where something was changed since, which is named', async () => {
    const first = (await plan()).body;
    const { changeId } = (await apply(first.id, { fixes: firstFixes(first) })).body;
    const path = `presence-statuses/${recordIn(first, 'Away').id}`;
    const { body, version } = await setup.get(path);
    const { id: _, ...fields } = body;
    await setup.ask('PUT', path, { body: { ...fields, name: 'Gone' }, version });
    const before = await everythingHere();
    const refused = await setup.ask<Problem>('POST', `changes/${changeId}/undo`);
    assert.deepEqual(
      [refused.status, refused.body.detail],
      [409, 'This import cannot be undone: Away was changed since.'],
    );
    assert.deepEqual(await everythingHere(), before);
  });

  test('of a plan that is out of date is refused, with what changed and the plan as it is now', async () => {
    const { body } = await plan();
    const reason = { label: 'Lunch', developerName: 'Lunch', retired: false };
    await setup.server.timers.pass(1);
    await setup.ask('POST', 'decline-reasons', { body: reason });
    const before = await everythingHere();
    const refused = await apply<Problem & { plan: ImportPlan }>(body.id, { fixes: firstFixes(body) });
    assert.deepEqual(
      [refused.status, refused.body.detail],
      [409, 'Setup has changed since the plan was made: Lunch (Ada Lindqvist). Look at the plan again.'],
    );
    assert.ok(refused.body.plan.onlyHere.some(({ name }) => name === 'Lunch'));
    assert.deepEqual(await everythingHere(), before);
    await replan(body.id, {});
    assert.equal((await apply(body.id, { fixes: firstFixes(body) })).status, 200);
  });

  test('needs every choice, writes nothing without it, and belongs to its maker', async () => {
    const { body } = await plan();
    const before = await everythingHere();
    const open = await apply<Problem>(body.id);
    assert.deepEqual([open.status, open.body.detail], [422, 'Choices are needed for Web Messaging.']);
    const other = await apply<Problem>(body.id, { fixes: firstFixes(body) }, 'sofia');
    assert.deepEqual([other.status, other.body.detail], [404, 'There is no such plan.']);
    assert.deepEqual(await everythingHere(), before);
    const outsider = await setup.server.app.request('/v1/setup/import?plan', {
      method: 'POST',
      headers: await setup.server.as('sofia'),
      body: form(everything),
    });
    assert.equal(outsider.status, 403);
  });

  test('that fails at its last record writes nothing', async () => {
    const { body } = await plan();
    const before = await everythingHere();
    // Configurations are the last to be written.
    await database.queries.execute(
      "alter table presence_configurations add constraint no_more check (name <> 'Tier One Reps')",
    );
    assert.equal((await apply(body.id, { fixes: firstFixes(body) })).status, 500);
    assert.deepEqual(await everythingHere(), before);
  });

  test('keeps the users of a list, and forgets old plans', async () => {
    const first = (await plan()).body;
    await apply(first.id, { fixes: firstFixes(first) });
    const queue = metadata(
      'A.queue',
      'Queue',
      '<name>A</name><queueMembers><users><user>AMINA.rep@example.com</user></users></queueMembers><queueRoutingConfig>Messaging_Routing</queueRoutingConfig>',
    );
    const later = (await plan([queue])).body;
    assert.deepEqual(recordIn(later, 'A').fields.find(({ pointer }) => pointer === '/memberIds')?.to, [
      'sofia',
    ]);
    for (let number = 0; number < 5; number += 1) {
      await setup.server.timers.pass(1);
      await plan([queue]);
    }
    assert.equal((await apply<Problem>(later.id)).status, 404);
    const last = (await plan([queue])).body;
    await setup.server.timers.pass(24 * 60 * 60 * 1000);
    assert.equal((await apply<Problem>(last.id)).status, 404);
  });

  test('of files with control characters in their names is planned like any other', async () => {
    const { status, body } = await plan([
      metadata('A%00B.presenceDeclineReason', 'PresenceDeclineReason', '<label>A</label>'),
    ]);
    assert.equal(status, 200);
    assert.deepEqual(
      recordIn(body, 'A%00B').remarks.map(({ sentence }) => sentence),
      [
        'A%00B has a % that stands for no character; it is taken as it is written.',
        'Developer Name may have only letters, digits and single underscores.',
      ],
    );
  });
});
