import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '../support/host/packed.ts';

test('the package has the command omni-channel, which imports and exports with nothing else installed', async ({
  server,
  project,
}) => {
  const { bin } = JSON.parse(project.read('package.json')) as { bin: Record<string, string> };
  const program = join(project.packageFolder, bin['omni-channel'] ?? '');
  const folder = mkdtempSync(join(tmpdir(), 'omni-command-'));
  const run = async (...args: string[]) => {
    const env = {
      ...process.env,
      OMNI_CHANNEL_API: server.address,
      OMNI_CHANNEL_TOKEN: await server.token('admin'),
    };
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
      env,
      encoding: 'utf8',
    });
    return { status, said: stdout + stderr };
  };
  const files = resolve('test/fixtures/metadata/03-contradictions');
  const planned = await run('import', files, '--plan');
  expect(planned, planned.said).toMatchObject({ status: 3 });
  expect(planned.said).toContain('8 new, 0 change');
  const exported = await run('export', join(folder, 'out'));
  expect(exported, exported.said).toMatchObject({ status: 0 });
  expect(readdirSync(join(folder, 'out'))).toContain('force-app');
  rmSync(folder, { recursive: true });
});
