import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, it } from 'node:test';

const root = join(import.meta.dirname, '../..');

/** Every project file that an entry imports, statically and lazily. */
function reached(entry: string, lazily: boolean): string[] {
  const found = new Set<string>();
  const visit = (file: string) => {
    if (found.has(file) || !existsSync(file)) return;
    found.add(file);
    // Type-only imports do not exist at run time.
    const source = readFileSync(file, 'utf8').replace(/^\s*(?:import|export) type [^;]*;/gm, '');
    const imports = /(?:from|^\s*import)\s+'(\.[^']+)'/gm;
    const lazyImports = /\bimport\(\s*'(\.[^']+)'/g;
    for (const pattern of lazily ? [imports, lazyImports] : [imports])
      for (const [, path = ''] of source.matchAll(pattern))
        visit(join(dirname(file), path.replace(/\?.*$/, '')));
  };
  visit(join(root, entry));
  return [...found].map((file) => relative(root, file).replaceAll('\\', '/'));
}

const ofSetup =
  /^(?:src\/(?:setup|preview|sound-check)|components\/setup)\/|^assets\/(?:locales\/setup|icons\/setup)/;

describe('Setup', () => {
  it('adds nothing to the panel: neither its own code nor the sound check', () => {
    const panel = reached('src/index.ts', true);
    assert.ok(panel.includes('src/console/console.ts'), 'the walk goes into the panel');
    assert.deepEqual(
      panel.filter((file) => ofSetup.test(file)),
      [],
    );
  });

  it('is found by this walk where it belongs', () => {
    const own = reached('src/setup/index.ts', false).filter((file) => ofSetup.test(file));
    for (const file of [
      'src/setup/client.ts',
      'assets/locales/setup/setup.en.ts',
      'assets/icons/setup-icons.ts',
    ])
      assert.ok(own.includes(file), file);
  });

  it('loads the sound check only when a file is chosen', () => {
    const isCheck = (file: string) => file.startsWith('src/sound-check/');
    assert.deepEqual(reached('src/setup/index.ts', false).filter(isCheck), []);
    assert.ok(reached('src/setup/index.ts', true).some(isCheck));
  });
});
