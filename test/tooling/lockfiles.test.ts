import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly link?: boolean;
}

/**
 * A package without a version or an integrity makes `npm ci` ask the registry, and fail once the answer changes:
 * https://github.com/npm/cli/issues/4828. npm writes such entries for other platforms.
 */
function incomplete(lockfile: string): string[] {
  const { packages } = JSON.parse(lockfile) as { packages: Record<string, LockedPackage> };
  return Object.entries(packages)
    .filter(([path, { link }]) => path.includes('node_modules/') && !link)
    .filter(([, { version, integrity }]) => !version || !integrity)
    .map(([path]) => path);
}

describe('the lockfiles', () => {
  const root = new URL('../../', import.meta.url);
  const files = execFileSync('git', ['ls-files', '*package-lock.json'], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((file) => file !== '');

  it('are those of the project and of its benchmarks', () => {
    assert.ok(files.includes('package-lock.json') && files.includes('bench/package-lock.json'));
  });

  for (const file of files)
    it(`name a version and an integrity for every package: ${file}`, () => {
      assert.deepEqual(incomplete(readFileSync(new URL(file, root), 'utf8')), []);
    });

  it('fail the check if one of them is missing', () => {
    const whole = readFileSync(new URL('package-lock.json', root), 'utf8');
    for (const field of ['version', 'integrity'] as const) {
      const lock = JSON.parse(whole) as { packages: Record<string, LockedPackage> };
      const { [field]: _, ...rest } = lock.packages['node_modules/lit'] ?? {};
      lock.packages['node_modules/lit'] = rest;
      assert.deepEqual(incomplete(JSON.stringify(lock)), ['node_modules/lit']);
    }
  });
});
