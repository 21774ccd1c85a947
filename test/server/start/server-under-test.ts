import type { CommandOutcome, PanelMessage, ServerMessage } from '../../../src/protocol/messages.ts';
import { jsonLogger } from '../../../server/logger.ts';
import { startServer, type RunningServer, type ServerOptions } from '../../../server/start-server.ts';
import { TestPanel } from '../connection/test-panel.ts';

/** A client of a running demo, as work sources and panels use it. */
export class DemoClient {
  readonly address: string;

  constructor(address: string) {
    this.address = address;
  }

  async token(subject: string): Promise<string> {
    const response = await this.post('/demo/tokens', { subject });
    return ((await response.json()) as { token: string }).token;
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(this.address + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  }

  /** Creates a chat, as a work source does. */
  async createChat(key: string, subject = 'Where is my parcel?'): Promise<{ status: number; id: string }> {
    const item = {
      channel: 'Chat',
      queue: 'Sales_chat',
      subject,
      customerName: 'Mei Lin',
      recordId: 'chat-1',
    };
    const response = await this.post('/v1/work-items', item, {
      Authorization: `Bearer ${await this.token('work-source')}`,
      'Idempotency-Key': key,
    });
    return { status: response.status, id: ((await response.json()) as { id: string }).id };
  }

  async workItem(id: string): Promise<{ status: string; repId: string | null }> {
    const response = await fetch(`${this.address}/v1/work-items/${id}`, {
      headers: { Authorization: `Bearer ${await this.token('work-source')}` },
    });
    return (await response.json()) as { status: string; repId: string | null };
  }

  /** Connects a panel of this rep, which has been welcomed. */
  async panel(rep: string, sessionId?: string): Promise<{ panel: TestPanel; welcome: Welcome }> {
    const panel = new TestPanel(this.address, sessionId === undefined ? {} : { sessionId });
    const welcome = await panel.connect(await this.token(rep));
    if (welcome.type !== 'welcome') throw new Error(`The first message was ${welcome.type}.`);
    return { panel, welcome };
  }
}

type Welcome = Extract<ServerMessage, { type: 'welcome' }>;

/** Sends a command and returns its outcome, and the messages before it. */
export async function command(
  panel: TestPanel,
  message: Extract<PanelMessage, { id: string }>,
): Promise<{ outcome: CommandOutcome; before: ServerMessage[] }> {
  panel.send(message);
  const before: ServerMessage[] = [];
  for (;;) {
    const heard = await panel.next();
    if (heard.type === 'result' && heard.id === message.id) return { outcome: heard.outcome, before };
    before.push(heard);
  }
}

/** A whole server in this process, by default on a free port and with its data in memory. */
export async function startForTest(
  changes: Partial<ServerOptions> = {},
): Promise<{ server: RunningServer; client: DemoClient; log: string[] }> {
  const log: string[] = [];
  const server = await startServer({
    port: 0,
    host: '127.0.0.1',
    dataFolder: 'memory',
    identityProvider: null,
    demo: { simulator: false },
    allowedOrigins: [],
    logger: jsonLogger((line) => log.push(line)),
    ...changes,
  });
  return { server, client: new DemoClient(`http://127.0.0.1:${server.port}`), log };
}
