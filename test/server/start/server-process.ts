import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { endsWithUs } from '../../../scripts/ends-with-us.ts';
import { DemoClient } from './server-under-test.ts';

/** A server in a separate process. Node options may precede its script. */
export class ServerProcess {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  stdout = '';
  stderr = '';

  constructor(script: string | readonly string[], environment: Record<string, string>, ...flags: string[]) {
    this.child = spawn(process.execPath, [script, ...flags].flat(), {
      env: {
        PATH: process.env.PATH,
        NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
        OMNI_SIMULATOR: 'off',
        PORT: '0',
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    endsWithUs(this.child);
    this.child.stdout?.on('data', (chunk: Buffer) => (this.stdout += chunk.toString()));
    this.child.stderr?.on('data', (chunk: Buffer) => (this.stderr += chunk.toString()));
    this.ended = once(this.child, 'close').then(([code]) => code as number | null);
  }

  /** Waits for the ready line, and returns a client. */
  async ready(): Promise<DemoClient> {
    while (!this.stdout.includes('\n')) {
      const next = await Promise.race([once(this.child.stdout!, 'data'), this.ended]);
      if (!Array.isArray(next)) throw new Error(`It ended: ${this.stderr}`);
    }
    const address = /^Ready on http:\/\/localhost:(\d+)$/m.exec(this.stdout)?.[1];
    return new DemoClient(`http://127.0.0.1:${String(address)}`);
  }

  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<number | null> {
    this.child.kill(signal);
    return this.ended;
  }
}
