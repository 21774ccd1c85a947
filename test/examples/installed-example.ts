import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preview } from 'vite';

/** The address of the API in the examples: that of the demo server. */
const DEMO_SERVER = 'http://localhost:5173';

/** An example in a folder of its own, where the package is installed from its tarball, built and served. */
export class InstalledExample {
  readonly #name: string;
  readonly #folder: string;

  /** Copies it without what an earlier installation or build left there, and gives it this API address. */
  constructor(name: string, apiAddress: string) {
    this.#name = name;
    this.#folder = mkdtempSync(join(tmpdir(), `omni-example-${name}-`));
    const left = /(^|\/)(node_modules|dist|dist-server|\.next|\.angular)(\/|$)/;
    const from = join('examples', name);
    cpSync(from, this.#folder, {
      recursive: true,
      filter: (file) => !left.test(file.slice(from.length).replaceAll('\\', '/')),
    });
    let named = 0;
    for (const entry of readdirSync(this.#folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = join(entry.parentPath, entry.name);
      const text = readFileSync(file, 'utf8');
      if (!text.includes(DEMO_SERVER)) continue;
      writeFileSync(file, text.replaceAll(DEMO_SERVER, apiAddress));
      named += 1;
    }
    if (named === 0) throw new Error(`The example ${name} does not name ${DEMO_SERVER}.`);
  }

  /** Installs it with npm, the package from this tarball. */
  install(tarball: string): void {
    const file = join(this.#folder, 'package.json');
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as { dependencies: Record<string, string> };
    manifest.dependencies['omni-channel-panel'] = `file:${tarball}`;
    writeFileSync(file, JSON.stringify(manifest));
    this.#npm('install', '--include=dev', '--no-audit', '--no-fund', '--no-package-lock');
  }

  /** Type-checks and builds it. */
  build(): void {
    this.#npm('run', 'build');
  }

  /** Serves what was built on this port; the returned function ends that. */
  async serve(port: number): Promise<() => Promise<void>> {
    if (this.#name === 'next') return this.#serveNext(port);
    const outDir = ['dist/browser', 'dist', '.'].find((folder) =>
      existsSync(join(this.#folder, folder, 'index.html')),
    );
    if (outDir === undefined) throw new Error(`The example ${this.#name} has built no page.`);
    const server = await preview({
      root: this.#folder,
      configFile: false,
      logLevel: 'error',
      build: { outDir },
      preview: { port, strictPort: true, host: 'localhost' },
    });
    return () => server.close();
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #serveNext(port: number): Promise<() => Promise<void>> {
    const program = join(this.#folder, 'node_modules/next/dist/bin/next');
    const child = spawn(process.execPath, [program, 'start', '--port', String(port)], {
      cwd: this.#folder,
      env: environment,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    await new Promise<void>((resolve, reject) => {
      child.stdout.on('data', (said: Buffer) => {
        if (said.includes('Ready')) resolve();
      });
      void ended.then(() => reject(new Error('Next ended before it was ready.')));
    });
    return () => {
      child.kill();
      return ended;
    };
  }

  #npm(...args: string[]): void {
    try {
      execFileSync('npm', args, { cwd: this.#folder, env: environment, encoding: 'utf8', stdio: 'pipe' });
    } catch (error) {
      const { stdout, stderr } = error as { stdout: string; stderr: string };
      throw new Error(`npm ${args.join(' ')} failed in the example ${this.#name}:\n${stdout}${stderr}`, {
        cause: error,
      });
    }
  }
}

/** Without the settings of the npm that runs the test. */
const environment = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_ENV$)/i.test(name))),
  CI: '1',
  NEXT_TELEMETRY_DISABLED: '1',
} as NodeJS.ProcessEnv;
