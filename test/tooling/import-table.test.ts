import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ESLint } from 'eslint';
import boundaries from 'eslint-plugin-boundaries';
import typescript from 'typescript-eslint';
import { importTable } from '../../build/import-table.ts';

/** One empty file in every layer; the imports between them are checked. */
const rooms = {
  domain: 'src/domain/a.ts',
  soundCheck: 'src/sound-check/a.ts',
  protocol: 'src/protocol/connection.ts',
  messages: 'src/protocol/messages.ts',
  platform: 'src/platform/time/clock.ts',
  ringer: 'src/platform/sound/ringer.ts',
  archive: 'src/platform/archive.ts',
  stores: 'src/stores/a.ts',
  services: 'src/services/a.ts',
  controllers: 'src/controllers/a.ts',
  contexts: 'src/contexts.ts',
  events: 'src/events/facts.ts',
  console: 'src/console/console.ts',
  setup: 'src/setup/client.ts',
  setupEntry: 'src/setup/index.ts',
  preview: 'src/preview/a.ts',
  index: 'src/index.ts',
  element: 'components/panel/work-request/work-request.ts',
  panel: 'components/panel/channel-panel/channel-panel.ts',
  setupElement: 'components/setup/sound-picker/sound-picker.ts',
  setupPanel: 'components/setup/presence-setup/presence-setup.ts',
  previewPanel: 'components/setup/setup-preview/setup-preview.ts',
  story: 'components/panel/work-request/work-request.stories.ts',
  assets: 'assets/icons.ts',
  demo: 'demo/workspace.ts',
  fakeBackend: 'test/fake-backend/sounds.ts',
  server: 'server/app.ts',
};
type Room = keyof typeof rooms;

/** The layers from which each layer may import values; all others must be refused. */
const allowed: Record<Room, readonly Room[]> = {
  domain: [],
  soundCheck: ['domain'],
  protocol: ['domain', 'messages'],
  messages: ['domain', 'protocol'],
  platform: ['domain', 'ringer', 'archive'],
  ringer: ['domain', 'platform', 'archive'],
  archive: ['domain', 'platform', 'ringer'],
  stores: ['domain'],
  services: ['domain', 'protocol', 'messages', 'platform', 'ringer', 'archive', 'stores', 'events'],
  controllers: ['domain', 'stores', 'contexts'],
  contexts: ['domain'],
  events: ['domain'],
  console: allOfSrc('console', 'assets'),
  setup: allOfSrc('setup'),
  setupEntry: allOfSrc('setupEntry', 'element', 'panel', 'setupElement', 'setupPanel', 'previewPanel'),
  preview: allOfSrc('preview'),
  index: ['console', 'events', 'element', 'panel', 'setupElement', 'setupPanel', 'previewPanel'],
  element: forElements('element'),
  panel: [...forElements('panel'), 'console'],
  setupElement: forElements('setupElement'),
  setupPanel: [...forElements('setupPanel'), 'setup'],
  previewPanel: [...forElements('previewPanel'), 'preview'],
  story: ['element', 'panel', 'setupElement', 'setupPanel', 'previewPanel', 'index', 'fakeBackend', 'assets'],
  assets: ['domain'],
  demo: ['index', 'setupEntry', 'assets'],
  fakeBackend: ['domain', 'messages', 'soundCheck'],
  server: ['domain', 'messages', 'soundCheck'],
};

function allOfSrc(self: Room, ...more: Room[]): Room[] {
  const all = Object.keys(rooms) as Room[];
  const barrels = ['index', 'setupEntry'];
  const inSrc = all.filter((room) => rooms[room].startsWith('src/') && !barrels.includes(room));
  return [...inSrc, ...more].filter((room) => room !== self);
}

function forElements(self: Room): Room[] {
  const may: Room[] = ['domain', 'contexts', 'events', 'controllers', 'assets'];
  return [
    ...may,
    'element' as const,
    'panel' as const,
    'setupElement' as const,
    'setupPanel' as const,
    'previewPanel' as const,
  ].filter((room) => room !== self);
}

describe('import table', () => {
  const house = mkdtempSync(join(tmpdir(), 'import-table-'));
  const eslint = new ESLint({
    cwd: house,
    overrideConfigFile: true,
    overrideConfig: {
      files: ['**/*.ts'],
      plugins: { boundaries },
      languageOptions: { parser: typescript.parser },
      settings: {
        ...importTable.settings,
        'boundaries/root-path': house,
        'import/resolver': { node: { extensions: ['.ts'] } },
      },
      rules: importTable.rules,
    },
  });

  before(() => {
    for (const path of [...Object.values(rooms), 'src/stray.ts']) {
      mkdirSync(dirname(join(house, path)), { recursive: true });
      writeFileSync(join(house, path), 'export {};\n');
    }
  });
  after(() => rmSync(house, { recursive: true }));

  const complaints = async (path: string, code: string): Promise<string[]> => {
    const [result] = await eslint.lintText(code, { filePath: join(house, path) });
    return (result?.messages ?? []).map((message) => message.message);
  };
  const refuses = async (from: Room, code: string) => (await complaints(rooms[from], code)).length > 0;
  const address = (from: Room, to: Room) => '../'.repeat(rooms[from].split('/').length - 1) + rooms[to];
  const path = (from: Room, to: Room) => {
    const relative = address(from, to);
    return relative.startsWith('.') ? relative : `./${relative}`;
  };

  for (const from of Object.keys(rooms) as Room[]) {
    it(`${from} may import only what the table allows`, async () => {
      const accepted: Room[] = [];
      for (const to of Object.keys(rooms) as Room[]) {
        if (to === from) continue;
        if (!(await refuses(from, `import { a } from '${path(from, to)}'; a();`))) accepted.push(to);
      }
      assert.deepEqual(accepted.sort(), [...allowed[from]].sort());
    });
  }

  it('allows some layers to import only types', async () => {
    for (const [from, to] of [
      ['stores', 'messages'],
      ['contexts', 'stores'],
      ['events', 'stores'],
      ['contexts', 'assets'],
      ['index', 'domain'],
    ] as const) {
      const code = `import type { A } from '${path(from, to)}'; export type B = A;`;
      assert.deepEqual(await complaints(rooms[from], code), [], `${from} -> ${to}`);
    }
  });

  it('lets services load the sound check lazily', async () => {
    const code = `export const check = () => import('${path('services', 'soundCheck')}');`;
    assert.deepEqual(await complaints(rooms.services, code), []);
    assert.ok(
      await refuses('stores', `export const check = () => import('${path('stores', 'soundCheck')}');`),
    );
  });

  it('allows one file each to import howler and idb', async () => {
    for (const [name, home] of [
      ['howler', 'ringer'],
      ['idb', 'archive'],
    ] as const) {
      const code = `import { a } from '${name}'; a();`;
      const open = (Object.keys(rooms) as Room[]).filter((room) => room !== 'server');
      const accepted = [];
      for (const room of open) if (!(await refuses(room, code))) accepted.push(room);
      assert.deepEqual(accepted, [home], name);
    }
  });

  it('keeps lit out of code without elements', async () => {
    for (const room of ['domain', 'protocol', 'platform', 'stores', 'services', 'soundCheck'] as const)
      assert.ok(await refuses(room, `import { html } from 'lit'; html();`), room);
    assert.deepEqual(await complaints(rooms.element, `import { a } from 'lit/decorators.js'; a();`), []);
  });

  it('rejects files outside all layers', async () => {
    assert.equal((await complaints('src/stray.ts', 'export {};')).length, 1);
  });
});
