import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serve, type ServerType } from '@hono/node-server';
import type { Database } from '../../../server/database/database.ts';
import type { ImportPlan } from '../../../src/domain/import/import-plan.ts';
import { openInMemory } from '../database/in-memory.ts';
import { SetupUnderTest } from '../setup/setup-under-test.ts';

const program = fileURLToPath(new URL('../../../server/cli/omni-channel.ts', import.meta.url));
const fixture = (name: string) => fileURLToPath(new URL(`../../fixtures/metadata/${name}`, import.meta.url));

let database: Database;
let server: ServerType;
let environment: NodeJS.ProcessEnv;
let folder: string;
before(async () => {
  database = await openInMemory();
  const setup = await SetupUnderTest.open(database);
  server = serve({ fetch: setup.server.app.fetch, port: 0, hostname: '127.0.0.1' });
  if (!server.listening) await once(server, 'listening');
  const { Authorization } = await setup.server.as('admin', 'customize-application');
  environment = {
    ...process.env,
    OMNI_CHANNEL_API: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    OMNI_CHANNEL_TOKEN: Authorization.replace('Bearer ', ''),
  };
  folder = mkdtempSync(join(tmpdir(), 'omni-cli-'));
});
after(async () => {
  server.close();
  await database.close();
  rmSync(folder, { recursive: true });
});

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly errors: string;
}

const run = (args: readonly string[], env = environment): Promise<Ran> =>
  new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { env }, (error, out, errors) =>
      resolve({ code: error ? Number(error.code) : 0, out, errors }),
    );
  });

describe('the command line', () => {
  test('plans and says what it found, with 3 where choices are needed', async () => {
    const { code, out } = await run(['import', fixture('01-every-field'), '--plan']);
    assert.equal(code, 3);
    assert.match(out, /^\+ ServicePresenceStatus Available_Messaging \(Available Messaging\)$/m);
    assert.match(
      out,
      /! force-app\/.*Web_Messaging.serviceChannel-meta.xml:4: ACW duration must be a whole number from 30 to 3,600. In the file: 20.$/m,
    );
    assert.match(out, /^11 new, 0 change, 0 the same, 1 need a choice, .* 20 parts have no place here/m);
  });

  test('applies with choices and users, and then finds nothing to do', async () => {
    const planned = await run(['import', fixture('01-every-field'), '--plan', '--json']);
    const plan = JSON.parse(planned.out) as ImportPlan;
    const { id } = plan.records.flatMap(({ remarks }) => remarks).find(({ needsChoice }) => needsChoice)!;
    const choices = join(folder, 'choices.json');
    writeFileSync(choices, JSON.stringify({ fixes: { [id]: { fix: 'nearest' } } }));
    const users = join(folder, 'users.csv');
    writeFileSync(users, 'username,id\namina.rep@example.com,sofia\n');
    const changes = await run(['import', fixture('01-every-field'), '--plan', '--choices', choices]);
    assert.equal(changes.code, 2);
    const args = ['--choices', choices, '--users', users];
    const applied = await run(['import', fixture('01-every-field'), '--apply', ...args]);
    assert.equal(applied.code, 0, applied.errors + applied.out);
    assert.match(applied.out, /Sofia Marin: Support with declining -> Tier One Reps/);
    assert.match(applied.out, /^Done: 12 records written, 1 moved\. Change [0-9a-f-]{36}\.$/m);
    const again = await run(['import', fixture('01-every-field'), '--plan']);
    assert.deepEqual([again.code, again.out.includes('12 the same')], [0, true]);
  });

  test('fails on what a pipeline does not want', async () => {
    const plan = (what: string) => run(['import', fixture('05-names'), '--plan', '--fail-on', what]);
    assert.equal((await plan('changed')).code, 1);
    assert.equal((await plan('not-mapped')).code, 3);
    const unknown = await plan('everything');
    assert.deepEqual([unknown.code, unknown.errors], [1, '--fail-on is changed or not-mapped.\n']);
  });

  test('exports into an empty folder, which imports back as nothing to do', async () => {
    const to = join(folder, 'out');
    const { code, out } = await run(['export', to]);
    assert.equal(code, 0);
    assert.match(out, /files written to .*out\. report\.json says what metadata cannot express\./);
    assert.ok(readdirSync(join(to, 'force-app/main/default')).includes('presenceUserConfigs'));
    assert.match(readFileSync(join(to, 'sfdx-project.json'), 'utf8'), /"force-app"/);
    assert.equal((await run(['import', to, '--plan'])).code, 0);
    const full = await run(['export', to]);
    assert.deepEqual([full.code, full.errors], [1, `${to} is not empty.\n`]);
  });

  test('says what is wrong in one sentence', async () => {
    const sentence = async (args: readonly string[], env = environment) => {
      const { code, errors } = await run(args, env);
      return [code, errors.trim()];
    };
    assert.deepEqual(await sentence(['import', '/nowhere', '--plan']), [1, 'There is no /nowhere.']);
    assert.deepEqual(await sentence(['import', folder, '--plan', '--choices', '/nowhere']), [
      1,
      '/nowhere cannot be read.',
    ]);
    const empty = mkdtempSync(join(folder, 'empty-'));
    assert.deepEqual(await sentence(['import', empty, '--plan']), [
      1,
      `There is no metadata of Omni-Channel in ${empty}.`,
    ]);
    const { OMNI_CHANNEL_TOKEN: _, ...without } = environment;
    assert.deepEqual(await sentence(['export', folder], without), [1, 'OMNI_CHANNEL_TOKEN has no token.']);
    const wrong = { ...environment, OMNI_CHANNEL_TOKEN: 'nonsense' };
    assert.deepEqual(await sentence(['import', fixture('01-every-field'), '--plan'], wrong), [
      1,
      'The token is malformed, or its signature does not hold.',
    ]);
    const [code, usage] = await sentence(['import']);
    assert.deepEqual([code, String(usage).startsWith('Usage:')], [1, true]);
  });
});
