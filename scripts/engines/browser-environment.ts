import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** How long a program may take to start, in milliseconds. */
const PATIENCE = 15_000;

/**
 * What a browser needs on a machine without loudspeakers and screen. Everything is private to this run: its own folder,
 * its own display, free ports. `stop` ends all of it.
 */
export class BrowserEnvironment {
  readonly #children: ChildProcess[] = [];
  #folder: string | null = null;
  /** The environment for browsers, with the sound server and display. */
  readonly env: NodeJS.ProcessEnv = { ...process.env };

  /** Starts a PulseAudio server with a null sink, which discards what is played in real time. */
  async playInto(pulseaudio: string): Promise<void> {
    if (this.#folder !== null) return;
    const folder = await mkdtemp(join(tmpdir(), 'sound-'));
    this.#folder = folder;
    const socket = join(folder, 'native');
    const env = { ...process.env, HOME: folder, XDG_RUNTIME_DIR: folder, PULSE_RUNTIME_PATH: folder };
    // Without `norewinds` it buffers two seconds of sound, and a context waits as long for its first sample.
    const modules = [
      'module-null-sink norewinds=1',
      `module-native-protocol-unix socket=${socket} auth-anonymous=1`,
    ];
    this.#start(
      pulseaudio,
      [
        '-n',
        '--daemonize=no',
        '--use-pid-file=no',
        '--exit-idle-time=-1',
        '--disable-shm=yes',
        ...modules.flatMap((module) => ['-L', module]),
      ],
      { env },
    );
    await this.#until('PulseAudio listens', () => existsSync(socket));
    this.env.PULSE_SERVER = `unix:${socket}`;
  }

  /** Starts a virtual screen. */
  async showOn(xvfb: string): Promise<void> {
    // It picks a free display number, and writes it to file descriptor 3.
    const server = this.#start(
      xvfb,
      ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
    );
    const [number] = (await once(server.stdio[3] as Readable, 'data', {
      signal: AbortSignal.timeout(PATIENCE),
    })) as [Buffer];
    this.env.DISPLAY = `:${number.toString().trim()}`;
    delete this.env.WAYLAND_DISPLAY;
  }

  /** Starts a WebDriver server with this screen and sound, and returns its address. */
  async driveWith(driver: string): Promise<string> {
    const port = await freePort();
    this.#start(driver, [`--port=${String(port)}`], { env: this.env });
    const address = `http://127.0.0.1:${String(port)}`;
    await this.#until('the driver answers', async () => {
      const answer = await fetch(`${address}/status`).catch(() => null);
      return answer?.ok === true;
    });
    return address;
  }

  /** Stops everything that was started, last first, and waits until all of it is gone. */
  async stop(): Promise<void> {
    for (const child of this.#children.toReversed()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const gone = once(child, 'exit');
      child.kill();
      await gone;
    }
    if (this.#folder !== null) await rm(this.#folder, { recursive: true, force: true });
  }

  #start(
    program: string,
    args: string[],
    options: { env?: NodeJS.ProcessEnv; stdio?: ('ignore' | 'pipe')[] },
  ) {
    const child = spawn(program, args, { stdio: 'ignore', ...options });
    this.#children.push(child);
    return child;
  }

  async #until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
    const end = performance.now() + PATIENCE;
    while (!(await holds())) {
      if (performance.now() > end) throw new Error(`Not within ${String(PATIENCE)} ms: ${what}.`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
