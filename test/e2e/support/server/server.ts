import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { newData } from './new-data.ts';
import { serverProgram } from './server-program.ts';

/** The parts of a new work item that tests vary. */
export interface NewWork {
  readonly channel: 'Voice' | 'Messaging' | 'Chat' | 'Case';
  readonly queue: string;
  readonly subject: string;
  readonly customerName?: string;
  readonly recordId?: string;
  readonly requiredRepId?: string;
}

/** What the server knows of an alert. */
export interface ToldAlert {
  readonly subject: string;
  readonly receipts: readonly { readonly kind: string }[];
  readonly explanation: string;
}

/** The real server in a process of its own, on a data folder of its own; it can be killed and started again. */
export class TestServer {
  #process: ChildProcess | null = null;
  readonly #folder: string;
  readonly #environment: Record<string, string>;
  readonly port: number;
  #works = 0;

  private constructor(folder: string, port: number, environment: Record<string, string>) {
    this.#folder = folder;
    this.port = port;
    this.#environment = environment;
  }

  static async start(environment: Record<string, string> = {}): Promise<TestServer> {
    const server = new TestServer(await newData(), await freePort(), environment);
    await server.run();
    return server;
  }

  get address(): string {
    return `http://localhost:${String(this.port)}`;
  }

  /** Starts the process on the present data, and waits for its ready line. */
  async run(environment = this.#environment): Promise<void> {
    // Optimised compilation does not pay off in a process that lives for seconds.
    const child = spawn(process.execPath, ['--liftoff-only', serverProgram()], {
      env: {
        ...process.env,
        PORT: String(this.port),
        OMNI_DATA: this.#folder,
        OMNI_WORKSPACE: 'dist/workspace',
        OMNI_SIMULATOR: 'off',
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process = child;
    let said = '';
    const ready = new Promise<void>((resolve, reject) => {
      const hear = (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes(this.address)) resolve();
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.once('exit', () => {
        reject(new Error(`The server ended before it was ready:\n${said}`));
      });
    });
    await ready;
  }

  /** Kills the process, as a crash would. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Suspends the process, as on a sleeping machine: its sockets stay open. */
  pause(): void {
    this.#process?.kill('SIGSTOP');
  }

  /** Resumes the process. */
  resume(): void {
    this.#process?.kill('SIGCONT');
  }

  /** Stops the process for good and removes its data. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** Stops the process as an operator would, and returns its data folder, which then belongs to the caller. */
  async leave(): Promise<string> {
    await this.#end('SIGTERM');
    return this.#folder;
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    // A suspended process ends only once it is resumed.
    child.kill('SIGCONT');
    await ended;
  }

  async token(subject: string): Promise<string> {
    const { token } = (await this.#post('/demo/tokens', { subject })) as { token: string };
    return token;
  }

  /** Creates a work item as a work source does, and returns its id. */
  async createWork(work: NewWork): Promise<string> {
    this.#works += 1;
    const content = { customerName: 'Ines Carvalho', recordId: `record-${String(this.#works)}`, ...work };
    const { id } = (await this.#post('/v1/work-items', content, 'work-source')) as { id: string };
    return id;
  }

  async customerLeft(workItemId: string): Promise<void> {
    await this.#post(`/v1/work-items/${workItemId}/customer-left`, null, 'work-source');
  }

  /** Changes settings of a record, as an administrator does. */
  async change(resource: string, id: string, fields: Record<string, unknown>): Promise<void> {
    const address = `${this.address}/v1/setup/${resource}/${id}`;
    const authorization = `Bearer ${await this.token('admin')}`;
    const found = await fetch(address, { headers: { authorization } });
    const { id: _, ...record } = (await found.json()) as Record<string, unknown>;
    const before = (record.configuration as Record<string, unknown> | undefined) ?? record;
    const response = await fetch(address, {
      method: 'PUT',
      headers: {
        authorization,
        'content-type': 'application/json',
        'if-match': found.headers.get('etag') ?? '',
      },
      body: JSON.stringify({ ...before, ...fields }),
    });
    if (!response.ok) throw new Error(`PUT ${address}: ${await response.text()}`);
  }

  /** Uploads a custom sound, as an administrator does, and returns its reference for settings. */
  async uploadSound(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
    const form = new FormData();
    form.append('file', new File([bytes], `${name}.wav`));
    form.append('name', name);
    const response = await fetch(`${this.address}/v1/setup/sounds`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await this.token('admin')}` },
      body: form,
    });
    if (!response.ok) throw new Error(`The sound ${name}: ${await response.text()}`);
    return ((await response.json()) as { sha256: string }).sha256;
  }

  /** A work item as the server has it. */
  async workItem(id: string): Promise<{ status: string; repId: string | null }> {
    const response = await fetch(`${this.address}/v1/work-items/${id}`, {
      headers: { authorization: `Bearer ${await this.token('work-source')}` },
    });
    return (await response.json()) as { status: string; repId: string | null };
  }

  /** What became of a rep's alerts, as an administrator is told. */
  async alerts(rep: string): Promise<ToldAlert[]> {
    const response = await fetch(`${this.address}/v1/setup/alert-receipts?rep=${rep}`, {
      headers: { authorization: `Bearer ${await this.token('admin')}` },
    });
    return ((await response.json()) as { items: ToldAlert[] }).items;
  }

  async #post(path: string, body: unknown, subject?: string): Promise<unknown> {
    const response = await fetch(this.address + path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
        ...(subject && { authorization: `Bearer ${await this.token(subject)}` }),
      },
      body: body === null ? null : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`POST ${path} was answered ${String(response.status)}: ${text}`);
    return text === '' ? null : JSON.parse(text);
  }
}

/** A port on which nothing listens now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port was free.');
  return address.port;
}
