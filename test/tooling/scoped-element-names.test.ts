import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { publicElements, scopedElementNames } from '../../build/scoped-element-names.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const scope = `${version.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-npm`;
const { transform } = scopedElementNames('npm');

function scoped(code: string): string {
  assert(typeof transform === 'object');
  // The handler does not use its plugin context.
  const result = (transform.handler as (code: string) => { code: string } | null)(code);
  return result?.code ?? code;
}

test('an inner element gets another name wherever it is defined, used, styled and looked for', () => {
  const name = `omni-work-list-${scope}`;
  for (const write of [
    (tag: string) => `@customElement('${tag}')`,
    (tag: string) => `html\`<${tag} .words=\${words}></${tag}>\``,
    (tag: string) => `css\`:host > ${tag}[hidden], ${tag}:focus-within {}\``,
    (tag: string) => `root.querySelector('${tag}')`,
  ])
    assert.equal(scoped(write('omni-work-list')), write(name));
});

test('every inner element of the manifest is one', () => {
  const tags = [...readFileSync('custom-elements.json', 'utf8').matchAll(/"tagName": "([^"]+)"/g)];
  assert.ok(tags.length > 20, 'the manifest is read');
  const kept = tags.map(([, tag = '']) => tag).filter((tag) => scoped(tag) === tag);
  // The bundles have no stories.
  assert.deepEqual([...new Set(kept)].sort(), [...publicElements, 'omni-setup-story'].sort());
});

test('of two elements, one name of which begins with the other, each gets its own', () => {
  assert.equal(
    scoped('<omni-work-request><omni-work-requests>'),
    `<omni-work-request-${scope}><omni-work-requests-${scope}>`,
  );
});

test('elements for hosts, events, custom properties and parts keep their names', () => {
  for (const code of [
    "@customElement('omni-channel-panel')",
    "createElement('omni-presence-setup')",
    "super('omni-work-request-shown')",
    'var(--omni-work-list, var(--omni-work-list-gap))',
    "part='my-omni-work-list'",
  ])
    assert.equal(scoped(code), code);
});
