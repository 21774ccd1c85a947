import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const root = new URL('../../', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, root), 'utf8');

/** The section of unreleased changes, up to the next one. */
const unreleased = /^## Unreleased\n([\s\S]*?)(?=^## |(?![\s\S]))/m.exec(read('CHANGELOG.md'))?.[1] ?? '';

describe('the changelog of the next release', () => {
  it('lists what exists, and promises nothing', () => {
    assert.match(unreleased, /^- /m);
    assert.doesNotMatch(unreleased, /not (there )?yet|still missing|to come|planned|soon/i);
  });

  it('names elements, scripts and files that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const manifest = read('custom-elements.json');
    for (const [, code = ''] of unreleased.matchAll(/`([^`]+)`/g)) {
      const [, tag] = /^<(omni-[\w-]+)/.exec(code) ?? [];
      const [, script] = /^npm run ([\w:-]+)/.exec(code) ?? [];
      if (tag) assert.ok(manifest.includes(`"tagName": "${tag}"`), `There is no <${tag}>.`);
      else if (script) assert.ok(scripts[script], `There is no npm run ${script}.`);
      else if (/^[\w-]+\/[\w./-]+\.\w+$/.test(code))
        assert.ok(existsSync(new URL(code, root)), `There is no ${code}.`);
    }
  });
});
