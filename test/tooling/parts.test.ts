import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { exposedParts, piecesOf } from '../../scripts/package/exposed-parts.ts';
import type { ElementDoc } from '../../scripts/package/element-doc.ts';

process.chdir(new URL('../..', import.meta.url).pathname);
const read = (file: string) => readFileSync(file, 'utf8');
const { modules } = JSON.parse(read('custom-elements.json')) as {
  modules: { path: string; declarations?: ElementDoc[] }[];
};
const all = modules.flatMap(({ declarations = [] }) => declarations);
const partsOf = (tag: string): string[] =>
  (all.find(({ tagName }) => tagName === tag)?.cssParts ?? []).map(({ name }) => name);
const pieces = piecesOf(read('components/panel/channel/pieces.ts'));
const sources = new Map(
  modules
    .filter(({ path, declarations = [] }) => path.startsWith('components/panel/') && declarations[0]?.tagName)
    .map(({ path, declarations = [] }) => [declarations[0]!.tagName, read(path)]),
);

describe('the parts of the panel', () => {
  it('are found by this test', () => {
    assert.ok(partsOf('omni-work-requests').includes('accept'));
    assert.deepEqual(pieces.get('banner')?.parts.slice(0, 2), [
      ['banner', 'banner'],
      ['dismiss', 'banner-dismiss'],
    ]);
    assert.equal(pieces.size, 11);
    assert.ok(sources.size > 15);
  });

  it('are all described by the elements that have them', () => {
    const wrong = [...sources].flatMap(([tag, source]) => {
      const named = [...source.matchAll(/\bpart="([\w -]+)[" $]/g)].flatMap(([, names = '']) =>
        names.trim().split(' '),
      );
      return named
        .filter(
          (name) =>
            !partsOf(tag).some((part) => part === name || (name.endsWith('-') && part.startsWith(name))),
        )
        .map((name) => `${tag}: ${name}`);
    });
    assert.deepEqual(wrong, []);
  });

  it('are exposed by each piece, and no others', () => {
    for (const { tag, parts } of pieces.values())
      assert.deepEqual(parts.map(([inner]) => inner).toSorted(), partsOf(tag).toSorted(), tag);
  });

  it('are passed on by the elements between', () => {
    const between = [
      ['omni-decline-dialog', 'omni-work-request'],
      ['omni-work-request', 'omni-work-requests'],
      ['omni-transfer-dialog', 'omni-work-list'],
      ['omni-settings-origin', 'omni-readiness-line'],
    ] as const;
    for (const [inner, outer] of between) {
      const [, passed = ''] = /exportparts(?:="|', ')([\w, -]+)/.exec(sources.get(outer) ?? '') ?? [];
      assert.deepEqual(passed.split(', ').toSorted(), partsOf(inner).toSorted(), outer);
    }
  });

  it('are listed in docs/theming.md, each beside the elements that have it', () => {
    const [, section = ''] = read('docs/theming.md').split('\n## Parts\n');
    const rows = (section.split('\n## ', 1)[0] ?? '').split('\n').filter((line) => /^\| .*`/.test(line));
    const listed = new Map<string, string[]>();
    let elements: string[] = [];
    for (const row of rows) {
      const [, who = '', names = ''] = row.split('|');
      if (who.trim() !== '') elements = who.split(',').map((one) => one.replaceAll('`', '').trim());
      for (const element of elements)
        listed.set(element, [
          ...(listed.get(element) ?? []),
          ...[...names.matchAll(/`([\w-]+)`/g)].map(([, name = '']) => name),
        ]);
    }
    for (const tag of [
      'omni-channel-panel',
      'omni-presence',
      'omni-wrap-up',
      'omni-work',
      'omni-log',
      'omni-requests',
    ]) {
      const exposed = exposedParts(sources.get(tag) ?? '', all).map(({ name, description }) => {
        assert.notEqual(description, '', name);
        return name;
      });
      assert.deepEqual(
        listed.get(tag.replace('omni-channel-panel', 'panel'))?.toSorted(),
        [...partsOf(tag), ...exposed].toSorted(),
        tag,
      );
    }
  });
});

describe('the tokens', () => {
  it('in docs/theming.md exist', () => {
    const tokens = globSync('assets/tokens.css').map(read).join('');
    const named = [...read('docs/theming.md').matchAll(/--omni-[a-z]+(?:-[a-z]+)*(?![\w{*-])/g)].map(
      ([token]) => token,
    );
    const styles = globSync('components/**/*.styles.ts').map(read).join('');
    assert.deepEqual(
      [...new Set(named)].filter((token) => !tokens.includes(`${token}:`) && !styles.includes(`${token},`)),
      [],
    );
  });
});
