import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { MAX_SERVER_MESSAGE_SIZE, SUBPROTOCOL } from '../../src/protocol/messages.ts';
import type { Milliseconds } from '../../src/domain/time.ts';
import type { TokenVerifier } from '../auth/token-verifier.ts';
import type { Engine } from '../routing/engine/engine.ts';
import type { Logger } from '../logger.ts';
import type { Timers } from '../timers.ts';
import { GatheringSocket } from './gathering-socket.ts';
import { PanelConnection } from './panel-connection.ts';
import { CONNECTION_PATH, pathOf, refusalOf, refuseUpgrade } from './upgrade.ts';
import { welcomePanel } from './welcome-panel.ts';

export interface PanelConnectionsOptions {
  readonly engine: Engine;
  readonly verifier: TokenVerifier;
  readonly timers: Timers;
  readonly logger: Logger;
  readonly allowedOrigins: readonly string[];
  readonly grace: Milliseconds;
  /** Whether this upgrade belongs to something else on this HTTP server, such as a development server's own socket. */
  readonly isElsewhere?: (request: IncomingMessage) => boolean;
}

/** The connections of all panels to this process. */
export class PanelConnections {
  readonly #options: PanelConnectionsOptions;
  readonly #connections = new Set<PanelConnection>();
  readonly #byRep = new Map<string, Set<PanelConnection>>();
  readonly #sockets = new WebSocketServer({
    noServer: true,
    // A connection closes with a reason for anything over 16 kB; beyond this size the message is not even read.
    maxPayload: MAX_SERVER_MESSAGE_SIZE,
    handleProtocols: () => SUBPROTOCOL,
  });
  readonly #unsubscribe: () => void;
  #stopping = false;

  constructor(options: PanelConnectionsOptions) {
    this.#options = options;
    this.#unsubscribe = options.engine.subscribe((repIds) => {
      for (const repId of repIds)
        for (const connection of this.#byRep.get(repId) ?? []) connection.mayHaveChanged();
    });
  }

  /** Accepts WebSockets on this HTTP server. */
  listenTo(server: Server): void {
    server.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
  }

  /** Closes all connections as restarting. Resolves when all messages received have been handled. */
  async stop(): Promise<void> {
    this.#stopping = true;
    const connections = [...this.#connections];
    for (const connection of connections) connection.close('restarting', 'The server is restarting.');
    await Promise.all(connections.map(({ idle }) => idle));
    this.#unsubscribe();
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.#options.isElsewhere?.(request)) return;
    // The other side may disconnect at any time; there is nobody left to notify.
    socket.on('error', () => socket.destroy());
    if (pathOf(request) !== CONNECTION_PATH)
      return refuseUpgrade(socket, { status: 404, detail: 'There is nothing at this address.' });
    if (this.#stopping) return refuseUpgrade(socket, { status: 503, detail: 'The server is restarting.' });
    const refusal = refusalOf(request, this.#options.allowedOrigins);
    if (refusal) return refuseUpgrade(socket, refusal);
    this.#sockets.handleUpgrade(request, socket, head, (webSocket) => this.#accept(webSocket, socket));
  }

  #accept(socket: WebSocket, stream: Duplex): void {
    const { engine, verifier, timers, logger, grace } = this.#options;
    const connection = new PanelConnection(new GatheringSocket(socket, stream), {
      engine,
      timers,
      logger,
      grace,
      welcome: (hello) => welcomePanel(hello, verifier, engine),
      joined: (joined, repId) => this.#join(joined, repId),
    });
    this.#connections.add(connection);
    socket.on('message', (data, isBinary) => connection.received(isBinary ? null : textOf(data)));
    socket.on('close', () => {
      this.#connections.delete(connection);
      connection.socketClosed();
    });
    // A malformed frame or a reset: `close` follows.
    socket.on('error', () => undefined);
    // It may have arrived while the server was stopping.
    if (this.#stopping) connection.close('restarting', 'The server is restarting.');
  }

  #join(connection: PanelConnection, repId: string): () => void {
    const connections = this.#byRep.get(repId) ?? new Set();
    this.#byRep.set(repId, connections.add(connection));
    return () => {
      connections.delete(connection);
      if (connections.size === 0 && this.#byRep.get(repId) === connections) this.#byRep.delete(repId);
    };
  }
}

// `ws` delivers each message as one Buffer by default.
function textOf(data: RawData): string {
  return (data as Buffer).toString();
}
