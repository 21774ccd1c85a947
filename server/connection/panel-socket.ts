/** The parts of a panel's WebSocket that a connection needs. */
export interface PanelSocket {
  /** Bytes not yet sent. */
  readonly bufferedAmount: number;
  send(text: string): void;
  close(code: number, reason: string): void;
  /** Destroys the socket without a close handshake. */
  terminate(): void;
}
