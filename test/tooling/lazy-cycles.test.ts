import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { parseSync } from 'vite';

/** The project's files that a file imports at run time, statically and lazily. */
function importsOf(file: string): { atOnce: string[]; lazily: string[] } {
  const code = readFileSync(file, 'utf8');
  const { staticImports, staticExports, dynamicImports } = parseSync(file, code).module;
  const ours = (addresses: string[]) =>
    addresses.filter((address) => address.startsWith('.')).map((address) => join(dirname(file), address));
  const imported = staticImports
    .filter(({ entries }) => entries.length === 0 || entries.some((entry) => !entry.isType))
    .map(({ moduleRequest }) => moduleRequest.value);
  const exported = staticExports
    .flatMap(({ entries }) => entries)
    .flatMap(({ isType, moduleRequest }) => (isType || !moduleRequest ? [] : [moduleRequest.value]));
  const lazily = dynamicImports.map(({ moduleRequest: { start, end } }) => code.slice(start + 1, end - 1));
  return { atOnce: ours([...imported, ...exported]), lazily: ours(lazily) };
}

// The linter finds the cycles of the other imports, but does not follow these.
describe('lazy imports', () => {
  const files = globSync('{assets,bench,build,components,demo,scripts,server,src,test}/**/*.ts', {
    exclude: ['**/node_modules/**'],
  });
  const graph = new Map(files.map((file) => [file, importsOf(file)]));

  const reachableFrom = (start: string): Set<string> => {
    const reached = new Set([start]);
    for (const file of reached) {
      const { atOnce = [], lazily = [] } = graph.get(file) ?? {};
      for (const next of [...atOnce, ...lazily]) reached.add(next);
    }
    return reached;
  };

  it('form no cycle', () => {
    const edges = [...graph].flatMap(([from, { lazily }]) => lazily.map((to) => ({ from, to })));
    assert.ok(edges.some(({ to }) => graph.has(to)));
    const closing = edges.filter(({ from, to }) => reachableFrom(to).has(from));
    assert.deepEqual(closing, []);
  });
});
