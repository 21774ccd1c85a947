import { randomUUID } from 'node:crypto';
import { PanelConnection } from '../../../server/connection/panel-connection.ts';
import type { PanelSocket } from '../../../server/connection/panel-socket.ts';
import type { Welcome } from '../../../server/connection/welcome-panel.ts';
import { jsonLogger } from '../../../server/logger.ts';
import type { PanelMessage, ServerMessage } from '../../../src/protocol/messages.ts';
import { FakeEngine } from '../fake-engine.ts';
import { ManualTimers, settle } from '../manual-timers.ts';

/** A socket that records what is sent. */
export class FakeSocket implements PanelSocket {
  bufferedAmount = 0;
  closed: { code: number; reason: string } | null = null;
  terminated = false;
  readonly sent: ServerMessage[] = [];

  send(text: string): void {
    this.sent.push(JSON.parse(text) as ServerMessage);
  }
  close(code: number, reason: string): void {
    this.closed = { code, reason };
  }
  terminate(): void {
    this.terminated = true;
  }

  /** The close code, if it was closed. */
  closeCode(): number | undefined {
    return this.closed?.code;
  }

  /** The messages sent since the last call, without heartbeats. */
  take(): ServerMessage[] {
    return this.sent.splice(0).filter(({ type }) => type !== 'beat');
  }
}

/** A connection of the rep sofia on a fake socket, with an in-memory engine. */
export class ConnectionUnderTest {
  readonly socket = new FakeSocket();
  readonly log: string[] = [];
  readonly sessionId = randomUUID();
  readonly engine: FakeEngine;
  readonly timers: ManualTimers;
  readonly connection: PanelConnection;
  /** The result of a hello; by default it is admitted for an hour. */
  welcome: () => Promise<Welcome>;

  constructor(engine = new FakeEngine(), timers = new ManualTimers()) {
    this.engine = engine;
    this.timers = timers;
    const session = { repId: 'sofia', sessionId: this.sessionId, socketId: randomUUID() };
    this.welcome = async () => {
      await engine.connect(session);
      return { kind: 'welcome', session, expiresAt: timers.now() + 3600_000 };
    };
    this.connection = new PanelConnection(this.socket, {
      engine,
      timers,
      logger: jsonLogger((line) => this.log.push(line), timers.now),
      grace: 30_000,
      welcome: () => this.welcome(),
      joined: (connection) => engine.subscribe(() => connection.mayHaveChanged()),
    });
  }

  /** Sends a message as a panel does, and returns the responses. */
  async send(message: PanelMessage | string): Promise<ServerMessage[]> {
    this.connection.received(typeof message === 'string' ? message : JSON.stringify(message));
    await settle();
    return this.socket.take();
  }

  hello(): Promise<ServerMessage[]> {
    return this.send({ type: 'hello', token: 'a token', sessionId: this.sessionId });
  }

  /** Lets time pass while the panel answers every heartbeat. */
  async passAlive(duration: number): Promise<void> {
    const end = this.timers.elapsed() + duration;
    while (this.timers.elapsed() < end) {
      await this.timers.pass(Math.min(1000, end - this.timers.elapsed()));
      for (const message of this.socket.sent.filter(({ type }) => type === 'beat'))
        if (message.type === 'beat')
          this.connection.received(JSON.stringify({ type: 'beat', beat: message.beat }));
      this.socket.sent.splice(0);
    }
  }
}

/** A connection that has been welcomed. */
export async function welcomed(): Promise<ConnectionUnderTest> {
  const under = new ConnectionUnderTest();
  await under.hello();
  return under;
}
