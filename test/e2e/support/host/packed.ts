import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, extname, join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { build, type Rolldown } from 'vite';
import { test as base } from '../fixtures.ts';
import { TestServer } from '../server/server.ts';

/** A host's project in which the package is installed from its tarball. */
export interface HostProject {
  /** The project's folder. */
  readonly folder: string;
  /** The package as npm publishes it. */
  readonly tarball: string;
  /** The installed package. */
  readonly packageFolder: string;
  /** Reads a file of the package. */
  read(file: string): string;
  /** Bundles a module or a page as a host's build does: the files by their paths, among them the entry. */
  bundle(
    source: string,
    entry?: 'host.js' | 'host.ts' | 'index.html',
  ): Promise<Map<string, string | Uint8Array>>;
  /** Type-checks these files, strictly; returns what the compiler says. */
  typeCheck(files: ReadonlyMap<string, string>): string;
}

/** What hosts have of their own. */
const hostPackages = ['react', 'react-dom', '@types/react', '@types/trusted-types', 'vite'];

/** What npm installs along with the package. */
function dependencies(packageFolder: string): string[] {
  const manifest = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return Object.keys(manifest.dependencies);
}

/** A host that installed the package, its web server, and the API, which allows its origin. */
export const test = base.extend<{ host: HostServer }, { project: HostProject }>({
  host: async ({ project }, use) => {
    const http = createServer().listen(0, '127.0.0.1');
    await once(http, 'listening');
    await use(new HostServer(http, project));
    http.closeAllConnections();
    http.close();
  },
  server: async ({ host }, use) => {
    const server = await TestServer.start({ OMNI_ALLOWED_ORIGINS: host.address });
    await use(server);
    await server.stop();
  },
  project: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'omni-host-'));
      const packageFolder = join(folder, 'node_modules/omni-channel-panel');
      mkdirSync(dirname(packageFolder));
      const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
      const said = execFileSync('npm', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
      const [{ filename }] = JSON.parse(said) as [{ filename: string }];
      execFileSync('tar', ['-xzf', join(folder, filename), '-C', folder]);
      renameSync(join(folder, 'package'), packageFolder);
      for (const name of [...dependencies(packageFolder), ...hostPackages]) {
        const link = join(folder, 'node_modules', name);
        mkdirSync(dirname(link), { recursive: true });
        symlinkSync(resolve('node_modules', name), link);
      }
      await use({
        folder,
        tarball: join(folder, filename),
        packageFolder,
        read: (file) => readFileSync(join(packageFolder, file), 'utf8'),
        bundle: (source, entry = 'host.js') => bundle(folder, source, entry),
        typeCheck: (files) => typeCheck(folder, files),
      });
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
});
export { expect } from '../fixtures.ts';

async function bundle(
  folder: string,
  source: string,
  entry: string,
): Promise<Map<string, string | Uint8Array>> {
  writeFileSync(join(folder, entry), source);
  const { output } = (await build({
    root: folder,
    configFile: false,
    logLevel: 'warn',
    base: './',
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: { input: join(folder, entry), output: { entryFileNames: 'host.js' } },
    },
  })) as Rolldown.RolldownOutput;
  return new Map(output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]));
}

const strict = {
  compilerOptions: {
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    allowJs: true,
    checkJs: true,
    target: 'ES2022',
    lib: ['ES2022', 'DOM', 'DOM.Iterable'],
    module: 'ESNext',
    moduleResolution: 'bundler',
    jsx: 'react-jsx',
    types: ['vite/client', 'trusted-types'],
  },
  include: ['**/*'],
};

function typeCheck(folder: string, files: ReadonlyMap<string, string>): string {
  const checked = mkdtempSync(join(folder, 'checked-'));
  for (const [file, text] of files) writeFileSync(join(checked, file), text);
  writeFileSync(join(checked, 'tsconfig.json'), JSON.stringify(strict));
  const compiler = resolve('node_modules/typescript-native/bin/tsc');
  const { stdout } = spawnSync(process.execPath, [compiler, '-p', checked], { encoding: 'utf8' });
  return stdout;
}

const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

/** A host's page. */
export interface HostPage {
  readonly html: string;
  readonly headers?: Record<string, string>;
  /** The files of a host's build, beside the page. */
  readonly files?: ReadonlyMap<string, string | Uint8Array>;
}

/**
 * A host's web server, on an origin of its own: its page at `/` and at every address without a dot, the files of its
 * build beside it, and those of the package below `/package/`.
 */
class HostServer {
  readonly #http: Server;
  readonly #project: HostProject;
  #page: HostPage = { html: '' };

  constructor(http: Server, project: HostProject) {
    this.#http = http;
    this.#project = project;
    http.on('request', ({ url = '/' }, response) => {
      const [path = '/'] = url.split('?', 1);
      const { html, headers = {} } = this.#page;
      const body = path.includes('.') ? this.#file(path.slice(1)) : html;
      if (body === null) {
        response.writeHead(404).end();
        return;
      }
      response
        .writeHead(200, { 'content-type': types[extname(path)] ?? 'text/html; charset=utf-8', ...headers })
        .end(body);
    });
  }

  get address(): string {
    return `http://localhost:${String((this.#http.address() as AddressInfo).port)}`;
  }

  /** Goes to this page. Returns the errors that it logs or throws from then on. */
  async open(page: Page, host: HostPage, path = '/'): Promise<string[]> {
    this.#page = host;
    const errors: string[] = [];
    page.on(
      'console',
      (message) => message.type() === 'error' && errors.push(`${message.text()} ${message.location().url}`),
    );
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(this.address + path);
    return errors;
  }

  #file(path: string): string | Uint8Array | null {
    const own = this.#page.files?.get(path);
    if (own !== undefined) return own;
    const file = join(this.#project.packageFolder, path.slice('package/'.length));
    return path.startsWith('package/') && existsSync(file) ? readFileSync(file) : null;
  }
}
