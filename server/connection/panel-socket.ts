/** A WebSocket to one panel, as far as a connection needs it. */
export interface PanelSocket {
  /** Bytes that wait to be sent. */
  readonly bufferedAmount: number;
  send(text: string): void;
  close(code: number, reason: string): void;
  /** Ends it without a farewell. */
  terminate(): void;
}
