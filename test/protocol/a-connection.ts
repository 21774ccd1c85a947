import type { ConnectionView } from '../../src/protocol/connection-state.ts';
import { Connection, type Socket, type SocketListener } from '../../src/protocol/connection.ts';
import type { ServerUpdate, PanelMessage, ServerMessage, Snapshot } from '../../src/protocol/messages.ts';
import { FakeTimers } from '../helpers/fake-timers.ts';

/** A fake socket: it records what the panel sends, and the test acts as the server. */
export class FakeSocket implements Socket {
  readonly sent: PanelMessage[] = [];
  readonly listener: SocketListener;
  isDropped = false;
  isClosed = false;

  constructor(listener: SocketListener) {
    this.listener = listener;
  }

  send(data: string): void {
    this.sent.push(JSON.parse(data) as PanelMessage);
  }

  close(): void {
    this.isDropped = true;
  }

  /** The other side closes. */
  closes(code = 1006): void {
    this.isClosed = true;
    this.listener.closed(code);
  }

  says(message: ServerMessage | Record<string, unknown> | string): void {
    this.listener.received(typeof message === 'string' ? message : JSON.stringify(message));
  }

  sentOf<Type extends PanelMessage['type']>(type: Type): Extract<PanelMessage, { type: Type }>[] {
    return this.sent.filter(
      (message): message is Extract<PanelMessage, { type: Type }> => message.type === type,
    );
  }
}

export const SESSION = '7f8a2f0e-93d1-4c39-9a53-1c7a7e4f6f11';
/** The server's clock is ahead of the page's by this, milliseconds. */
export const AHEAD = 5000;

export function aSnapshot(revision: number): Snapshot {
  const status = { id: 'offline', name: 'Offline', kind: 'offline' as const, channelIds: [] };
  return {
    revision,
    rep: { id: 'rep-1', name: 'Rosa' },
    presence: { status, since: 1, cause: 'rep' },
    capacity: { primary: { used: 0, total: 5 }, interruptible: { used: 0, total: 5 } },
    statusAfterAcw: null,
    outboundEndsAt: null,
    agentWorks: [],
    configurationVersion: 'v1',
  };
}

/** A connection in an environment controlled by the test. */
export function aConnection({
  token = () => Promise.resolve('token'),
}: { token?: (fresh: boolean) => Promise<string> } = {}) {
  const timers = new FakeTimers();
  const sockets: FakeSocket[] = [];
  const views: ConnectionView[] = [];
  const update: ServerUpdate[] = [];
  const problems: string[] = [];
  const tokens: boolean[] = [];
  const offsets: number[] = [];
  const random = { value: 0.5 };
  const connection = new Connection({
    timers,
    random: () => random.value,
    sessionId: () => SESSION,
    openSocket: (listener) => {
      const socket = new FakeSocket(listener);
      sockets.push(socket);
      return socket;
    },
    token: (fresh) => {
      tokens.push(fresh);
      return token(fresh);
    },
    received: (message) => update.push(message),
    changed: (view) => views.push(view),
    clockOffset: (offset) => offsets.push(offset),
    problem: (_, detail) => problems.push(detail),
  });

  const last = (): FakeSocket => sockets.at(-1) ?? fail('no socket was opened');
  const status = () => views.at(-1)?.status;
  const serverTime = () => timers.now() + AHEAD;
  /** Starts the connection until the socket is open and has sent hello. */
  const opens = async () => {
    connection.connect();
    await settled();
    last().listener.opened();
    return last();
  };
  const welcomes = (revision = 0) => {
    const snapshot = aSnapshot(revision);
    last().says({ type: 'welcome', serverTime: serverTime(), beatInterval: 4000, grace: 30_000, snapshot });
    return last();
  };
  return {
    connection,
    timers,
    sockets,
    views,
    update,
    problems,
    tokens,
    offsets,
    random,
    status,
    last,
    serverTime,
    opens,
    welcomes,
    connects: async () => {
      await opens();
      return welcomes();
    },
    /** Waits for the next attempt and opens its socket. */
    reopens: async () => {
      timers.advance(500);
      await settled();
      last().listener.opened();
      return last();
    },
    /** The sockets that are neither closed nor abandoned. */
    live: () => sockets.filter((socket) => !socket.isDropped && !socket.isClosed),
  };
}

/** Lets pending promises continue. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
}

function fail(why: string): never {
  throw new Error(why);
}
