import { spawnSync } from 'node:child_process';
import { expect, test } from '../support/host/packed.ts';

// There is no server.
test.use({ server: async ({}, use) => use(undefined as never) });

/** Runs a module in Node, in the folder of the host's project. */
function inNode(folder: string, code: string): string {
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: folder,
    encoding: 'utf8',
  });
  return stdout + stderr;
}

/** A document as test runners have without a browser: elements can be defined, but there is no sound and no layout. */
const bareDocument = `
  class Node extends EventTarget {}
  class Element extends Node {}
  const defined = new Map();
  Object.assign(globalThis, {
    window: globalThis, self: globalThis, Node, Element, HTMLElement: class extends Element {}, CSSStyleSheet: class {},
    document: { createTreeWalker: () => ({}), createComment: () => ({}), addEventListener() {} },
    customElements: { get: (name) => defined.get(name), define: (name, element) => defined.set(name, element) },
  });`;

test('the modules are imported in Node, where a server renders pages', ({ project }) => {
  const { exports } = JSON.parse(project.read('package.json')) as { exports: Record<string, unknown> };
  const entries = ['', '/setup', '/errors', '/react', '/testing', '/locales/de.js', '/setup/locales/ar.js'];
  for (const entry of entries)
    expect(Object.keys(exports)).toContain(`.${entry.replace(/\w+(?=\.js)/, '*')}`);
  const imports = entries.map((entry) => `await import('omni-channel-panel${entry}');`).join('');
  expect(inNode(project.folder, `${imports} console.log('imported', typeof document);`)).toBe(
    'imported undefined\n',
  );
});

test('the panel and Setup are imported where there is a document, but no AudioContext', ({ project }) => {
  for (const file of ['', '/setup', '/cdn', '/cdn/setup']) {
    const code = `${bareDocument}
      await import('omni-channel-panel${file}');
      console.log(typeof AudioContext, [...defined.keys()].filter((name) => !/[0-9]/.test(name)).sort().join(' '));`;
    expect(inNode(project.folder, code)).toBe(
      file.endsWith('setup')
        ? 'undefined omni-presence-setup\n'
        : 'undefined omni-channel omni-channel-panel omni-log omni-presence omni-requests omni-work omni-wrap-up\n',
    );
  }
});

test('the panel is imported in a worker, and leaves it as it was', async ({ page: tab, host, project }) => {
  const files = new Map([
    ['built.js', String((await project.bundle(imported('omni-channel-panel'))).get('host.js'))],
    ['cdn.js', imported('/package/dist/cdn/omni-channel-panel.js')],
  ]);
  await host.open(tab, { html: '<!doctype html><title>Host</title>', files });
  for (const file of files.keys()) {
    const said = await tab.evaluate(
      (address) =>
        new Promise((resolve) => {
          const worker = new Worker(address, { type: 'module' });
          worker.addEventListener('message', ({ data }) => resolve(data));
          worker.addEventListener('error', ({ message }) => resolve(message));
        }),
      `/${file}`,
    );
    expect(said, file).toBe('function undefined undefined undefined');
  }
});

const imported = (module: string) => `
  import { OmniChannelPanel } from '${module}';
  const names = [typeof document, typeof HTMLElement, typeof customElements];
  postMessage([typeof OmniChannelPanel, ...names].join(' '));`;
