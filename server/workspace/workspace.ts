import type { IncomingMessage, Server, ServerResponse } from 'node:http';

/** The pages of a demo, served along with the API. */
interface Workspace {
  /** Answers a request that is not for the API. */
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** Whether this WebSocket belongs to it, such as a development server's. */
  ownsUpgrade(request: IncomingMessage): boolean;
  close(): Promise<void>;
}

/** Opens the workspace of this HTTP server. */
export type OpenWorkspace = (server: Server) => Promise<Workspace>;
