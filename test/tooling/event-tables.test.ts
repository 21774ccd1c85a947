import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

interface Declaration {
  readonly tagName?: string;
  readonly events?: readonly { readonly name?: string }[];
}

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

const { modules } = JSON.parse(read('custom-elements.json')) as {
  modules: readonly { readonly declarations?: readonly Declaration[] }[];
};
const elements = modules
  .flatMap(({ declarations = [] }) => declarations)
  .filter(({ tagName }) => tagName !== undefined);

/**
 * The events that an element says it fires, or all of them together. Public are those named `omni-...`: `close` and its
 * like are between an element and the one around it, and the manifest also has an entry, with a field's name or none, for
 * each event that is dispatched without a literal name.
 */
function firedBy(tag?: string): Set<string> {
  const events = elements
    .filter(({ tagName }) => tag === undefined || tagName === tag)
    .flatMap(({ events = [] }) => events)
    .map(({ name = '' }) => name);
  return new Set(events.filter((name) => name.startsWith('omni-')));
}

/** The names in the first column of the tables of a section. */
function namedIn(file: string, heading: string): string[] {
  const [, section = ''] = read(file).split(`\n## ${heading}\n`);
  const rows = section.split('\n## ', 1)[0]?.match(/^\| `omni-[^|]*/gm) ?? [];
  return rows.flatMap((row) => [...row.matchAll(/`(omni-[\w-]+)`/g)].map(([, name = '']) => name));
}

describe('the events in docs/embedding.md', () => {
  const named = namedIn('docs/embedding.md', 'Events');

  it('are there, each once', () => {
    assert.ok(named.includes('omni-login') && named.includes('omni-accept-request'));
    assert.deepEqual(named, [...new Set(named)]);
  });

  it('are fired by an element', () => {
    const fired = firedBy();
    assert.deepEqual(
      named.filter((name) => !fired.has(name)),
      [],
    );
  });

  it('are all that <omni-channel-panel> fires', () => {
    assert.deepEqual(
      [...firedBy('omni-channel-panel')].filter((name) => !named.includes(name)),
      [],
    );
  });
});
