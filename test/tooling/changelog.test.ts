import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const root = new URL('../../', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, root), 'utf8');

/** What the next release says of itself, a file for each change. */
const changesets = readdirSync(new URL('.changeset/', root))
  .filter((file) => file.endsWith('.md') && file !== 'README.md')
  .map((file) => `.changeset/${file}`);

/** The newest release only: an older one may name what has gone since. */
const [, newest = ''] = read('CHANGELOG.md').split(/^## /m);

const texts = [
  ...changesets.map((file) => ({ file, text: read(file) })),
  { file: 'CHANGELOG.md', text: newest },
];

describe('a changeset', () => {
  for (const file of changesets)
    it(`says which part of the version it moves, and what changed: ${file}`, () => {
      assert.match(read(file), /^---\n(["']?)omni-channel-panel\1: (?:major|minor|patch)\n---\n+\S/);
    });
});

describe('what the changelog says of the newest and of the next release', () => {
  it('is something', () => {
    assert.ok(texts.some(({ text }) => text.trim() !== ''));
  });

  for (const { file, text } of texts) {
    it(`lists what is there, and promises nothing: ${file}`, () => {
      assert.doesNotMatch(text, /not (there )?yet|still missing|to come|planned|soon/i);
    });

    it(`names elements, scripts and files that exist: ${file}`, () => {
      const { scripts, exports } = JSON.parse(read('package.json')) as {
        scripts: Record<string, string>;
        exports: Record<string, unknown>;
      };
      const exported = Object.keys(exports).map((name) => name.replace('.', 'omni-channel-panel').split('*'));
      const manifest = read('custom-elements.json');
      for (const [, code = ''] of text.matchAll(/`([^`]+)`/g)) {
        const [, tag] = /^<(omni-[\w-]+)/.exec(code) ?? [];
        const [, script] = /^npm run ([\w:-]+)/.exec(code) ?? [];
        if (tag) assert.ok(manifest.includes(`"tagName": "${tag}"`), `There is no <${tag}>.`);
        else if (script) assert.ok(scripts[script], `There is no npm run ${script}.`);
        else if (code.startsWith('omni-channel-panel/'))
          assert.ok(
            exported.some(([start = '', end]) =>
              end === undefined ? code === start : code.startsWith(start) && code.endsWith(end),
            ),
            `The package does not export ${code}.`,
          );
        else if (/^[\w-]+\/[\w./-]+\.\w+$/.test(code))
          assert.ok(existsSync(new URL(code, root)), `There is no ${code}.`);
      }
    });
  }
});
